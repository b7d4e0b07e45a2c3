// Fetching a topic, or what changed of it: one answer brings what it is made of and all that is not here yet, and each piece is
// kept as it arrives. What is here already is not asked for again, so a download that was cut, paused or killed goes on where it
// was. Pure: network, storage and waiting come in as effects. It must not know the page.

import { TOPIC, topic as recordOf, topics, type Item, type Library, type Manifest, type Topic } from "./library";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A text is stored about four times as large as it travels. */
const GROWS = 4;
/** What a download leaves free in any case: what she writes must find room before anything else. */
const RESERVE = 2_000_000;

/** An answer of the server, whole and as it was asked for; or what stands in its way. */
export type Got<T> = { is: "here"; value: T } | { is: "later" } | { is: "gone" } | { is: "signed_out" };

/** It would go over the month's limit that she chose: so much is used, so much this would take. In bytes. */
export interface Over {
  is: "over";
  month: number;
  limit: number;
  bytes: number;
}

/** What is asked of the server. */
export interface Wanted {
  /** Hashes of what is here. */
  here: string[];
  /** Whether the server is to say first where her limit would be crossed. */
  limit: "ask" | "asked";
}

/** An answer under way. */
export interface Coming {
  manifest: Manifest;
  /** Ends when all has come, or where the answer was cut or is not what it should be. */
  pieces: AsyncIterable<Arrival>;
  /** Ends the answer, wherever it is. */
  leave(): void;
}

export interface Arrival {
  hash: string;
  /** How much of it has come, up to 1. */
  part: number;
  /** All of it, checked against the hash. */
  bytes?: Uint8Array<ArrayBuffer>;
}

export interface Effects {
  library: Library;
  take(topic: string, wanted: Wanted, stop: AbortSignal): Promise<Got<Coming> | Over>;
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

/** `gone`: the server has no such topic for her. */
export type Outcome = "whole" | "stopped" | "gone" | "full" | "signed_out" | "locked" | "shut";

/** What of these is not here yet, each once. */
export function missing(items: Item[], here: ReadonlySet<string>): Item[] {
  return [...new Map(items.filter((item) => !here.has(item.hash)).map((item) => [item.hash, item])).values()];
}

export function bytesOf(items: Item[]): number {
  return items.reduce((sum, item) => sum + item.bytes, 0);
}

/** Fetches the topic until it is whole, she stops it, or it cannot go on. */
export async function download(name: string, limit: Wanted["limit"], effects: Effects, stop: AbortSignal): Promise<Outcome | Over> {
  try {
    return await new Download(name, limit, effects, stop).run();
  } catch (cause) {
    return whyNot(cause);
  }
}

function shownBefore(known: Topic | undefined, manifest: Manifest): Item[] {
  if (known === undefined) return [];
  return known.manifest.version === manifest.version ? known.before : [...known.manifest.items, ...known.before];
}

class Download {
  private progress: Progress = { done: 0, all: 0, waiting: false };
  private wait = FIRST_WAIT;

  constructor(
    private readonly name: string,
    private limit: Wanted["limit"],
    private readonly effects: Effects,
    private readonly stop: AbortSignal,
  ) {}

  async run(): Promise<Outcome | Over> {
    const { library } = this.effects;
    while (!this.stop.aborted) {
      const here = await library.content.hashes(library.who);
      const got = await this.effects.take(this.name, { here, limit: this.limit }, this.stop);
      if (got.is === "over") return got;
      if (got.is === "here") {
        // What has begun goes on after a cut without another question.
        this.limit = "asked";
        const outcome = await this.receive(got.value, here).finally(() => got.value.leave());
        if (outcome !== "cut") return outcome;
      } else if (got.is !== "later") {
        return got.is;
      }
      await this.rest();
    }
    return "stopped";
  }

  private async receive(coming: Coming, here: string[]): Promise<Outcome | "cut"> {
    const { library } = this.effects;
    const { manifest } = coming;
    const before = shownBefore(await recordOf(library, this.name), manifest);
    if (this.stop.aborted) return "stopped";
    await put(library, { manifest, state: "coming", before });
    const lacking = new Map(missing(manifest.items, new Set(here)).map((item) => [item.hash, item]));
    const all = bytesOf(missing(manifest.items, new Set()));
    const done = (): number => all - bytesOf([...lacking.values()]);
    this.tell({ done: done(), all, waiting: false });
    if (lacking.size > 0 && (await this.effects.room()) < (all - done()) * GROWS + RESERVE) return "full";
    for await (const { hash, part, bytes } of coming.pieces) {
      if (this.stop.aborted) return "stopped";
      const item = lacking.get(hash);
      if (item === undefined) continue;
      if (bytes === undefined) {
        this.tell({ done: done() + Math.floor(item.bytes * part) });
        continue;
      }
      await library.content.put(library.who, hash, bytes);
      lacking.delete(hash);
      this.wait = FIRST_WAIT;
      this.tell({ done: done() });
    }
    if (this.stop.aborted) return "stopped";
    this.tell({ done: done() });
    if (lacking.size > 0) return "cut";
    await put(library, { manifest, state: "whole", before: [] });
    await prune(library);
    return "whole";
  }

  /** Twice as long each time nothing came in between. */
  private async rest(): Promise<void> {
    if (this.stop.aborted) return;
    this.tell({ waiting: true });
    const wait = this.wait;
    this.wait = Math.min(wait * 2, LONGEST_WAIT);
    await this.effects.wait(wait, this.stop);
  }

  private tell(news: Partial<Progress>): void {
    this.progress = { ...this.progress, ...news };
    this.effects.tell(this.progress);
  }
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
