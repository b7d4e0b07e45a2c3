// Fetching a topic, or what changed of it: largest piece first, six at once, each kept as it arrives. What is here already is not
// asked for again, so a download that was cut, paused or killed goes on where it was. Pure: network, storage and waiting come in
// as effects. It must not know the page.

import { TOPIC, topic as recordOf, topics, type Item, type Library, type Manifest, type Topic } from "./library";

const AT_ONCE = 6;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A text is stored about four times as large as it travels. */
const GROWS = 4;
/** What a download leaves free in any case: what she writes must find room before anything else. */
const RESERVE = 2_000_000;

/** An answer of the server, whole and as it was asked for; or what stands in its way. */
export type Got<T> = { is: "here"; value: T } | { is: "later" } | { is: "gone" } | { is: "signed_out" };

export interface Effects {
  library: Library;
  manifest(topic: string, stop: AbortSignal): Promise<Got<Manifest>>;
  /** The piece with this hash, checked against it. */
  piece(hash: string, stop: AbortSignal): Promise<Got<Uint8Array<ArrayBuffer>>>;
  /** How many bytes this site may still store. */
  room(): Promise<number>;
  /** Ends after so many milliseconds, or sooner where there is reason to try again or to stop. */
  wait(milliseconds: number, stop: AbortSignal): Promise<void>;
  tell(progress: Progress): void;
}

export interface Progress {
  done: number;
  all: number;
  /** The server cannot be reached just now. */
  waiting: boolean;
}

/** `gone`: the server no longer has what it listed. */
export type Outcome = "whole" | "stopped" | "gone" | "full" | "signed_out" | "locked" | "shut";

/** What of these is not here yet, each once, largest first. */
export function missing(items: Item[], here: ReadonlySet<string>): Item[] {
  const byHash = new Map(items.filter((item) => !here.has(item.hash)).map((item) => [item.hash, item]));
  return [...byHash.values()].sort((a, b) => b.bytes - a.bytes);
}

export function bytesOf(items: Item[]): number {
  return items.reduce((sum, item) => sum + item.bytes, 0);
}

/** Fetches the topic until it is whole, she stops it, or it cannot go on. */
export async function download(name: string, effects: Effects, stop: AbortSignal): Promise<Outcome> {
  const { library } = effects;
  try {
    // A piece that has gone meanwhile means that there is a newer manifest; the second time something else is wrong.
    for (let round = 0; round < 2; round++) {
      const got = await untilHere((signal) => effects.manifest(name, signal), effects, stop);
      if (got === undefined) return "stopped";
      if (got.is === "signed_out") return "signed_out";
      if (got.is === "gone") return "gone";
      await put(library, { manifest: got.value, state: "coming", before: shownBefore(await recordOf(library, name), got.value) });
      const outcome = await new Fetching(got.value, effects, stop).run();
      if (outcome === "gone") continue;
      if (outcome !== "whole") return outcome;
      await put(library, { manifest: got.value, state: "whole", before: [] });
      await prune(library);
      return "whole";
    }
    return "gone";
  } catch (cause) {
    return whyNot(cause);
  }
}

function shownBefore(known: Topic | undefined, manifest: Manifest): Item[] {
  if (known === undefined) return [];
  return known.manifest.version === manifest.version ? known.before : [...known.manifest.items, ...known.before];
}

/** One run over the pieces of one manifest. */
class Fetching {
  private queue: Item[] = [];
  private progress: Progress = { done: 0, all: 0, waiting: false };
  private wait = FIRST_WAIT;
  private resting: Promise<void> | undefined;
  private ended: Outcome | undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly effects: Effects,
    private readonly stop: AbortSignal,
  ) {}

  async run(): Promise<Outcome> {
    const { library } = this.effects;
    this.queue = missing(this.manifest.items, new Set(await library.content.hashes(library.who)));
    const all = bytesOf(missing(this.manifest.items, new Set()));
    this.tell({ done: all - bytesOf(this.queue), all });
    if (this.queue.length > 0 && (await this.effects.room()) < bytesOf(this.queue) * GROWS + RESERVE) return "full";
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.work()));
    return this.ended ?? (this.stop.aborted ? "stopped" : "whole");
  }

  private async work(): Promise<void> {
    while (this.ended === undefined && !this.stop.aborted) {
      const item = this.queue.shift();
      if (item === undefined) return;
      const got = await this.effects.piece(item.hash, this.stop);
      if (got.is === "here") {
        await this.keep(item, got.value);
      } else if (got.is === "later") {
        this.queue.unshift(item);
        await this.rest();
      } else {
        this.ended = got.is;
      }
    }
  }

  private async keep(item: Item, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { library } = this.effects;
    try {
      await library.content.put(library.who, item.hash, bytes);
    } catch (cause) {
      this.ended = whyNot(cause);
      return;
    }
    this.wait = FIRST_WAIT;
    this.tell({ done: this.progress.done + item.bytes, waiting: false });
  }

  /** All wait together, and twice as long each time nothing came in between. */
  private rest(): Promise<void> {
    this.resting ??= (async () => {
      this.tell({ waiting: true });
      const wait = this.wait;
      this.wait = Math.min(wait * 2, LONGEST_WAIT);
      await this.effects.wait(wait, this.stop);
      this.resting = undefined;
    })();
    return this.resting;
  }

  private tell(news: Partial<Progress>): void {
    this.progress = { ...this.progress, ...news };
    this.effects.tell(this.progress);
  }
}

async function untilHere<T>(
  ask: (stop: AbortSignal) => Promise<Got<T>>,
  effects: Effects,
  stop: AbortSignal,
): Promise<Exclude<Got<T>, { is: "later" }> | undefined> {
  for (let wait = FIRST_WAIT; !stop.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const got = await ask(stop);
    if (stop.aborted) return undefined;
    if (got.is !== "later") return got;
    effects.tell({ done: 0, all: 0, waiting: true });
    await effects.wait(wait, stop);
  }
  return undefined;
}

export function put(library: Library, record: Topic): Promise<void> {
  return library.index.put(library.who, TOPIC + record.manifest.topic, record);
}

/** Takes a topic off the phone; what another topic needs too stays. */
export async function remove(library: Library, name: string): Promise<void> {
  await library.index.remove(library.who, TOPIC + name);
  await prune(library);
}

/** Leaves a download that is under way: back to what was whole before it, or to nothing. */
export async function undo(library: Library, name: string): Promise<void> {
  const record = await recordOf(library, name);
  if (record === undefined) return;
  const here = new Set(await library.content.hashes(library.who));
  const { before } = record;
  const usable = before.length > 0 && missing(before, here).length === 0;
  if (!usable) return remove(library, name);
  // Its version is that of no manifest, so the next visit offers the update again.
  const manifest = { ...record.manifest, items: before, bytes: bytesOf(before), version: "" };
  await put(library, { manifest, state: "whole", before: [] });
  await prune(library);
}

/** Removes what no topic needs. The pieces are listed before the topics: each piece was written after its topic. */
export async function prune(library: Library): Promise<void> {
  const here = await library.content.hashes(library.who);
  const wanted = (await topics(library)).flatMap(({ manifest, before }) => [...manifest.items, ...before]);
  const needed = new Set(wanted.map(({ hash }) => hash));
  const idle = here.filter((hash) => !needed.has(hash));
  if (idle.length > 0) await library.content.remove(library.who, idle);
}

/** By name: the vault may be another script's. */
function whyNot(cause: unknown): Outcome {
  const { name } = cause as Error;
  return name === "Full" ? "full" : name === "Locked" ? "locked" : "shut";
}
