// What this phone has for one person to open without signal, by name: topics, pages she saw, quizzes under way. It reads the
// vault, sealed as it is; it must not know how things are fetched or shown. The worker uses it too.

import { QUIZ, type Content, type Index } from "../vault/stores";

export { QUIZ };

/** Names of records, each followed by a topic, an address or an activity. */
export const TOPIC = "topic:";
export const SEEN = "seen:";

/** One thing to open, and the hash under which its text is kept. */
export interface Item {
  path: string;
  title: string;
  kind: "lesson" | "job_aid" | "practice" | "gate";
  hash: string;
  /** As transferred. */
  bytes: number;
}

/** What the server says that a topic is made of. */
export interface Manifest {
  topic: string;
  title: string;
  language: string;
  /** Another one means that something has changed. */
  version: string;
  bytes: number;
  items: Item[];
}

/** A topic that she wanted on this phone. */
export interface Topic {
  manifest: Manifest;
  /** `paused` by her; `coming` goes on by itself on the next page; `some` when she left it at what there was room for. */
  state: "coming" | "paused" | "some" | "whole";
  /** What it was made of before: it is shown until the newer has come. */
  before: Item[];
}

export interface Seen {
  title: string;
  language: string;
  html: string;
  at: number;
}

export interface Library {
  who: string;
  index: Pick<Index, "get" | "put" | "remove" | "names">;
  content: Pick<Content, "get" | "put" | "remove" | "hashes">;
}

export interface Found {
  title: string;
  language: string;
  html: string;
}

export async function topics(library: Library): Promise<Topic[]> {
  const names = await library.index.names(library.who, TOPIC);
  const read = await Promise.all(names.map((name) => library.index.get<Topic>(library.who, name)));
  return read.filter((topic): topic is Topic => topic !== undefined);
}

export function topic(library: Library, name: string): Promise<Topic | undefined> {
  return library.index.get<Topic>(library.who, TOPIC + name);
}

/** What is on the phone of topics other than these, and how much each takes of what was transferred. */
export async function leftOver(library: Library, others: readonly string[]): Promise<{ topic: Topic; bytes: number }[]> {
  const here = new Set(await library.content.hashes(library.who));
  const found = (await topics(library)).filter(({ manifest }) => !others.includes(manifest.topic));
  return found.map((topic) => {
    const pieces = new Map([...topic.manifest.items, ...topic.before].map((item) => [item.hash, item.bytes]));
    const bytes = [...pieces].reduce((sum, [hash, size]) => (here.has(hash) ? sum + size : sum), 0);
    return { topic, bytes };
  });
}

/** The newest of what is here at this address. */
export async function findDownload(library: Library, path: string): Promise<Found | undefined> {
  for (const { manifest, before } of await topics(library)) {
    for (const item of [...manifest.items, ...before].filter((one) => one.path === path)) {
      const bytes = await library.content.get(library.who, item.hash);
      if (bytes === undefined) continue;
      return { title: item.title, language: manifest.language, html: new TextDecoder().decode(bytes) };
    }
  }
  return undefined;
}

export function seenPage(library: Library, path: string): Promise<Seen | undefined> {
  return library.index.get<Seen>(library.who, SEEN + path);
}

/** The activity whose open attempt this is, as far as this phone knows. */
export async function findQuiz(library: Library, attempt: string): Promise<string | undefined> {
  for (const name of await library.index.names(library.who, QUIZ)) {
    const quiz = await library.index.get<{ attempt?: string }>(library.who, name);
    if (quiz?.attempt === attempt) return name.slice(QUIZ.length);
  }
  return undefined;
}
