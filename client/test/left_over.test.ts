// Topics that are on the phone and no longer in the programme.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOver, type Library, type Topic } from "../src/downloads/library";

const item = (hash: string, bytes: number) => ({ path: `/activities/${hash}`, title: hash, kind: "lesson" as const, hash, bytes });

function phone(records: Topic[], here: string[]): Library {
  const byName = new Map(records.map((record) => [`topic:${record.manifest.topic}`, record]));
  const unasked = (): never => assert.fail("changed what is on the phone");
  return {
    who: "w",
    index: { get: async (_: string, name: string) => byName.get(name) as never, names: async () => [...byName.keys()], put: unasked, remove: unasked },
    content: { get: unasked, put: unasked, remove: unasked, hashes: async () => here },
  };
}

function topic(name: string, state: Topic["state"], items: Topic["manifest"]["items"], before: Topic["before"] = []): Topic {
  return { manifest: { topic: name, title: `Tema ${name}`, language: "es", version: "v1", bytes: 0, items }, state, before };
}

test("a topic that has left the programme is found, whole or half, with what it takes here", async () => {
  const records = [
    topic("t1", "whole", [item("a", 10), item("b", 20)]),
    topic("t2", "coming", [item("c", 30), item("d", 40)], [item("c", 30), item("e", 5)]),
    topic("t3", "whole", [item("f", 50)]),
  ];
  const found = await leftOver(phone(records, ["a", "b", "c", "e", "f"]), ["t3", "t4"]);
  assert.deepEqual(found.map(({ topic, bytes }) => [topic.manifest.title, bytes]), [["Tema t1", 30], ["Tema t2", 35]]);
  assert.deepEqual(await leftOver(phone(records, []), ["t1", "t2", "t3"]), []);
});
