// The parts of the outbox one by one: the machine's rules as a person would tell them, what counts as the server's word, shapes of
// entries, clocks, the lease, and the driver on pretended ports.

import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { learn, now } from "../src/outbox/clock";
import { after, commandId, read, upgrade, type Draft, type Entry, type Letter, type Waiting } from "../src/outbox/entry";
import { START, step, why, type Answer, type Effect, type Event, type Message, type State } from "../src/outbox/machine";
import { draftOf, takeOver } from "../src/outbox/old_queue";
import { answerOf } from "../src/outbox/post";
import { Sender, type Ports } from "../src/outbox/sender";
import { byLease } from "../src/outbox/turn";
import { Vault } from "../src/vault/vault";

const letter = (text: string): Letter => ({ name: "post.1", action: "/a", fields: [["text", text]], slot: "/a", label: "", text });
const entry = (order: number, who = "marta"): Waiting => ({
  is: "waiting",
  command: `c${order}`,
  who,
  order,
  claimed: order,
  letter: letter(`${order}`),
});
const saved: Answer = { is: "saved", saved: "stands" };
const refused: Answer = { is: "refused", problem: "closed", words: "closed" };
const answered = (command: string, answer: Answer): Event => ({ on: "answered", command, answer });

/** Gives the machine one event after the other; what is left is the state and what was done at the last. */
function course(events: Event[], from: State = START): { state: State; effects: readonly Effect[]; done: string[] } {
  let state = from;
  let effects: readonly Effect[] = [];
  for (const event of events) [state, effects] = step(state, event);
  return { state, effects, done: effects.map((effect) => effect.do) };
}

const open: Event[] = [{ on: "opened", who: "marta" }, { on: "unlocked" }, { on: "granted" }];
const reads = (...entries: Entry[]): Event => ({ on: "read", to: "send", entries });

test("nothing is sent before storage has it, and then the oldest goes first", () => {
  const draft: Draft = { command: "c1", letter: letter("1") };
  assert.deepEqual(course([...open, reads(), { on: "write", draft }]).done, ["store"]);
  const { effects } = course([...open, reads(entry(1), entry(2))]);
  assert.deepEqual(effects.filter((effect) => effect.do === "send"), [{ do: "send", entry: entry(1) }]);
});

test("a refusal is written down and does not hold up the next", () => {
  const { state, done } = course([...open, reads(entry(1), entry(2)), answered("c1", refused)]);
  assert.ok(done.includes("refuse"));
  const stale = course([{ on: "unsettled", command: "c1" }, reads(entry(1), entry(2))], state);
  assert.deepEqual(stale.effects.find((effect) => effect.do === "send"), { do: "send", entry: entry(2) });
});

test("without an answer the waits grow to half a minute, the one after waits too, and signal ends the waiting", () => {
  let { state } = course([...open, reads(entry(1), entry(2))]);
  const waits: unknown[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const later = course([answered("c1", { is: "later" })], state);
    waits.push(later.effects.flatMap((effect) => (effect.do === "wake" ? [effect.after] : []))[0]);
    assert.ok(later.done.includes("release"), "a tab that waits lets others have the turn");
    assert.equal(why(later.state), "no_signal");
    ({ state } = course([{ on: "timer" }, { on: "granted" }, reads(entry(1), entry(2))], later.state));
    assert.equal(state.busy?.command, "c1");
  }
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  const woken = course([answered("c1", { is: "later" }), { on: "woken", by: "signal" }], state);
  assert.ok(woken.done.includes("ask"));
  assert.equal(woken.state.wait, 1_000);
});

test("when the server does not know her, nothing more goes until she is back", () => {
  const stranger: Answer = { is: "stranger", problem: "signed_out", words: "enter" };
  const { state } = course([...open, reads(entry(1)), answered("c1", stranger)]);
  assert.equal(why(state), "signed_out");
  for (const event of [{ on: "timer" }, { on: "woken", by: "signal" }, { on: "written", entry: entry(2) }] as Event[]) {
    assert.ok(!course([event], state).done.includes("ask"), event.on);
  }
  assert.ok(course([{ on: "told", message: { tell: "person", who: "marta" } }], state).done.includes("ask"));
});

