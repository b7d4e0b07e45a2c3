// One phone in the model: its tabs, each with the real machine, whose effects the world carries out late, twice, half or not at
// all. It must not know what a run is checked for beyond what must hold at every moment.

import type { Draft, Waiting } from "../../src/outbox/entry";
import { START, step, type Effect, type Event, type Message, type State } from "../../src/outbox/machine";
import { Disk, luckOf, Server, Time } from "./world";

const SEND_TIMEOUT = 20_000;

export type Step = typeof step;
export type Link = "up" | "bad" | "down";

/** A fault put in on purpose, to see that the model finds it. */
export interface Fault {
  step?: Step;
  /** What is sent instead of an entry. */
  send?: (entry: Waiting, times: number) => Waiting;
  /** Everyone gets the lock. */
  noLock?: boolean;
}

export class Tab {
  state: State = START;
  alive = true;
  frozenUntil = 0;
  timer = 0;
  sending: string | undefined;
  private readonly effects: Effect[] = [];

  constructor(
    readonly phone: Phone,
    readonly name: string,
    readonly who: string | undefined,
  ) {
    this.take({ on: "opened", who });
  }

  take(event: Event): void {
    const { phone } = this;
    if (!this.alive) return;
    if (this.frozenUntil > phone.time.now) {
      return phone.time.after(this.frozenUntil - phone.time.now, () => this.take(event));
    }
    phone.say(() => `${this.name} ${JSON.stringify(event)}`);
    const [state, effects] = (phone.fault.step ?? step)(this.state, event);
    this.state = state;
    const closed = state.key === "left" || state.key === "gone";
    if (closed && state.entries.length > 0) throw new Error(`${this.name} shows what it has no key to`);
    for (const entry of state.entries) {
      if (entry.who !== this.who) throw new Error(`${this.name} shows what ${entry.who} wrote`);
    }
    // One after the other, with room for a cut between any two.
    for (const effect of effects) {
      this.effects.push(effect);
      phone.time.after(phone.luck(3), () => this.next());
    }
  }

  private next(): void {
    const effect = this.effects.shift();
    if (effect !== undefined && this.alive) this.phone.perform(this, effect);
  }

  die(): void {
    this.alive = false;
    if (this.phone.disk.lock === this) this.phone.disk.lock = undefined;
  }
}

export class Phone {
  readonly time = new Time();
  readonly disk = new Disk();
  readonly server = new Server();
  readonly luck: (below: number) => number;
  tabs: Tab[] = [];
  nextTab = 1;
  written = 0;
  /** Storage refuses now and then; not any more at the end. */
  calm = false;
  link: Link = "up";
  session: string | undefined;
  /** The phone's clock less the true time. */
  clock = 0;
  /** What pages were told is on the phone, and what was dismissed after it was shown as refused. */
  readonly kept = new Set<string>();
  readonly dismissed = new Set<string>();
  private readonly sent = new Map<string, number>();
  readonly trace: string[] | undefined;

  constructor(
    seed: number,
    readonly fault: Fault,
    traced: "traced" | "untraced",
  ) {
    this.luck = luckOf(seed);
    this.trace = traced === "traced" ? [] : undefined;
  }

  say(words: () => string): void {
    this.trace?.push(`${String(this.time.now).padStart(7)} ${words()}`);
  }

  perform(tab: Tab, effect: Effect): void {
    this.say(() => `${tab.name}   → ${JSON.stringify(effect)}`);
    switch (effect.do) {
      case "unlock":
        return this.unlock(tab, tab.who ?? "");
      case "store":
        return this.store(tab, effect.draft);
      case "ask":
        return this.time.after(this.luck(5), () => {
          if (!tab.alive) return;
          const free = this.disk.lock === undefined || this.fault.noLock === true;
          if (free) this.disk.lock = tab;
          tab.take({ on: free ? "granted" : "denied" });
        });
      case "release":
        if (this.disk.lock === tab) this.disk.lock = undefined;
        return;
      case "read":
        return this.commit(tab, () => {
          if (this.disk.key !== tab.who) return { on: "locked" };
          if (this.fails()) return { on: "unread", to: effect.to };
          return { on: "read", to: effect.to, entries: this.disk.entries(tab.who ?? "") };
        });
      case "send":
        return this.send(tab, effect.entry);
      case "remove":
        return this.commit(tab, () => {
          if (this.fails()) return { on: "unsettled", command: effect.command };
          this.disk.rows.delete(effect.command);
          return { on: "settled", command: effect.command };
        });
      case "refuse":
        return this.commit(tab, () => {
          const { command } = effect.entry;
          const row = this.disk.rows.get(command);
          if (this.disk.key !== tab.who || this.fails()) return { on: "unsettled", command };
          if (row !== undefined) this.disk.rows.set(command, { ...row, body: { ...row.body, refused: effect.refused } });
          return { on: "settled", command };
        });
      case "wake": {
        const timer = ++tab.timer;
        if (effect.after === undefined) return;
        return this.time.after(effect.after, () => {
          if (tab.timer === timer) tab.take({ on: "timer" });
        });
      }
      case "tell":
        return this.tell(tab, effect.message);
      case "report":
        if (effect.news.is === "kept") this.kept.add(effect.command);
        return;
      case "show":
        return;
    }
  }

