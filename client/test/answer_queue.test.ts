// The queue of answers, with a pretended phone, network and clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AnswerQueue, commandId, parseEntry, type Effects, type Entry, type Sent } from "../src/behaviours/answer_queue";

/** One phone's storage, shared by its tabs; what it sends to is decided by each test. */
class Phone {
  stored = new Map<string, Entry>();
  sent: Entry[] = [];
  timers: { milliseconds: number; then: () => void }[] = [];
  answer: (entry: Entry) => Promise<Sent> = async () => ({ kind: "saved" });

  tab(who = "marta"): AnswerQueue {
    const effects: Effects = {
      read: () => [...this.stored.values()],
      write: (entry) => void this.stored.set(entry.command, entry),
      remove: (command) => void this.stored.delete(command),
      send: (entry) => {
        this.sent.push(entry);
        return this.answer(entry);
      },
      after: (milliseconds, then) => {
        const timer = { milliseconds, then };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      changed: () => undefined,
    };
    return new AnswerQueue(who, effects);
  }
}

let made = 0;
const answer = (question: string, chosen: string) => ({ command: `c${++made}`, attempt: "a1", question, answer: chosen });
const offline = async (): Promise<Sent> => ({ kind: "later" });

test("an answer is stored before it is sent and leaves when the server has it", async () => {
  const phone = new Phone();
  phone.answer = async (entry) => {
    assert.ok(phone.stored.has(entry.command), "it was sent before it was stored");
    return { kind: "saved" };
  };
  const tab = phone.tab();
  tab.put(answer("q1", "a"), 1_000);
  await tab.flush();
  assert.equal(phone.sent.length, 1);
  assert.equal(phone.stored.size, 0);
});

test("without signal nothing is lost, the waits grow to half a minute, and a new page sends what waits, in order", async () => {
  const phone = new Phone();
  phone.answer = offline;
  const tab = phone.tab();
  tab.put(answer("q1", "a"), 1_000);
  await tab.flush();
  const waits: number[] = [];
  for (let i = 0; i < 7; i++) {
    const timer = phone.timers.shift();
    assert.ok(timer, "no further try was planned");
    waits.push(timer.milliseconds);
    timer.then();
    await tab.flush();
  }
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  tab.put(answer("q2", "b"), 2_000);
  tab.put(answer("q1", "c"), 3_000);
  await tab.flush();
  phone.sent = [];
  phone.answer = async () => ({ kind: "saved" });
  await phone.tab().wake();
  assert.deepEqual(phone.sent.map((entry) => entry.answer), ["a", "b", "c"]);
  assert.equal(phone.stored.size, 0);
});

test("a clock that goes back does not make a later answer older", () => {
  const phone = new Phone();
  phone.answer = offline;
  const tab = phone.tab();
  tab.put(answer("q1", "a"), 5_000);
  tab.put(answer("q1", "b"), 4_000);
  assert.equal(tab.held("a1", "q1")?.answer, "b");
  const claimed = tab.mine().map((entry) => entry.claimed);
  assert.deepEqual(claimed, [5_000, 5_001]);
});

test("a refused answer keeps its text and words, and does not hold up the next", async () => {
  const phone = new Phone();
  phone.answer = async (entry) => (entry.question === "q1" ? { kind: "refused", words: "closed" } : { kind: "saved" });
  const tab = phone.tab();
  tab.put(answer("q1", "a"), 1_000);
  tab.put(answer("q2", "b"), 2_000);
  await tab.flush();
  assert.equal(tab.held("a1", "q1")?.refused, "closed");
  assert.equal(tab.held("a1", "q2"), undefined);
  phone.sent = [];
  await tab.wake();
  assert.equal(phone.sent.length, 0, "a refused answer was sent again");
});

test("somebody else on the same phone neither sees nor sends it", async () => {
  const phone = new Phone();
  phone.answer = offline;
  const marta = phone.tab("marta");
  marta.put(answer("q1", "a"), 1_000);
  await marta.flush();
  phone.answer = async () => ({ kind: "saved" });
  const otto = phone.tab("otto");
  phone.sent = [];
  await otto.wake();
  assert.deepEqual([otto.mine().length, phone.sent.length, phone.stored.size], [0, 0, 1]);
});

test("two tabs that answer at once lose nothing of each other", async () => {
  const phone = new Phone();
  phone.answer = offline;
  const [one, two] = [phone.tab(), phone.tab()];
  one.put(answer("q1", "a"), 1_000);
  two.put(answer("q2", "b"), 1_000);
  await Promise.all([one.flush(), two.flush()]);
  assert.equal(phone.stored.size, 2);
  phone.answer = async () => ({ kind: "saved" });
  phone.sent = [];
  await Promise.all([one.wake(), two.wake()]);
  assert.equal(phone.stored.size, 0);
  assert.deepEqual(new Set(phone.sent.map((entry) => entry.question)), new Set(["q1", "q2"]));
});

test("a command is a UUID of version 7 that sorts by its time, and junk in storage is no entry", () => {
  const bytes = new Uint8Array(16).fill(255);
  const [early, late] = [commandId(bytes, 1_700_000_000_000), commandId(bytes, 1_800_000_000_000)];
  assert.match(early, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(early < late);
  assert.equal(parseEntry("{"), undefined);
  assert.equal(parseEntry("{\"command\":1}"), undefined);
  assert.equal(parseEntry(null), undefined);
});
