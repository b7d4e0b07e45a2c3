// What the server gives to a download, and how it is asked. Everything is checked before it counts: a hotspot's page, an answer
// that was cut, or a piece that is not the one asked for is no answer. It must not know what is done with it.

import type { Arrival, Coming, Got, Over, Wanted } from "./download";
import type { Item, Manifest } from "./library";

/** How long nothing may come before the request is given up. */
const STALLED = 20_000;
/** So many digits of a hash say to the server what is here. */
const HERE = 12;
const LINE_END = 10;

/** The first line of an answer: for each piece that follows its place among the items, and its length. */
interface Head {
  manifest: Manifest;
  coming: [number, number][];
}

/** What a topic is made of now. */
export async function manifest(topic: string, stop: AbortSignal): Promise<Got<Manifest>> {
  const answer = await Answer.to(addressOf(topic), {}, stop);
  if (answer === undefined) return { is: "later" };
  try {
    if (answer.status !== 200) return refused(answer.status);
    const said = parse(await answer.rest());
    return isManifest(said) && said.topic === topic ? { is: "here", value: said } : { is: "later" };
  } finally {
    answer.end();
  }
}

/** All that is lacking of a topic, in one answer. */
export async function take(topic: string, wanted: Wanted, stop: AbortSignal): Promise<Got<Coming> | Over> {
  const here = wanted.here.map((hash) => hash.slice(0, HERE)).join(".");
  const body = new URLSearchParams({ here, limit: wanted.limit });
  const answer = await Answer.to(addressOf(topic), { method: "POST", body }, stop);
  if (answer === undefined) return { is: "later" };
  if (answer.status !== 200) {
    const over = answer.status === 409 ? overOf(parse(await answer.rest())) : undefined;
    answer.end();
    return over ?? refused(answer.status);
  }
  const head = parse(await answer.line());
  if (!isHead(head) || head.manifest.topic !== topic) {
    answer.end();
    return { is: "later" };
  }
  return { is: "here", value: { manifest: head.manifest, pieces: pieces(head, answer), leave: () => answer.end() } };
}

async function* pieces({ manifest, coming }: Head, answer: Answer): AsyncGenerator<Arrival, void> {
  for (const [place, length] of coming) {
    const hash = manifest.items[place]?.hash ?? "";
    const bytes = new Uint8Array(length);
    for (let come = 0; come < length; ) {
      const chunk = await answer.upTo(length - come);
      if (chunk === undefined) return;
      bytes.set(chunk, come);
      come += chunk.length;
      if (come < length) yield { hash, part: come / length };
    }
    if ((await hashOf(bytes, hash.length)) !== hash) return;
    yield { hash, part: 1, bytes };
  }
}

/** The first digits of the SHA-256 of these bytes. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>, digits: number): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, digits);
}

function addressOf(topic: string): string {
  return `/topics/${encodeURIComponent(topic)}/download`;
}

function refused(status: number): { is: "later" } | { is: "gone" } | { is: "signed_out" } {
  if (status === 401 || status === 403) return { is: "signed_out" };
  return status === 404 || status === 410 ? { is: "gone" } : { is: "later" };
}

/** An answer as it comes. That it was cut, was stopped or stalled looks the same as its end: what has come is judged by itself. */
class Answer {
  private left: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  private readonly giveUp = new AbortController();
  private readonly stopped = (): void => this.giveUp.abort();
  status = 0;

  private constructor(private readonly stop: AbortSignal) {
    stop.addEventListener("abort", this.stopped);
  }

  /** Nothing where none comes. */
  static async to(path: string, asked: RequestInit, stop: AbortSignal): Promise<Answer | undefined> {
    const answer = new Answer(stop);
    if (stop.aborted) answer.stopped();
    answer.watch();
    try {
      const headers = { accept: "application/json" };
      const response = await fetch(path, { ...asked, headers, cache: "no-store", redirect: "error", signal: answer.giveUp.signal });
      answer.status = response.status;
      answer.reader = response.body?.getReader();
      return answer;
    } catch {
      answer.end();
      return undefined;
    }
  }

  /** What comes next, at most so many bytes; nothing at the end. */
  async upTo(most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    while (this.left.length === 0) {
      const chunk = await this.read();
      if (chunk === undefined) return undefined;
      this.left = chunk;
    }
    const next = this.left.subarray(0, most);
    this.left = this.left.subarray(next.length);
    return next;
  }

  /** Up to the end of the line, which is left out; up to the end where there is none. */
  async line(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let chunk = await this.upTo(Infinity); chunk !== undefined; chunk = await this.upTo(Infinity)) {
      const end = chunk.indexOf(LINE_END);
      chunks.push(end < 0 ? chunk : chunk.subarray(0, end));
      if (end < 0) continue;
      this.left = chunk.subarray(end + 1);
      break;
    }
    return joined(chunks);
  }

  async rest(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let chunk = await this.upTo(Infinity); chunk !== undefined; chunk = await this.upTo(Infinity)) chunks.push(chunk);
    return joined(chunks);
  }

  end(): void {
    clearTimeout(this.timer);
    this.stop.removeEventListener("abort", this.stopped);
    this.giveUp.abort();
  }

  private async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.watch();
    try {
      return (await this.reader?.read())?.value;
    } catch {
      return undefined;
    } finally {
      clearTimeout(this.timer);
    }
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.stopped, STALLED);
  }
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isManifest(said: unknown): said is Manifest {
  const { topic, title, language, version, items } = (said ?? {}) as Partial<Manifest>;
  const named = [topic, title, language, version].every((text) => typeof text === "string");
  return named && Array.isArray(items) && items.every(isItem);
}

function isItem({ path, title, kind, hash, bytes }: Partial<Item>): boolean {
  const texts = [path, title, kind, hash].every((text) => typeof text === "string");
  return texts && path?.startsWith("/") === true && /^[0-9a-f]{32,64}$/.test(hash ?? "") && typeof bytes === "number";
}

function isHead(said: unknown): said is Head {
  const { manifest, coming } = (said ?? {}) as Partial<Head>;
  const count = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return isManifest(manifest) && Array.isArray(coming) && coming.every((one) => count(one?.[0]) && count(one?.[1]) && one[0] < manifest.items.length);
}

function overOf(said: unknown): Over | undefined {
  const { problem, month_bytes: month, limit, bytes } = (said ?? {}) as Record<string, unknown>;
  const numbers = typeof month === "number" && typeof limit === "number" && typeof bytes === "number";
  return problem === "data_limit" && numbers ? { is: "over", month, limit, bytes } : undefined;
}