test("another person's page closes this one's outbox, and her own opens it again", () => {
  const { state } = course([...open, reads(entry(1)), { on: "told", message: { tell: "person", who: "otto" } }]);
  assert.deepEqual(state.entries, []);
  assert.equal(why(state), "someone_else");
  const over = course([answered("c1", saved), { on: "settled", command: "c1" }], state);
  assert.equal(over.state.phase, "idle");
  const draft: Draft = { command: "c2", letter: letter("2") };
  assert.deepEqual(course([{ on: "write", draft }], over.state).done, ["report"], "nothing may fetch her key again");
  assert.ok(course([{ on: "told", message: { tell: "person", who: "marta" } }], over.state).done.includes("unlock"));
});

test("when somebody leaves in one tab, the others show nothing any more", () => {
  const { state, done } = course([...open, reads(entry(1)), { on: "told", message: { tell: "left" } }]);
  assert.deepEqual([state.entries, done], [[], ["show"]]);
  const over = course([answered("c1", saved), { on: "settled", command: "c1" }, { on: "timer" }, { on: "woken", by: "signal" }], state);
  assert.deepEqual([over.state.phase, over.done], ["idle", []]);
});

test("what a newer script wrote is left alone, and what was written after it waits for it; damaged things do not", () => {
  const place = { command: "c1", who: "marta", order: 1, claimed: 1 };
  const newer = course([...open, reads({ ...place, is: "newer" }, entry(2))]);
  assert.deepEqual([newer.state.phase, newer.done.includes("send")], ["idle", false]);
  assert.deepEqual(course([{ on: "dismiss", command: "c1" }], newer.state).effects, []);
  const damaged = course([...open, reads({ ...place, is: "damaged" }, entry(2))]);
  assert.equal(damaged.state.busy?.command, "c2");
});

test("only what was refused or is damaged can be dismissed", () => {
  const { state } = course([...open, reads(entry(1))]);
  assert.deepEqual(course([{ on: "dismiss", command: "c1" }], state).effects, []);
  const after = course([answered("c1", refused), { on: "dismiss", command: "c1" }], state);
  assert.deepEqual(after.effects, [{ do: "remove", command: "c1" }]);
});

test("only the server's own words count, and no path but one of this site", () => {
  const table: [status: number, said: unknown, is: Answer][] = [
    [200, { saved: "stands", next: "/today" }, { is: "saved", saved: "stands", next: "/today" }],
    [200, { saved: "late", next: "//elsewhere", words: "w" }, { is: "saved", saved: "late", words: "w" }],
    [200, { saved: "stands", next: "/\\elsewhere" }, { is: "saved", saved: "stands" }],
    [200, { ok: true }, { is: "later" }],
    [200, null, { is: "later" }],
    [302, { saved: "stands" }, { is: "later" }],
    [401, { problem: "signed_out", words: "w" }, { is: "stranger", problem: "signed_out", words: "w" }],
    [404, { problem: "not_found", words: "w" }, { is: "refused", problem: "not_found", words: "w" }],
    [409, { problem: "go_on", words: "w", next: "/x" }, { is: "refused", problem: "go_on", words: "w", next: "/x" }],
    [422, { problem: "empty", words: "w" }, { is: "refused", problem: "empty", words: "w" }],
    [409, { problem: "closed" }, { is: "later" }],
    [429, { problem: "slow", words: "w" }, { is: "later" }],
    [503, { problem: "unavailable", words: "w" }, { is: "later" }],
  ];
  for (const [status, said, is] of table) assert.deepEqual(answerOf(status, said), is, `${status} ${JSON.stringify(said)}`);
});

