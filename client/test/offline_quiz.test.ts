// What a phone knows of an attempt at a quiz without signal.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Waiting } from "../src/outbox/entry";
import { afterSeeing, minutesLeft, openOf, withWaiting, type QuizRecord } from "../src/offline/quiz_record";

const A = "018f0000-0000-7000-8000-00000000000a";
const B = "018f0000-0000-7000-8000-00000000000b";
const record: QuizRecord = { attempt: A, begun: 1_000, sure: true, answers: { q1: "a" } };

function waiting(name: string, action: string, fields: Record<string, string>, claimed = 5): Waiting {
  const letter = { name, action, fields: Object.entries(fields), slot: action, label: "", text: "" };
  return { is: "waiting", command: "c", who: "marta", claimed, order: 1, letter };
}
const answer = (question: string, choice: string, attempt = A): Waiting =>
  waiting("answer.1", `/attempts/${attempt}/answers`, { question, answer: choice });
const seen = { activity: "t5-q", attempt: undefined, question: undefined, answer: undefined };

test("a page that was killed finds in the outbox what it had not noted itself", () => {
  const unsure = { ...record, sure: false, answers: {} };
  const start = waiting("start.1", "/activities/t5-q/attempts", { attempt: A });
  assert.deepEqual(withWaiting(unsure, [start, answer("q2", "b"), answer("q2", "c")]), { ...record, answers: { q2: "c" } });
  const handedIn = withWaiting(record, [waiting("submit.1", `/attempts/${A}/submission`, {}, 77)]);
  assert.equal(handedIn.handedIn, 77);
  assert.deepEqual(withWaiting(record, [answer("q2", "b", B)]), record, "another attempt's answer was taken for this one's");
  assert.deepEqual(record.answers, { q1: "a" }, "what was known is not changed in place");
});

test("the open questions are those without an answer, in their order", () => {
  assert.deepEqual(openOf(["q3", "q1", "q2"], record), ["q3", "q2"]);
  assert.deepEqual(openOf(["q1"], undefined), ["q1"]);
});

test("an attempt seen on the server is gone on with; its answers are noted as they are seen", () => {
  const first = afterSeeing(undefined, { ...seen, attempt: B, question: "q1", answer: "c" }, [], 9);
  assert.deepEqual(first, { attempt: B, begun: 9, sure: true, answers: { q1: "c" } });
  assert.deepEqual(afterSeeing(first, { ...seen, attempt: B, question: "q2", answer: "" }, [], 10), first);
  assert.deepEqual(afterSeeing(record, { ...seen, attempt: A, question: "q2", answer: "b" }, [], 9)?.answers, { q1: "a", q2: "b" });
  assert.equal(afterSeeing(record, { ...seen, attempt: B }, [], 9)?.attempt, B, "the server's open attempt is the one to go on in");
});

test("where the server has none open, only what it has not heard of yet is still one", () => {
  assert.equal(afterSeeing(record, seen, [], 9), undefined);
  assert.deepEqual(afterSeeing(record, seen, [answer("q1", "a")], 9), record);
  assert.deepEqual(afterSeeing(record, seen, [waiting("start.1", "/activities/t5-q/attempts", { attempt: A })], 9), record);
  assert.equal(afterSeeing(record, seen, [answer("q1", "a", B)], 9), undefined);
});

test("the minutes of a timed quiz are rounded up and end at none", () => {
  assert.equal(minutesLeft(0, 20, 0), 20);
  assert.equal(minutesLeft(0, 20, 60_001), 19);
  assert.equal(minutesLeft(0, 20, 20 * 60_000 - 1), 1);
  assert.equal(minutesLeft(0, 20, 20 * 60_000), 0);
  assert.equal(minutesLeft(0, 20, 90 * 60_000), 0);
});
