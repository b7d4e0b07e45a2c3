// What an answer of a practice is worth, 0 to 100 hundredths, and what is said of it: as `domain/src/quizzes/marking.rs` marks it. Both are held
// to `crates/domain/tests/marking.json`. Of a gate no key is here. Pure.

import { ofPart, type Fields } from "./answer";

/** What is right, by the names of the server's own question; words in one language. */
export type Key =
  | { kind: "single_choice" | "true_false" | "multiple_choice"; choices: Marked[] }
  | { kind: "hot_text"; spans: Marked[]; feedback: Feedback }
  | { kind: "matching"; stems: { id: string; matches: string }[]; feedback: Feedback }
  | { kind: "ordering"; items: { id: string }[]; feedback: Feedback }
  | { kind: "short_answer"; accepted: Accepted[]; feedback: Feedback }
  | { kind: "numeric"; value: string; tolerance: string; units?: { name: string; factor: string }[]; feedback: Feedback }
  | { kind: "cloze"; gaps: Gap[]; feedback: Feedback }
  | { kind: "vignette"; parts: (Key & { id: string })[] }
  | { kind: "open" };

export interface Marked {
  id: string;
  right: boolean;
  feedback?: string;
}
export interface Accepted {
  text: string;
  credit: number;
  feedback?: string;
}
export interface Feedback {
  right: string;
  partly?: string;
  wrong: string;
}
type Gap = { id: string } & (
  | { wants: "text"; accepted: Accepted[] }
  | { wants: "choice"; choices: Marked[] }
  | { wants: "number"; value: string; tolerance: string }
);

const WHOLE = 100;

/** What an answer is worth; an open one nothing until a person has read it. */
export function credit(key: Key, fields: Fields, name = "answer"): number {
  const given = (path: string): string => fields.find(([found]) => found === path)?.[1] ?? "";
  switch (key.kind) {
    case "single_choice":
    case "true_false":
      return key.choices.some(({ id, right }) => right && id === given(name)) ? WHOLE : 0;
    case "multiple_choice":
      return marked(key.choices, idsOf(fields, name));
    case "hot_text":
      return marked(key.spans, idsOf(fields, name));
    case "matching":
      return share(key.stems.filter(({ id, matches }) => given(`${name}.${id}`) === matches).length, key.stems.length);
    case "ordering":
      return ordered(key.items.map(({ id }) => id), orderOf(fields, name));
    case "short_answer":
      return acceptedOf(key.accepted, given(name))?.credit ?? 0;
    case "numeric": {
      const unit = given(`${name}.unit`);
      const factor = key.units?.find((it) => it.name === unit)?.factor ?? "1";
      return isNear(key.value, key.tolerance, given(name), factor) ? WHOLE : 0;
    }
    case "cloze":
      return mean(key.gaps.map((gap) => gapCredit(gap, given(`${name}.${gap.id}`))));
    case "vignette":
      return mean(key.parts.map((part) => credit(part, fields, `${name}.${part.id}`)));
    case "open":
      return 0;
  }
}

/** What a person reads after she has answered. */
export interface Said {
  /** None where nobody marks it here. */
  hundredths?: number;
  texts: string[];
}

/** What is said of an answer: one of a question, one of each part of a vignette that is answered. */
export function saidOf(key: Key, fields: Fields, name = "answer"): Said[] {
  if (key.kind === "vignette") {
    const answered = key.parts.filter((part) => ofPart(fields, part.id).some(([, value]) => value.trim() !== ""));
    return answered.flatMap((part) => saidOf(part, fields, `${name}.${part.id}`));
  }
  if (key.kind === "open") return [{ texts: [] }];
  const hundredths = credit(key, fields, name);
  const ids = idsOf(fields, name);
  const own = "choices" in key ? key.choices : "spans" in key ? key.spans : [];
  const texts = own.filter(({ id }) => ids.includes(id)).map(({ feedback }) => feedback);
  if (key.kind === "short_answer") texts.push(acceptedOf(key.accepted, ids[0] ?? "")?.feedback);
  if ("feedback" in key) texts.push(ofCredit(key.feedback, hundredths));
  return [{ hundredths, texts: texts.filter((text): text is string => text !== undefined && text !== "") }];
}

function ofCredit({ right, partly, wrong }: Feedback, hundredths: number): string {
  if (hundredths >= WHOLE) return right;
  return hundredths > 0 && partly ? partly : wrong;
}