test("an entry is read in the shapes that were ever written; a newer one is not touched and junk is no entry", () => {
  const place = { command: "c1", who: "marta", order: 1, claimed: 1 };
  assert.equal(read(place, 1, { letter: letter("1") }).is, "waiting");
  assert.equal(read(place, 1, { letter: letter("1"), refused: { problem: "p", words: "w" } }).is, "refused");
  assert.equal(read(place, 2, undefined).is, "newer");
  for (const junk of [undefined, null, 1, "x", {}, { letter: { name: 1 } }]) assert.equal(read(place, 1, junk).is, "damaged");
  assert.equal(upgrade(0, { letter: letter("1") }), undefined);
});

test("a command is a UUID of version 7 that sorts by its time", () => {
  const bytes = new Uint8Array(16).fill(255);
  const [early, late] = [commandId(bytes, 1_700_000_000_000), commandId(bytes, 1_800_000_000_000)];
  assert.match(early, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(early < late);
});

test("a clock that goes back does not make a later thing older", () => {
  assert.deepEqual(after(undefined, 5_000.4), { order: 1, claimed: 5_000 });
  assert.deepEqual(after({ order: 4, claimed: 5_000 }, 4_000), { order: 5, claimed: 5_001 });
});

test("a phone's clock is left as it goes, corrected where it is far off, and never before what the server has said", () => {
  const YEAR = 365 * 86_400_000;
  assert.equal(now(undefined, 7), 7);
  const well = learn(undefined, 100_000, 99_000);
  assert.equal(now(well, 200_000), 200_000);
  const ahead = learn(well, 300_000, 300_000 + YEAR);
  assert.equal(now(ahead, 400_000 + YEAR), 400_000);
  // The battery ran empty: the phone begins again in 1970.
  assert.equal(now(learn(undefined, YEAR, YEAR), 5), YEAR);
});

test("the lease is one tab's, runs out, and a clock set back does not make it last for ever", async () => {
  globalThis.indexedDB = new IDBFactory();
  const vault = await new Vault().open();
  let clock = 1_000_000;
  const turn = (holder: string) => byLease(async () => vault, holder, () => clock);
  const [one, two] = [turn("one"), turn("two")];
  const release = await one.take();
  assert.ok(release);
  assert.equal(await two.take(), undefined);
  assert.equal(await two.still(), false);
  clock += 31_000;
  assert.ok(await two.take());
  assert.equal(await one.still(), false, "it was taken meanwhile");
  clock -= 900_000;
  assert.ok(await one.take());
});

test("answers that earlier scripts kept go over once, in order, under their ids and times; others' stay", async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
  };
  const shown = { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) };
  (globalThis as { localStorage?: unknown }).localStorage = new Proxy(storage, shown);
  const old = (command: string, who: string, claimed: number) =>
    kept.set(`telar.answer.d.${command}`, JSON.stringify({ command, who, attempt: "a1", question: "q1", answer: "b", claimed }));
  kept.set("telar.device", "d");
  kept.set("telar.answer.d.junk", "{");
  old("c2", "marta", 2_000.6);
  old("c1", "marta", 1_000);
  old("c3", "otto", 500);
  const drafts: Draft[] = [];
  await takeOver("marta", async (draft) => {
    drafts.push(draft);
    assert.ok(kept.has(`telar.answer.d.${draft.command}`), "it was removed before it was stored");
  });
  assert.deepEqual(drafts.map(({ command, claimed }) => [command, claimed]), [["c1", 1_000], ["c2", 2_001]]);
  assert.deepEqual([...kept.keys()].sort(), ["telar.answer.d.c3", "telar.answer.d.junk", "telar.device"]);
  await assert.rejects(takeOver("otto", () => Promise.reject(new Error("full"))));
  assert.ok(kept.has("telar.answer.d.c3"), "what could not be taken over is not removed");
  const { letter } = draftOf({ command: "c", who: "w", attempt: "a1", question: "q1", answer: "b", claimed: 1 });
  assert.deepEqual([letter.action, letter.name, letter.fields], ["/attempts/a1/answers", "answer.1", [["question", "q1"], ["answer", "b"]]]);
});

