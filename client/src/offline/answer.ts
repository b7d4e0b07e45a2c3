// An answer as the phone has it: the fields of its form, whatever kind of question it is to. What is blank is no answer. Pure. It must
// not know what is right; the server's side of this is `domain/src/quizzes/answer.rs`.

/** In the order of the form: `answer`, or `answer.` and what it is to. */
export type Fields = [name: string, value: string][];

/** How much of a question is answered. */
export type State = "open" | "partly" | "answered";

/** Of all that a form sends, what is the answer. */
export function answerIn(fields: Iterable<readonly [string, unknown]>): Fields {
  const found: Fields = [];
  for (const [name, value] of fields) {
    if (typeof value === "string" && isAnswer(name)) found.push([name, value]);
  }
  return found;
}

export function isAnswer(name: string): boolean {
  return name === "answer" || name.startsWith("answer.");
}

/** A unit is that of the value where nobody chose one. */
export function isNeeded(name: string): boolean {
  return isAnswer(name) && !name.endsWith(".unit");
}

export function isBlank(fields: Fields): boolean {
  return !fields.some(([name, value]) => isNeeded(name) && value.trim() !== "");
}

/** Given the names without which something is left to answer. */
export function stateOf(fields: Fields | undefined, needs: readonly string[]): State {
  if (fields === undefined || isBlank(fields)) return "open";
  return needs.every((name) => fields.some(([found, value]) => found === name && value.trim() !== "")) ? "answered" : "partly";
}

/** What is in one part of a vignette. */
export function ofPart(fields: Fields, part: string): Fields {
  const name = `answer.${part}`;
  return fields.filter(([found]) => found === name || found.startsWith(`${name}.`));
}

/** One part of a case that unfolds: its id, and the names without which something of it is left to answer. */
export interface CasePart {
  id: string;
  needs: readonly string[];
}

/** How many parts are shown, from the first on: each that is answered wholly shows the next, and what was answered stays in sight. */
export function shownParts(fields: Fields, parts: readonly CasePart[]): number {
  const own = parts.map(({ id }) => ofPart(fields, id));
  const left = parts.findIndex(({ needs }, place) => stateOf(own[place], needs) !== "answered");
  const last = own.reduce((last, answer, place) => (isBlank(answer) ? last : place), -1);
  return Math.min(parts.length, Math.max(left === -1 ? parts.length : left + 1, last + 1));
}

/**
 * What stands after an answer was given where another stood: of a vignette the answers from which the case went on stand as they were,
 * and what is not answered anew stays.
 */
export function onto(before: Fields | undefined, now: Fields, parts: readonly CasePart[]): Fields {
  if (before === undefined || parts.length === 0) return now;
  const shown = shownParts(before, parts);
  return parts.reduce<Fields>((all, { id }, place) => {
    const [standing, given] = [ofPart(before, id), ofPart(now, id)];
    return all.concat(!isBlank(standing) && (place + 1 < shown || isBlank(given)) ? standing : given);
  }, []);
}
