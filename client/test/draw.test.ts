// The phone draws as the server does: the same cases are checked in `crates/domain/tests/phone_cases.rs`.

import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../crates/domain/tests/draws.json";
import { askedOf, shuffled, type ToldQuiz } from "../src/offline/draw";

interface Case {
  quiz: ToldQuiz;
  attempt: string;
  person: string;
  asked: string[];
  offered: string[];
  stands: string[];
}
const all = cases as unknown as Case[];

test("an attempt asks on the phone what it asks on the server, in the same order", async () => {
  assert.ok(all.length >= 300);
  for (const one of all) assert.deepEqual(await askedOf(one.quiz, one.attempt, one.person), one.asked);
});

test("choices stand on the phone as they stand on the server", async () => {
  for (const one of all) assert.deepEqual(await shuffled(one.attempt, one.asked[0] ?? "", one.offered), one.stands);
  assert.ok(all.filter(({ offered, stands }) => String(offered) !== String(stands)).length > 200);
});
