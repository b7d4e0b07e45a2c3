// The phone marks a practice as the server does: the same cases are checked in `crates/domain/tests/phone_cases.rs`.

import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../crates/domain/tests/marking.json";
import { isBlank, onto, shownParts, stateOf, type CasePart, type Fields } from "../src/offline/answer";
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

test("of a case that unfolds, an answer stands as soon as what follows it was shown", () => {
  const parts: CasePart[] = [
    { id: "p1", needs: ["answer.p1"] },
    { id: "p2", needs: ["answer.p2.s", "answer.p2.t"] },
    { id: "p3", needs: ["answer.p3"] },
  ];
  assert.equal(shownParts([], parts), 1);
  const one: Fields = [["answer.p1", "a"]];
  assert.equal(shownParts(one, parts), 2);
  assert.deepEqual(onto(undefined, one, parts), one);
  assert.deepEqual(onto(one, [["answer.p1", "b"]], parts), one, "what p2 tells was shown");
  const half = onto(one, [["answer.p1", "a"], ["answer.p2.s", "x"]], parts);
  assert.deepEqual([half, shownParts(half, parts)], [[["answer.p1", "a"], ["answer.p2.s", "x"]], 2]);
  const two = onto(half, [["answer.p1", "b"], ["answer.p2.s", "y"], ["answer.p2.t", "y"]], parts);
  assert.deepEqual(two, [["answer.p1", "a"], ["answer.p2.s", "y"], ["answer.p2.t", "y"]], "half a part shows nothing yet, and may be changed");
  const three = onto(two, [["answer.p1", "c"], ["answer.p2.s", "z"], ["answer.p3", "z"]], parts);
  assert.deepEqual([three, shownParts(three, parts)], [[...two, ["answer.p3", "z"]], 3]);
  assert.deepEqual(onto(three, [["answer.p3", "w"]], parts), [...two, ["answer.p3", "w"]], "nothing follows the last part");
  assert.ok(isBlank([["answer.p1", ""]]));
  assert.deepEqual(onto([["answer", "a"]], [["answer", "b"]], []), [["answer", "b"]], "any other answer is replaced");
});
