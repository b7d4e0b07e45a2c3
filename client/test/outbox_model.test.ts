// The model of the outbox: the real machine on phones, links and servers that are cut anywhere, in virtual time. Ten thousand
// runs; each ends with good signal and every author coming back, and then nothing that was kept may be lost, doubled, or out
// of its author's order. `TELAR_SEED` repeats a run; a failure prints its seed and the shortest course of things that shows it.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Letter } from "../src/outbox/entry";
import { step, type Effect } from "../src/outbox/machine";
import { Phone, Tab, type Fault } from "./support/phone";

const RUNS = Number(process.env["TELAR_RUNS"] ?? 10_000);
const PEOPLE = ["marta", "otto", "juana"];
const YEAR = 365 * 86_400_000;

/** What is done, to which of those that there are, and how long after the last thing. */
type Action = [what: number, which: number, gap: number];

const MENU: [weight: number, name: string, run: (phone: Phone, which: number) => void][] = [
  [30, "write", (phone, which) => write(phone, which)],
  [3, "write the same in two tabs", (phone, which) => write(phone, which, pick(phone, which + 1))],
  [10, "open a tab", (phone) => phone.tabs.length < 3 && openTab(phone)],
  [8, "kill a tab", (phone, which) => pick(phone, which)?.die()],
  [8, "reload a tab", (phone, which) => reload(phone, which)],
  [3, "kill the browser", (phone) => phone.tabs.forEach((tab) => tab.die())],
  [5, "link down", (phone) => void (phone.link = "down")],
  [5, "link bad", (phone) => void (phone.link = "bad")],
  [5, "link up", (phone) => void (phone.link = "up")],
  [4, "server down", (phone) => void (phone.server.down = true)],
  [4, "server up", (phone) => void (phone.server.down = false)],
  [6, "sign in", (phone, which) => signIn(phone, PEOPLE[which % PEOPLE.length])],
  [2, "sign out", (phone, which) => signOut(phone, which)],
  [2, "session ends", (phone) => void (phone.session = undefined)],
  [4, "network says it is back", (phone, which) => pick(phone, which)?.take({ on: "woken", by: "signal" })],
  [2, "try now", (phone, which) => pick(phone, which)?.take({ on: "woken", by: "hand" })],
  [5, "dismiss", (phone, which) => dismiss(phone, which)],
  [3, "freeze a tab", (phone, which) => freeze(phone, which)],
  [1, "clock jumps", (phone, which) => void (phone.clock = (which % 3) * YEAR - YEAR)],
];
const TABLE = MENU.flatMap((entry) => Array.from({ length: entry[0] }, () => entry));

function pick(phone: Phone, which: number): Tab | undefined {
  phone.tabs = phone.tabs.filter((tab) => tab.alive);
  return phone.tabs[which % Math.max(phone.tabs.length, 1)];
}

function openTab(phone: Phone): Tab {
  pick(phone, 0);
  const tab = new Tab(phone, `tab${phone.nextTab++}(${phone.session ?? "nobody"})`, phone.session);
  phone.tabs.push(tab);
  return tab;
}

function reload(phone: Phone, which: number): void {
  pick(phone, which)?.die();
  openTab(phone);
}

function signIn(phone: Phone, who: string | undefined): void {
  phone.session = who;
  openTab(phone);
}

function signOut(phone: Phone, which: number): void {
  const tab = pick(phone, which);
  if (tab === undefined) return;
  phone.disk.key = undefined;
  phone.disk.forgotten++;
  phone.session = undefined;
  tab.take({ on: "left" });
}

function dismiss(phone: Phone, which: number): void {
  const tab = pick(phone, which);
  const entries = tab?.state.entries ?? [];
  const given = entries[which % Math.max(entries.length, 1)];
  // Nobody presses anything in a frozen tab.
  if (tab === undefined || given === undefined || tab.frozenUntil > phone.time.now) return;
  // Of what still waits nothing may go, even if somebody asks.
  if (given.is === "refused") phone.dismissed.add(given.command);
  tab.take({ on: "dismiss", command: given.command });
}

function freeze(phone: Phone, which: number): void {
  const tab = pick(phone, which);
  if (tab !== undefined) tab.frozenUntil = phone.time.now + which * 1_000;
}

function write(phone: Phone, which: number, twin?: Tab): void {
  const tab = pick(phone, which) ?? openTab(phone);
  const number = ++phone.written;
  const text = which % 5 === 4 ? `${number} refuse` : `${number}`;
  const letter: Letter = { name: "answer.1", action: "/a", fields: [], slot: "", label: "", text };
  for (const one of new Set([tab, twin ?? tab])) one.take({ on: "write", draft: { command: `c${number}`, letter } });
}

/** Small gaps fall between two effects; large ones let waits run out. */
function milliseconds(gap: number): number {
  if (gap < 600) return gap % 25;
  return gap < 900 ? gap : (gap - 899) * 400;
}

