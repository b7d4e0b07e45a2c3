// What the server gives to a download, and how it is asked. Everything is checked before it counts: a hotspot's page, an answer
// that was cut, or a piece that is not the one asked for is no answer. It must not know what is done with it.

import type { Got } from "./download";
import type { Item, Manifest } from "./library";

/** How long nothing may come before the request is given up. */
const STALLED = 20_000;

/** What the server counted for this person's month, and the limit she chose. */
export interface DataUse {
  month_bytes: number;
  limit: number | null;
}

export async function manifest(topic: string, stop: AbortSignal): Promise<Got<Manifest>> {
  const got = await ask(`/topics/${encodeURIComponent(topic)}/download`, stop);
  if (got.is !== "here") return got;
  const said = parse(got.value);
  return isManifest(said) && said.topic === topic ? { is: "here", value: said } : { is: "later" };
}

export async function piece(hash: string, stop: AbortSignal): Promise<Got<Uint8Array<ArrayBuffer>>> {
  const got = await ask(`/offline/${hash}`, stop);
  if (got.is !== "here" || (await hashOf(got.value, hash.length)) === hash) return got;
  return { is: "later" };
}

/** Nothing where the server does not say. */
export async function dataUse(): Promise<DataUse | undefined> {
  const got = await ask("/me/data-use.json", new AbortController().signal);
  if (got.is !== "here") return undefined;
  const said = parse(got.value) as Partial<DataUse> | undefined;
  return typeof said?.month_bytes === "number" ? { month_bytes: said.month_bytes, limit: said.limit ?? null } : undefined;
}

/** The first digits of the SHA-256 of these bytes. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>, digits: number): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, digits);
}

async function ask(path: string, stop: AbortSignal): Promise<Got<Uint8Array<ArrayBuffer>>> {
  const giveUp = new AbortController();
  const stopped = (): void => giveUp.abort();
  stop.addEventListener("abort", stopped);
  let timer = setTimeout(stopped, STALLED);
  try {
    const response = await fetch(path, { cache: "no-store", redirect: "error", signal: giveUp.signal });
    if (response.status === 401 || response.status === 403) return { is: "signed_out" };
    if (response.status === 404 || response.status === 410) return { is: "gone" };
    if (!response.ok || response.body === null) return { is: "later" };
    const reader = response.body.getReader();
    const chunks: Uint8Array[] = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      clearTimeout(timer);
      timer = setTimeout(stopped, STALLED);
    }
    return { is: "here", value: joined(chunks) };
  } catch {
    return { is: "later" };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", stopped);
  }
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
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
