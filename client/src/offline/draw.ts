// Which questions an attempt asks, in which order, and in which order their choices stand: as `domain/src/quizzes/draw.rs` does it, from
// the attempt's id, so that phone and server come to the same. Both are held to `crates/domain/tests/draws.json`. Pure.

import type { Key } from "./marking";

/** What a downloaded quiz says of itself, by the names of the server's own quiz. */
export interface ToldQuiz {
  shuffle: "nothing" | "questions" | "choices" | "both";
  draws: { count: number; topic?: string; difficulty?: string }[];
  parallel?: { pair: string; side: "before" | "after" };
  questions: ToldQuestion[];
}

export interface ToldQuestion {
  id: string;
  topic?: string;
  difficulty: string;
  form?: "a" | "b";
  /** What is right and why; of a practice alone. */
  key?: Key;
}

/** The questions of one attempt in the order asked. `person` is the marker that her pages carry. */
export async function askedOf({ shuffle, draws, parallel, questions }: ToldQuiz, attempt: string, person: string): Promise<string[]> {
  const form = parallel && (await formFor(person, parallel.pair, parallel.side));
  const offered = questions.filter((question) => form === undefined || question.form === form);
  const chosen = new Set<string>();
  for (const { count, topic, difficulty } of draws) {
    const left = offered.filter(
      (question) =>
        (topic === undefined || question.topic === topic) &&
        (difficulty === undefined || question.difficulty === difficulty) &&
        !chosen.has(question.id),
    );
    const byChance = await ranked(attempt, ["draw"], left.map(({ id }) => id));
    for (const id of byChance.slice(0, count)) chosen.add(id);
  }
  const asked = offered.map(({ id }) => id).filter((id) => draws.length === 0 || chosen.has(id));
  return shuffle === "questions" || shuffle === "both" ? ranked(attempt, ["question"], asked) : asked;
}

/** The form that a person meets on one side of a pair of tests: one of them before and the other after. */
async function formFor(person: string, pair: string, side: "before" | "after"): Promise<"a" | "b"> {
  const firstIsA = (parseInt((await rank(person, ["form", pair])).slice(0, 2), 16) & 1) === 0;
  return firstIsA === (side === "before") ? "a" : "b";
}

/** The order in which choices, options or items stand in one attempt; of an ordering, in which they are first shown. */
export function shuffled(attempt: string, question: string, ids: readonly string[]): Promise<string[]> {
  return ranked(attempt, ["choice", question], ids);
}

async function ranked(seed: string, names: string[], ids: readonly string[]): Promise<string[]> {
  const places = await Promise.all(ids.map(async (id) => ({ id, rank: await rank(seed, [...names, id]) })));
  return places.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ id }) => id);
}

/** SHA-256 over the seed and the names, each ended by a zero byte, in hexadecimal. */
async function rank(seed: string, names: string[]): Promise<string> {
  const text = [seed, ...names].map((part) => `${part}\0`).join("");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
