// What was not accepted, put together as she thinks of it: an attempt that the server did not take, with all that was answered in it.
// Pure. It must not know how it is shown.

import type { Entry, Refused } from "./entry";

export interface Attempt {
  /** Refused: that is why the rest was. */
  start: Refused;
  rest: Refused[];
}

/** In the order of writing; an attempt stands where it began. Only what was refused too belongs to it: what waits is still to be heard. */
export function grouped(entries: readonly Entry[]): ({ entry: Entry } | { attempt: Attempt })[] {
  const attempts = new Map<string, Attempt>();
  for (const entry of entries) {
    const id = entry.is === "refused" ? begun(entry) : undefined;
    if (id !== undefined) attempts.set(id, { start: entry as Refused, rest: [] });
  }
  const found: ({ entry: Entry } | { attempt: Attempt })[] = [];
  for (const entry of entries) {
    const own = entry.is === "refused" ? attempts.get(begun(entry) ?? "") : undefined;
    const of = entry.is === "refused" ? attempts.get(inAttempt(entry) ?? "") : undefined;
    if (own !== undefined && own.start.command === entry.command) found.push({ attempt: own });
    else if (of !== undefined) of.rest.push(entry as Refused);
    else found.push({ entry });
  }
  return found;
}

/** Which quiz it was at, and under which id. */
export function quizOf({ start }: Attempt): { activity: string; id: string } {
  const activity = /^\/activities\/([^/]+)\//.exec(start.letter.action)?.[1] ?? "";
  return { activity, id: begun(start) ?? "" };
}

/** What was answered, as she had it last: of two for one slot the later. */
export function answersOf({ rest }: Attempt): Refused[] {
  const bySlot = new Map(rest.filter(({ letter }) => letter.text !== "").map((entry) => [entry.letter.slot, entry]));
  return [...bySlot.values()];
}

/** To be pasted elsewhere: each with what it is. */
export function textOf(entries: readonly Refused[]): string {
  return entries.map(({ letter }) => `${letter.label}\n${letter.text}`).join("\n\n");
}

/** The attempt that this was to begin. */
function begun({ letter }: Refused): string | undefined {
  return letter.name.startsWith("start.") ? letter.fields.find(([name]) => name === "attempt")?.[1] : undefined;
}

function inAttempt({ letter }: Refused): string | undefined {
  return /^\/attempts\/([^/]+)\//.exec(letter.action)?.[1];
}