function idsOf(fields: Fields, name: string): string[] {
  return fields.filter(([found]) => found === name).map(([, value]) => value);
}

/** The items in her order; two at one place as they stand on the page. */
export function orderOf(fields: Fields, name: string): string[] {
  const rows = fields.filter(([found]) => found.startsWith(`${name}.`));
  const placed = rows.map(([found, value], row) => ({ id: found.slice(name.length + 1), place: Number(value), row }));
  return placed.sort((a, b) => a.place - b.place || a.row - b.row).map(({ id }) => id);
}

/** A share of the whole, rounded down. */
function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.floor((Math.max(0, part) * WHOLE) / all);
}

function mean(each: number[]): number {
  return each.length === 0 ? 0 : Math.floor(each.reduce((sum, one) => sum + one, 0) / each.length);
}

/** Each right one that is marked counts for, each wrong one against; not below 0. */
function marked(all: Marked[], chosen: string[]): number {
  const found = all.filter(({ id, right }) => right && chosen.includes(id)).length;
  const wrong = all.filter(({ id, right }) => !right && chosen.includes(id)).length;
  return share(found - wrong, all.filter(({ right }) => right).length);
}

/** Pairs in the right order less those in the wrong one, as a share of all pairs; not below 0. */
function ordered(right: string[], order: string[]): number {
  const places = right.map((id) => order.indexOf(id));
  if (places.includes(-1)) return 0;
  const pairs = (places.length * (places.length - 1)) / 2;
  let inOrder = 0;
  places.forEach((place, at) => (inOrder += places.slice(at + 1).filter((later) => later > place).length));
  return share(2 * inOrder - pairs, pairs);
}

function gapCredit(gap: Gap, given: string): number {
  if (gap.wants === "text") return acceptedOf(gap.accepted, given)?.credit ?? 0;
  if (gap.wants === "choice") return gap.choices.some(({ id, right }) => right && id === given) ? WHOLE : 0;
  return isNear(gap.value, gap.tolerance, given, "1") ? WHOLE : 0;
}

function acceptedOf(accepted: Accepted[], typed: string): Accepted | undefined {
  const wanted = comparable(typed);
  return accepted.find(({ text }) => comparable(text) === wanted);
}

/** What Unicode calls white space, which is not quite what `\s` is. */
const SPACE = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const AROUND = new RegExp(`^[${SPACE}.,;:!?¡¿"«»“”]+|[${SPACE}.,;:!?¡¿"«»“”]+$`, "g");

/** Without accents, case, the difference between the apostrophes, and punctuation around the words. */
function comparable(text: string): string {
  const plain = text.replace(AROUND, "").normalize("NFD").replace(/\p{M}/gu, "");
  // Letter by letter: a whole word's last sigma would become another letter.
  const small = Array.from(plain, (letter) => letter.toLowerCase()).join("");
  const words = small.replace(/[\u02bc\u2019\u2018`´]/g, "'").split(new RegExp(`[${SPACE}]+`));
  return words.filter((word) => word !== "").join(" ");
}

const PLACES = 9;
/** How far the server's numbers go. */
const MOST = BigInt(2) ** BigInt(127) - BigInt(1);

/** A number as people write it, in billionths; nothing where it is none. */
function decimal(written: string): bigint | undefined {
  const text = written.replace(new RegExp(`[${SPACE}]`, "g"), "").replace(/,/g, ".").replace(/\u2212/g, "-");
  const [, sign, whole = "", , decimals = ""] = /^([-+]?)(\d{0,15})(\.(\d{0,9}))?$/.exec(text) ?? [];
  if (whole === "" && decimals === "") return undefined;
  const number = BigInt(whole + decimals.padEnd(PLACES, "0"));
  return sign === "-" ? -number : number;
}

function isNear(value: string, tolerance: string, given: string, factor: string): boolean {
  const [to, within, number, times] = [value, tolerance, given, factor].map(decimal);
  if (to === undefined || within === undefined || number === undefined || times === undefined) return false;
  const product = number * times;
  const held = product > MOST ? MOST : product < -MOST ? -MOST : product;
  const distance = held / BigInt(10) ** BigInt(PLACES) - to;
  return (distance < 0 ? -distance : distance) <= within;
}
