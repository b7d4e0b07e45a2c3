// Numbers and times as a person writes them, and what each state of a download says and offers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { view, type State } from "../src/downloads/topic_view";
import { counted, fill, moment, size } from "../src/words";

test("sizes are written as the server writes them", () => {
  assert.equal(size(400, "es"), "1 kB");
  assert.equal(size(90_000, "es"), "90 kB");
  assert.equal(size(1_400_000, "es"), "1,4 MB");
  assert.equal(size(1_400_000, "en"), "1.4 MB");
  assert.equal(size(100_000, "es"), "0,1 MB");
  assert.equal(size(1_240_000_000, "es"), "1,3 GB");
});

test("places are filled in, and what nobody knows stands as it is", () => {
  assert.equal(fill("{done} de {all}", { done: "1 kB", all: "2 kB" }), "1 kB de 2 kB");
  assert.equal(fill("{done} $1 {x}", { done: "$&" }), "$& $1 {x}");
  assert.equal(counted("ninguna|una|dos", 1), "una");
  assert.equal(counted("", 3), "");
});

test("the time says the day where it was not today", () => {
  const now = new Date(2027, 7, 31, 18, 0);
  assert.deepEqual(moment(new Date(2027, 7, 31, 9, 40), now, "es"), { name: "seen", time: "9:40" });
  const before = moment(new Date(2027, 7, 30, 9, 40), now, "es");
  assert.equal(before.name, "seen-before");
  assert.match(before.time, /30 de agosto.*9:40/);
});

test("every state says something or offers something, and only what can then be done", () => {
  const progress = { done: 1_000, all: 5_000, waiting: false };
  const states: [State, string][] = [
    [{ is: "absent" }, "get"],
    [{ is: "over", month: 1, limit: 2, bytes: 3 }, "anyway not_now"],
    [{ is: "coming", progress }, "pause cancel"],
    [{ is: "paused", progress }, "resume cancel"],
    [{ is: "full", progress }, "keep undo resume"],
    [{ is: "some", progress }, "resume remove"],
    [{ is: "here", bytes: 5_000 }, "remove"],
    [{ is: "changed", bytes: 12_000 }, "get remove"],
    [{ is: "sure" }, "remove_sure stay"],
    [{ is: "insecure" }, ""],
    [{ is: "shut" }, ""],
    [{ is: "signed_out" }, ""],
    [{ is: "gone" }, ""],
  ];
  for (const [state, buttons] of states) {
    const shown = view(state, (name, values) => `${name}${JSON.stringify(values ?? "")}`, (bytes) => size(bytes, "es"));
    assert.equal(shown.buttons.map((button) => button.does).join(" "), buttons, state.is);
    assert.ok(shown.status !== "" || shown.buttons.length > 0, state.is);
  }
  const waiting = view({ is: "coming", progress: { ...progress, waiting: true } }, (name) => name, String);
  assert.deepEqual([waiting.status, waiting.detail], ["waiting", "progress"]);
});