  tell(from: Tab, message: Message): void {
    for (const tab of this.tabs) {
      if (tab !== from) this.time.after(this.luck(10), () => tab.take({ on: "told", message }));
    }
  }

  private fails(): boolean {
    return !this.calm && this.luck(40) === 0;
  }

  /** Touches the disk a little later and answers later still. A tab that ends before the first may lose the write. */
  private commit(tab: Tab, touch: () => Event): void {
    this.time.after(this.luck(6), () => {
      if (!tab.alive && this.luck(2) === 0) return;
      const event = touch();
      this.time.after(this.luck(6), () => tab.take(event));
    });
  }

  private unlock(tab: Tab, who: string): void {
    const { disk } = this;
    const before = disk.forgotten;
    if (disk.key === who) return this.time.after(this.luck(5), () => tab.take({ on: disk.key === who ? "unlocked" : "locked" }));
    this.time.after(this.luck(900), () => {
      const had = this.link !== "down" && !this.server.down && this.session === who && this.luck(5) > 0;
      if (had && disk.forgotten === before && tab.alive) disk.key = who;
      tab.take({ on: disk.key === who ? "unlocked" : "locked" });
    });
  }

  private store(tab: Tab, { command, letter }: Draft): void {
    this.commit(tab, () => {
      if (tab.who === undefined || this.disk.key !== tab.who || this.fails()) {
        return { on: "unwritten", command, why: "full" };
      }
      const last = this.disk.of(tab.who).pop();
      const twin = this.disk.rows.get(command);
      if (twin !== undefined && twin.who !== tab.who) return { on: "unwritten", command, why: "another's" };
      const row = this.disk.add(tab.who, command, letter, this.time.now + this.clock);
      if (twin === undefined && last !== undefined && (row.order <= last.order || row.claimed <= last.claimed)) throw new Error("order does not rise");
      const { who, order, claimed } = row;
      return { on: "written", entry: { is: "waiting", command, who, order, claimed, letter } };
    });
  }

  private send(tab: Tab, entry: Waiting): void {
    const times = (this.sent.get(entry.command) ?? 0) + 1;
    this.sent.set(entry.command, times);
    if (!this.disk.ever.has(entry.command)) throw new Error(`${entry.command} was sent before it was stored`);
    if (entry.who !== tab.who) throw new Error(`${tab.name} sends what ${entry.who} wrote`);
    const other = this.tabs.find((other) => other.alive && other !== tab && other.sending !== undefined);
    if (other !== undefined) throw new Error(`${tab.name} and ${other.name} send at once`);
    tab.sending = entry.command;
    const { command, who, letter } = (this.fault.send ?? ((same) => same))(entry, times);
    const request = { command, author: who, content: letter.text, session: this.session };
    let answered = false;
    const answer = (after: number, event: Event): void =>
      this.time.after(after, () => {
        if (answered) return;
        answered = true;
        tab.sending = undefined;
        tab.take(event);
      });
    answer(SEND_TIMEOUT, { on: "answered", command: entry.command, answer: { is: "later" } });
    if (this.link === "down") return answer(this.luck(400), { on: "answered", command: entry.command, answer: { is: "later" } });
    const trouble = this.link === "bad" ? this.luck(6) : this.luck(40);
    // Lost on the way there.
    if (trouble === 0) return;
    const copies = trouble === 1 ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      this.time.after(this.luck(trouble === 2 ? 25_000 : 800), () => {
        // A server that is killed before it has committed.
        if (this.server.down || this.luck(60) === 0) {
          return answer(this.luck(400), { on: "answered", command: entry.command, answer: { is: "later" } });
        }
        const said = this.server.receive(request);
        this.say(() => `server   ${JSON.stringify(request)} ${said.is}`);
        // Lost on the way back, or killed after the commit.
        if (trouble === 3 || this.luck(60) === 0) return;
        answer(this.luck(800), { on: "answered", command: entry.command, answer: said });
      });
    }
  }
}
