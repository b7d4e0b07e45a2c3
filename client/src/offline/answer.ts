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

/** The last part that is answered, counted from 0; -1 where none is. */
export function lastPart(fields: Fields, parts: readonly string[]): number {
  return parts.reduce((last, part, place) => (isBlank(ofPart(fields, part)) ? last : place), -1);
}

/**
 * What stands after an answer was given where another stood: of a vignette the parts before the last one that was answered stand as
 * they were, and what is not answered anew stays.
 */
export function onto(before: Fields | undefined, now: Fields, parts: readonly string[]): Fields {
  if (before === undefined || parts.length === 0) return now;
  const last = lastPart(before, parts);
  return parts.reduce<Fields>((all, part, place) => {
    const [standing, given] = [ofPart(before, part), ofPart(now, part)];
    return all.concat(!isBlank(standing) && (place < last || isBlank(given)) ? standing : given);
  }, []);
}
