// The programme of the journeys, one topic of two days: its folder, and the right answers, read from it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

/** Small, and the same for as long as the journeys are: the one that ships grows. */
export const PROGRAMME = join(import.meta.dirname, "../../crates/journeys/fixtures/indicadores");
/** The one that ships. */
export const SHIPPED = join(import.meta.dirname, "../../programmes/atencion-integral");

interface Choice {
  words: string;
  right: boolean;
}

/** One field of the right answer to a question: its name, and what is chosen or typed. Options of a matching go by their words. */
export interface Field {
  name: string;
  value: string;
  words?: string;
}

type Words = Record<string, string>;
interface Entry {
  id: string;
  text: Words;
  right?: boolean;
}

/** As the package holds it; which tables there are depends on the kind. */
interface Question {
  id: string;
  kind: string;
  choice?: Entry[];
  pair?: { id: string; left: Words; right: Words }[];
  item?: Entry[];
  accepted?: { text: string; credit?: number }[];
  value?: number | string;
  unit?: { name: string }[];
  gap?: { id: string; wants: string; accepted?: { text: string }[]; choice?: Entry[]; value?: number | string }[];
  span?: { id: string; right?: boolean }[];
  part?: Question[];
}

/** Each question's choices in Spanish, by its id. */
export function questions(programme = PROGRAMME): Map<string, Choice[]> {
  const choices = ({ choice = [] }: Question): Choice[] => choice.map(({ text, right }) => ({ words: text["es"] ?? "", right: right === true }));
  return new Map(all(programme).map((question) => [question.id, choices(question)]));
}

/** The fields of each question's right answer, by its id, in the order in which they are filled in. */
export function rightFields(programme = PROGRAMME): Map<string, Field[]> {
  return new Map(all(programme).map((question) => [question.id, fieldsOf(question, "answer")]));
}

function all(programme: string): Question[] {
  const topics = join(programme, "topics");
  const files = readdirSync(topics, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".toml"));
  const read = (path: string): Question[] => (parse(readFileSync(join(topics, path), "utf8")) as { question?: Question[] }).question ?? [];
  const found = files.flatMap(read);
  if (found.length === 0) throw new Error("the programme has no questions");
  return found;
}

function fieldsOf(question: Question, name: string): Field[] {
  const right = (entries: { id: string; right?: boolean }[] = []): Field[] => entries.filter((it) => it.right === true).map((it) => ({ name, value: it.id }));
  switch (question.kind) {
    case "single_choice":
    case "true_false":
    case "multiple_choice":
      return right(question.choice);
    case "hot_text":
      return right(question.span);
    case "matching":
      return (question.pair ?? []).map((pair) => ({ name: `${name}.${pair.id}`, value: "", words: pair.right["es"] ?? "" }));
    case "ordering":
      return (question.item ?? []).map((item, place) => ({ name: `${name}.${item.id}`, value: String(place + 1) }));
    case "short_answer":
      return [{ name, value: question.accepted?.[0]?.text ?? "" }];
    case "numeric":
      return [{ name, value: String(question.value) }, ...(question.unit ?? []).slice(0, 1).map((unit) => ({ name: `${name}.unit`, value: unit.name }))];
    case "cloze":
      return (question.gap ?? []).map((gap) => ({ name: `${name}.${gap.id}`, value: gap.accepted?.[0]?.text ?? gap.choice?.find((it) => it.right)?.id ?? String(gap.value) }));
    case "vignette":
      return (question.part ?? []).flatMap((part) => fieldsOf(part, `${name}.${part.id}`));
    case "open":
      return [{ name, value: "Dicho: «No quiero decir más». Observado: habla bajo." }];
    default:
      throw new Error(`nobody knows how to answer a ${question.kind}`);
  }
}
