// A small world in virtual time for the model of the outbox: a queue of things to come, luck that a seed decides, one phone's
// storage, one link and one server. Everything in it can be cut anywhere. It must not know the machine's inside.

import { after, read, type Body, type Entry, type Letter } from "../../src/outbox/entry";
import type { Answer } from "../../src/outbox/machine";
import { decide, type Command } from "./server_rule";

type Job = { at: number; turn: number; run: () => void };

/** Luck from a seed (mulberry32): the same seed, the same luck. */
export function luckOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export class Time {
  now = 0;
  private turn = 0;
  private readonly heap: Job[] = [];

  after(milliseconds: number, run: () => void): void {
    const { heap } = this;
    heap.push({ at: this.now + milliseconds, turn: this.turn++, run });
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) break;
      this.swap(child, parent);
      child = parent;
    }
  }

  /** Lets everything happen that is due until then. */
  until(then: number): void {
    for (let first = this.heap[0]; first !== undefined && first.at <= then; first = this.heap[0]) {
      this.drop();
      this.now = first.at;
      first.run();
    }
    this.now = Math.max(this.now, then);
  }

  private drop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      let least = parent;
      if (left < this.heap.length && this.before(left, least)) least = left;
      if (left + 1 < this.heap.length && this.before(left + 1, least)) least = left + 1;
      if (least === parent) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private before(one: number, other: number): boolean {
    const [a, b] = [this.heap[one] as Job, this.heap[other] as Job];
    return a.at - b.at < 0 || (a.at === b.at && a.turn < b.turn);
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    [heap[one], heap[other]] = [heap[other] as Job, heap[one] as Job];
  }
}

export type Row = { command: string; who: string; order: number; claimed: number; body: Body; written: number };

/** What is on the phone's disk. The world calls these at the moment of a commit; before it, a cut loses the write. */
export class Disk {
  readonly rows = new Map<string, Row>();
  /** Every row that ever was committed, in that order. */
  readonly ever = new Map<string, Row>();
  /** Whose key is here, and how often keys were forgotten. */
  key: string | undefined;
  forgotten = 0;
  lock: object | undefined;

  of(who: string): Row[] {
    return [...this.rows.values()].filter((row) => row.who === who).sort((a, b) => a.order - b.order);
  }

  entries(who: string): Entry[] {
    return this.of(who).map(({ command, order, claimed, body }) => read({ command, who, order, claimed }, 1, body));
  }

  add(who: string, command: string, letter: Letter, clock: number): Row {
    const there = this.rows.get(command);
    if (there !== undefined) return there;
    const row = { command, who, ...after(this.of(who).pop(), clock), body: { letter }, written: this.ever.size };
    this.rows.set(command, row);
    if (!this.ever.has(command)) this.ever.set(command, row);
    return row;
  }
}

export interface Request extends Command {
  command: string;
  /** Whose cookie it carried. */
  session: string | undefined;
}

/** Carries each command out once, by the table, or refuses it; forgets nothing that it has committed. */
export class Server {
  down = false;
  readonly carriedOut: Request[] = [];
  private readonly known = new Map<string, Command>();

  /** The answer, and what it commits. Letters that say `refuse` are refused by a rule of their kind. */
  receive(request: Request): Answer {
    if (request.session === undefined) return { is: "stranger", problem: "signed_out", words: "enter" };
    if (request.session !== request.author) return { is: "stranger", problem: "someone_else", words: "another" };
    const then = decide(this.known.get(request.command), request);
    if (then === "refuse") return { is: "refused", problem: "other_content", words: "no" };
    if (then === "answer_as_before") return { is: "saved", saved: "again" };
    if (request.content.includes("refuse")) return { is: "refused", problem: "closed", words: "no" };
    this.known.set(request.command, request);
    this.carriedOut.push(request);
    return { is: "saved", saved: "stands" };
  }
}