/** Ports that keep all in memory and answer at once. */
class Pretended implements Ports {
  stored = new Map<string, Entry>();
  sent: string[] = [];
  answer: Answer = saved;
  messages: Message[] = [];
  timers: (() => void)[] = [];
  unlock = async (): Promise<void> => undefined;
  append = async (who: string, { command, letter }: Draft): Promise<Waiting> => {
    const made: Waiting = { is: "waiting", command, who, order: this.stored.size + 1, claimed: 1, letter };
    this.stored.set(command, made);
    return made;
  };
  read = async (): Promise<Entry[]> => [...this.stored.values()];
  refuse = async (): Promise<void> => undefined;
  remove = async (command: string): Promise<void> => void this.stored.delete(command);
  send = async (sent: Waiting): Promise<Answer> => {
    this.sent.push(sent.command);
    return this.answer;
  };
  direct = async (_who: string, { command }: Draft): Promise<Answer> => {
    this.sent.push(command);
    return this.answer;
  };
  take = async (): Promise<() => void> => () => undefined;
  after = (_milliseconds: number, then: () => void): (() => void) => {
    this.timers.push(then);
    return () => undefined;
  };
  tell = (message: Message): void => void this.messages.push(message);
}

test("a page is told that it is kept, and then what the server said", async () => {
  const ports = new Pretended();
  const sender = new Sender(ports);
  sender.take({ on: "opened", who: "marta" });
  const news = await sender.write({ command: "c1", letter: letter("1") });
  assert.equal(news.is, "kept");
  assert.deepEqual(await sender.answer("c1", 6_000), saved);
  assert.deepEqual(ports.sent, ["c1"]);
});

test("without signal a page is told so at once, and the verdict comes when it comes", async () => {
  const ports = new Pretended();
  ports.answer = { is: "later" };
  const sender = new Sender(ports);
  sender.take({ on: "opened", who: "marta" });
  await sender.write({ command: "c1", letter: letter("1") });
  assert.deepEqual(await sender.answer("c1", 6_000), { is: "later" });
  const verdict = sender.verdict("c1");
  ports.answer = saved;
  sender.wake("signal");
  assert.deepEqual(await verdict, saved);
});

test("what storage refuses is said to be unkept, and goes directly only when nothing waits", async () => {
  const ports = new Pretended();
  ports.answer = { is: "later" };
  const sender = new Sender(ports);
  sender.take({ on: "opened", who: "marta" });
  await sender.write({ command: "c1", letter: letter("1") });
  ports.append = () => Promise.reject(new Error("full"));
  assert.equal((await sender.write({ command: "c2", letter: letter("2") })).is, "unkept");
  assert.deepEqual(await sender.direct({ command: "c2", letter: letter("2") }, 6_000), { is: "later" });
  assert.ok(!ports.sent.includes("c2"));
  ports.answer = saved;
  assert.deepEqual(await sender.direct({ command: "c2", letter: letter("2") }, 6_000), saved);
  assert.deepEqual(ports.sent.slice(-2), ["c1", "c2"]);
});

test("a page's own mistake does not stop the sending", async (context) => {
  const ports = new Pretended();
  const sender = new Sender(ports);
  const thrown: unknown[] = [];
  context.mock.method(globalThis, "setTimeout", (run: () => void) => {
    try {
      run();
    } catch (cause) {
      thrown.push(cause);
    }
  });
  sender.watch(() => {
    throw new Error("a page's mistake");
  });
  sender.take({ on: "opened", who: "marta" });
  await sender.write({ command: "c1", letter: letter("1") });
  await sender.verdict("c1");
  assert.deepEqual(ports.sent, ["c1"]);
  assert.ok(thrown.length > 0);
});
