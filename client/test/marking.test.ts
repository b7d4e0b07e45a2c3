// The phone marks a practice as the server does: the same cases are checked in `crates/domain/tests/phone_cases.rs`.

import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../crates/domain/tests/marking.json";
import { isBlank, lastPart, onto, stateOf, type Fields } from "../src/offline/answer";
import { credit, saidOf, type Key } from "../src/offline/marking";

interface Case {
  key: Key;
  fields: Fields;
  needs: string[];
  hundredths: number;
  complete: boolean;
}
const all = cases as unknown as Case[];

test("an answer is worth on the phone what it is worth on the server", () => {
  assert.ok(all.length >= 550);
  for (const one of all) assert.equal(credit(one.key, one.fields), one.hundredths, JSON.stringify(one));
});

test("whether something is left to answer is told from the fields alone", () => {
  for (const one of all) assert.equal(stateOf(one.fields, one.needs), one.complete ? "answered" : "partly", JSON.stringify(one));
  assert.equal(stateOf(undefined, ["answer"]), "open");
  assert.equal(stateOf([["answer", " "], ["answer.unit", "kg"]], ["answer"]), "open", "a unit alone is no answer");
});

test("what is said is that of what she chose, and of how much was right", () => {
  const choices = [
    { id: "a", right: true, feedback: "Sí." },
    { id: "b", right: false, feedback: "Eso no." },
  ];
  assert.deepEqual(saidOf({ kind: "single_choice", choices }, [["answer", "b"]]), [{ hundredths: 0, texts: ["Eso no."] }]);
  const feedback = { right: "Bien.", partly: "Casi.", wrong: "No." };
  const stems = [
    { id: "s", matches: "a" },
    { id: "t", matches: "b" },
  ];
  const said = (s: string, t: string): unknown =>
    saidOf({ kind: "matching", stems, feedback }, [["answer.s", s], ["answer.t", t]])[0]?.texts;
  assert.deepEqual([said("a", "b"), said("a", ""), said("b", "a")], [["Bien."], ["Casi."], ["No."]]);
  const mistake = { text: "Miedo", credit: 0, feedback: "El miedo no es una señal." };
  const short: Key = { kind: "short_answer", accepted: [mistake], feedback };
  assert.deepEqual(saidOf(short, [["answer", "miedo."]])[0]?.texts, ["El miedo no es una señal.", "No."]);
  const vignette: Key = { kind: "vignette", parts: [{ id: "p1", kind: "single_choice", choices }, { id: "p2", kind: "open" }] };
  assert.deepEqual(saidOf(vignette, [["answer.p1", "a"]]), [{ hundredths: 100, texts: ["Sí."] }]);
});

test("of a case that unfolds, what was answered before the last part stands", () => {
  const parts = ["p1", "p2", "p3"];
  const one: Fields = [["answer.p1", "a"]];
  assert.deepEqual(onto(undefined, one, parts), one);
  assert.deepEqual(onto(one, [["answer.p1", "b"]], parts), [["answer.p1", "b"]], "the last one may be changed");
  const two = onto(one, [["answer.p1", "b"], ["answer.p2.s", "x"]], parts);
  assert.deepEqual(two, [["answer.p1", "b"], ["answer.p2.s", "x"]], "until the next one stands");
  const three = onto(two, [["answer.p1", "c"], ["answer.p2.s", "y"], ["answer.p3", "z"]], parts);
  assert.deepEqual(three, [["answer.p1", "b"], ["answer.p2.s", "y"], ["answer.p3", "z"]]);
  assert.deepEqual(onto(three, [["answer.p3", "w"]], parts), [["answer.p1", "b"], ["answer.p2.s", "y"], ["answer.p3", "w"]]);
  assert.equal(lastPart(three, parts), 2);
  assert.ok(isBlank([["answer.p1", ""]]));
  assert.deepEqual(onto([["answer", "a"]], [["answer", "b"]], []), [["answer", "b"]], "any other answer is replaced");
});
