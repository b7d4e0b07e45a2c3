// What was not accepted, as the page of what waits puts it together.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Refused, Waiting } from "../src/outbox/entry";
import { answersOf, grouped, quizOf, textOf } from "../src/outbox/groups";

let order = 0;
function waiting(name: string, action: string, more: Partial<Waiting["letter"]> = {}): Waiting {
  const letter = { name, action, fields: [] as [string, string][], slot: action, label: "Tema 5", text: "", ...more };
  return { is: "waiting", command: `c${++order}`, who: "w", claimed: order, order, letter };
}
const refused = (entry: Waiting, next?: string): Refused => ({ ...entry, is: "refused", refused: { problem: "p", words: "no", ...(next === undefined ? {} : { next }) } });
const start = (attempt: string): Waiting => waiting("start.1", "/activities/t5-q/attempts", { fields: [["attempt", attempt]] });
const answer = (attempt: string, question: string, text: string): Waiting =>
  waiting("answer.1", `/attempts/${attempt}/answers`, { slot: question, label: `Pregunta ${question}`, text });

/** Commands, with what belongs to an attempt in brackets after it. */
function shape(entries: Entry[]): string {
  const names = grouped(entries).map((one) =>
    "entry" in one ? one.entry.command : `${one.attempt.start.command}(${one.attempt.rest.map((entry) => entry.command).join(" ")})`,
  );
  return names.join(" ");
}

test("the answers of an attempt that was not accepted stand with it, in whatever order others came between", () => {
  const [begun, other, first, second] = [refused(start("a1"), "/attempts/a0"), refused(waiting("done.1", "/activities/t5-l1/done")), refused(answer("a1", "1", "Sí")), refused(answer("a1", "2", "No"))];
  const [a, b, c, d] = [begun, other, first, second].map((entry) => entry.command);
  assert.equal(shape([begun, other, first, second]), `${a}(${c} ${d}) ${b}`);
});

test("what still waits, and what was refused in an attempt that was accepted, stands alone", () => {
  const [begun, waits, elsewhere] = [refused(start("a1")), answer("a1", "1", "Sí"), refused(answer("a2", "1", "Sí"))];
  assert.equal(shape([begun, waits, elsewhere]), `${begun.command}() ${waits.command} ${elsewhere.command}`);
  const accepted = start("a3");
  const late = refused(answer("a3", "1", "Sí"));
  assert.equal(shape([accepted, late]), `${accepted.command} ${late.command}`);
});

test("to copy there is each answer as she had it last, with its question", () => {
  const attempt = { start: refused(start("a1")), rest: [answer("a1", "1", "Sí"), answer("a1", "2", "No"), answer("a1", "1", "Tal vez"), waiting("submit.1", "/attempts/a1/submission")].map((entry) => refused(entry)) };
  assert.deepEqual(quizOf(attempt), { activity: "t5-q", id: "a1" });
  assert.equal(textOf(answersOf(attempt)), "Pregunta 1\nTal vez\n\nPregunta 2\nNo");
});
