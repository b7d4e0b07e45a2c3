// What a phone knows of an attempt at a quiz without signal.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Waiting } from "../src/outbox/entry";
import type { CasePart, Fields } from "../src/offline/answer";
import { afterSeeing, flagged, minutesLeft, upgraded, withWaiting, type QuizRecord, type SeenAttempt } from "../src/offline/quiz_record";

const A = "018f0000-0000-7000-8000-00000000000a";
const B = "018f0000-0000-7000-8000-00000000000b";
const one = (choice: string): Fields => [["answer", choice]];
const record: QuizRecord = { attempt: A, begun: 1_000, sure: true, answers: { q1: one("a") } };

function waiting(name: string, action: string, fields: Record<string, string>, claimed = 5): Waiting {
  const letter = { name, action, fields: Object.entries(fields), slot: action, label: "", text: "" };
  return { is: "waiting", command: "c", who: "marta", claimed, order: 1, letter };
}
const answer = (question: string, choice: string, attempt = A): Waiting =>
  waiting("answer.1", `/attempts/${attempt}/answers`, { question, answer: choice });
const seen: SeenAttempt = { activity: "t5-q", attempt: undefined, answers: {}, flags: {}, place: undefined, over: undefined };
const none = (): CasePart[] => [];

test("a page that was killed finds in the outbox what it had not noted itself", () => {
  const unsure = { ...record, sure: false, answers: {} };
  const start = waiting("start.1", "/activities/t5-q/attempts", { attempt: A });
  assert.deepEqual(withWaiting(unsure, [start, answer("q2", "b"), answer("q2", "c")], none), { ...record, answers: { q2: one("c") } });
  const handedIn = withWaiting(record, [waiting("submit.1", `/attempts/${A}/submission`, {}, 77)], none);
  assert.equal(handedIn.handedIn, 77);
  assert.deepEqual(withWaiting(record, [answer("q2", "b", B)], none), record, "another attempt's answer was taken for this one's");
  assert.deepEqual(record.answers, { q1: one("a") }, "what was known is not changed in place");
});

test("an answer of any kind is found in the outbox as its form sent it", () => {
  const letter = waiting("answer.2", `/attempts/${A}/answers`, { question: "q2", "answer.a": "2", "answer.b": "1" });
  letter.letter.fields.push(["next", "4"]);
  const found = withWaiting(record, [letter], none).answers["q2"];
  assert.deepEqual(found, [["answer.a", "2"], ["answer.b", "1"]]);
  const blank = waiting("answer.2", `/attempts/${A}/answers`, { question: "q1", answer: " " });
  assert.deepEqual(withWaiting(record, [blank], none).answers["q1"], one("a"), "what is blank takes nothing away");
});

test("of a case that unfolds, a letter says what stood, and what waits is put onto it in its order", () => {
  const parts = (): CasePart[] => ["p1", "p2"].map((id) => ({ id, needs: [`answer.${id}`] }));
  const of = (fields: Record<string, string>): Waiting => waiting("answer.2", `/attempts/${A}/answers`, { question: "q3", ...fields });
  const letters = [of({ "answer.p1": "b" }), of({ "answer.p1": "a" }), of({ "answer.p1": "b", "answer.p2": "c" }), of({ "answer.p1": "x", "answer.p2": "d" })];
  const stands = [["answer.p1", "b"], ["answer.p2", "d"]];
  const once = withWaiting(record, letters, parts);
  assert.deepEqual(once.answers["q3"], stands);
  assert.deepEqual(withWaiting(once, letters.slice(2), parts).answers["q3"], stands, "also when it was noted before");
});

test("flags are found again, and taken away again", () => {
  const flag = (question: string, flag: string): Waiting => waiting("flag.1", `/attempts/${A}/flags`, { question, flag });
  assert.deepEqual(withWaiting(record, [flag("q1", "on"), flag("q2", "on"), flag("q1", "off")], none), { ...record, flags: ["q2"] });
  assert.deepEqual(flagged({ ...record, flags: ["q2"] }, "q2", "on").flags, ["q2"], "once");
});

test("what an older page laid down is read as an answer", () => {
  assert.deepEqual(upgraded({ ...record, answers: { q1: "a", q2: [["answer.s", "b"]] } })?.answers, { q1: one("a"), q2: [["answer.s", "b"]] });
  assert.equal(upgraded(undefined), undefined);
});

test("an attempt seen on the server is gone on with; its answers are noted as they are seen", () => {
  const first = afterSeeing(undefined, { ...seen, attempt: B, answers: { q1: one("c") }, place: "q1", over: 99 }, [], 9);
  assert.deepEqual(first, { attempt: B, begun: 9, sure: true, answers: { q1: one("c") }, place: "q1", over: 99 });
  assert.deepEqual(afterSeeing(first, { ...seen, attempt: B }, [], 10), first, "a page that shows none leaves what is known");
  const next = afterSeeing(record, { ...seen, attempt: A, answers: { q2: one("b") }, flags: { q2: "on", q1: "off" } }, [], 9);
  assert.deepEqual(next?.answers, { q1: one("a"), q2: one("b") });
  assert.deepEqual(next?.flags, ["q2"]);
  assert.equal(afterSeeing(record, { ...seen, attempt: B }, [], 9)?.attempt, B, "the server's open attempt is the one to go on in");
});

test("where the server has none open, only what it has not heard of yet is still one", () => {
  assert.equal(afterSeeing(record, seen, [], 9), undefined);
  assert.deepEqual(afterSeeing(record, seen, [answer("q1", "a")], 9), record);
  assert.deepEqual(afterSeeing(record, seen, [waiting("start.1", "/activities/t5-q/attempts", { attempt: A })], 9), record);
  assert.equal(afterSeeing(record, seen, [answer("q1", "a", B)], 9), undefined);
});

test("the minutes of a timed quiz are rounded up and end at none", () => {
  const over = 20 * 60_000;
  assert.equal(minutesLeft(over, 0), 20);
  assert.equal(minutesLeft(over, 60_001), 19);
  assert.equal(minutesLeft(over, over - 1), 1);
  assert.equal(minutesLeft(over, over), 0);
  assert.equal(minutesLeft(over, 90 * 60_000), 0);
});