/** Good signal: an open page of whoever is signed in sends what waits by itself. Then each author comes back once. */
function heal(phone: Phone): void {
  phone.calm = true;
  phone.link = "up";
  phone.server.down = false;
  for (const tab of phone.tabs) tab.take({ on: "woken", by: "signal" });
  phone.time.until(phone.time.now + 900_000);
  const { session } = phone;
  const may = ({ alive, who, state }: Tab): boolean =>
    alive && who === session && state.key !== "left" && state.stopped === undefined;
  if (session !== undefined && phone.tabs.some(may)) {
    const waits = phone.disk.of(session).filter((row) => row.body.refused === undefined);
    // What only its removal failed for goes at the next page.
    const unsent = waits.filter((row) => !phone.server.carriedOut.some((done) => done.content === row.body.letter.text));
    const told = unsent.filter((row) => !phone.tabs.some((tab) => tab.state.answered[row.command]));
    assert.deepEqual(told.map((row) => row.command), [], "an open page does not send what waits");
  }
  for (const who of PEOPLE) {
    for (const tab of phone.tabs) tab.die();
    phone.session = who;
    openTab(phone);
    phone.time.until(phone.time.now + 900_000);
  }
}

function check(phone: Phone): void {
  const { disk, server } = phone;
  const done = new Map<string, number>();
  for (const request of server.carriedOut) done.set(request.content, (done.get(request.content) ?? 0) + 1);
  for (const [content, times] of done) assert.equal(times, 1, `«${content}» was carried out ${times} times`);
  for (const command of phone.kept) {
    const row = disk.ever.get(command);
    assert.ok(row, `${command} was said to be kept and never was`);
    const state = disk.rows.get(command);
    const refused = state?.body.refused !== undefined || phone.dismissed.has(command);
    assert.ok(done.has(row.body.letter.text) !== refused, `${command} is ${refused ? "refused and carried out" : "lost"}`);
  }
  for (const row of disk.rows.values()) assert.ok(row.body.refused, `${row.command} still waits, with signal and its author here`);
  for (const who of PEOPLE) {
    const mine = server.carriedOut.filter((request) => request.author === who);
    const written = mine.map((request) => [...disk.ever.values()].find((row) => row.body.letter.text === request.content)?.written);
    assert.deepEqual(written, [...written].sort((a, b) => Number(a) - Number(b)), `what ${who} wrote came out of order`);
  }
}

function run(actions: Action[], seed: number, fault: Fault, traced: "traced" | "untraced" = "untraced"): Phone {
  const phone = new Phone(seed, fault, traced);
  try {
    signIn(phone, PEOPLE[0]);
    for (const [what, which, gap] of actions) {
      phone.time.until(phone.time.now + milliseconds(gap));
      const [, name, act] = TABLE[what % TABLE.length] as (typeof MENU)[number];
      phone.say(() => `-- ${name} (${which})`);
      act(phone, which);
    }
    phone.say(() => "-- good signal, and everyone comes back");
    heal(phone);
    check(phone);
    return phone;
  } catch (cause) {
    (cause as { trace?: string[] | undefined }).trace = phone.trace;
    throw cause;
  }
}

const actions = fc.array(fc.tuple(fc.nat(TABLE.length - 1), fc.nat(9), fc.nat(999)), { minLength: 1, maxLength: 40, size: "max" });

/** The failure that was found, told from its shortest course; nothing where all held. */
function search(runs: number, seed: number, fault: Fault): string | undefined {
  const property = fc.property(actions, fc.nat(), (course, luck) => void run(course, luck, fault));
  const found = fc.check(property, { numRuns: runs, seed });
  if (!found.failed) return undefined;
  const [course, luck] = found.counterexample ?? [[], 0];
  try {
    run(course, luck, fault, "traced");
  } catch (cause) {
    const { message, trace } = cause as { message: string; trace?: string[] };
    const again = `TELAR_SEED=${seed} repeats it (run ${found.numRuns}, shortened ${found.numShrinks} times)`;
    return [message, again, ...(trace ?? [])].join("\n");
  }
  return `it failed once and not again: ${String(found.errorInstance)}`;
}

test(`${RUNS} phones cut anywhere: nothing lost, nothing doubled, each author's order kept`, (context) => {
  const seed = Number(process.env["TELAR_SEED"] ?? Date.now() % 2 ** 31);
  context.diagnostic(`TELAR_SEED=${seed}`);
  const found = search(RUNS, seed, {});
  assert.equal(found, undefined, found);
});

// A model that finds nothing may be blind. Each of these faults is one that somebody could make.
const FAULTS: [name: string, finds: RegExp, fault: Fault][] = [
  [
    "what is sent is dropped before the server's word",
    /lost/,
    {
      step: (state, event) => {
        const [next, effects] = step(state, event);
        return [next, effects.flatMap<Effect>((one) => (one.do === "send" ? [one, { do: "remove", command: one.entry.command }] : [one]))];
      },
    },
  ],
  [
    "a retry goes under a new id",
    /carried out 2 times/,
    { send: (entry, times) => ({ ...entry, command: times === 1 ? entry.command : `${entry.command}/${times}` }) },
  ],
  ["two tabs send without the lock", /send at once/, { noLock: true }],
  [
    "the next goes before the one before is answered",
    /order|carried out|lost/,
    {
      step: (state, event) =>
        event.on === "read" && event.entries.length > 1
          ? step(state, { ...event, entries: [...event.entries].reverse() })
          : step(state, event),
    },
  ],
];

for (const [name, finds, fault] of FAULTS) {
  test(`the model finds it when ${name}`, () => {
    const found = search(2_000, 7, fault);
    assert.match(found ?? "nothing was found", finds);
  });
}
