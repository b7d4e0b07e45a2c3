// Downloading a topic over a pretended link that is cut at any byte, onto a pretended phone that may be full, killed or locked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { download, missing, remove, undo, type Effects, type Outcome, type Progress } from "../src/downloads/download";
import { findDownload, topics, type Item, type Library, type Manifest, type Topic } from "../src/downloads/library";
import { hashOf, manifest, piece } from "../src/downloads/server";
import { Full, Locked } from "../src/vault/errors";

type Bytes = Uint8Array<ArrayBuffer>;

/** What one person has on one phone. */
class Phone implements Library {
  who = "0123456789abcdef";
  records = new Map<string, string>();
  pieces = new Map<string, Bytes>();
  space = Infinity;
  locked = false;

  index: Library["index"] = {
    get: async (_, name) => JSON.parse(this.records.get(name) ?? "null") ?? undefined,
    put: async (_, name, value) => void this.records.set(name, JSON.stringify(value)),
    remove: async (_, name) => void this.records.delete(name),
    names: async (_, prefix) => [...this.records.keys()].filter((name) => name.startsWith(prefix)),
  };

  content: Library["content"] = {
    get: async (_, hash) => this.pieces.get(hash),
    put: async (_, hash, bytes) => {
      if (this.locked) throw new Locked("no key");
      if (this.space < bytes.length) throw new Full("no room");
      assert.ok(!this.pieces.has(hash), "a piece was fetched twice");
      this.space -= bytes.length;
      this.pieces.set(hash, bytes);
    },
    remove: async (_, hashes) => {
      for (const hash of hashes) {
        this.space += this.pieces.get(hash)?.length ?? 0;
        this.pieces.delete(hash);
      }
    },
    hashes: async () => [...this.pieces.keys()],
  };
}

/** The server's side, and what the link does to an answer. */
class Server {
  topics = new Map<string, Manifest>();
  pieces = new Map<string, Bytes>();
  asked: string[] = [];
  atOnce = 0;
  most = 0;
  /** How many bytes of this answer come through, and whether the link then breaks or the answer just ends. */
  link: (path: string, length: number) => { bytes: number; ends: "breaks" | "stops" } = (_, length) => ({ bytes: length, ends: "stops" });
  status: (path: string) => number = () => 200;

  async add(topic: string, version: string, texts: Record<string, string>): Promise<void> {
    const items: Item[] = [];
    for (const [path, text] of Object.entries(texts)) {
      const bytes = new TextEncoder().encode(text);
      const hash = await hashOf(bytes, 32);
      this.pieces.set(hash, bytes);
      items.push({ path, title: path, kind: "lesson", hash, bytes: bytes.length });
    }
    this.topics.set(topic, { topic, title: topic, language: "es", version, bytes: 1, items });
  }

  fetch = async (path: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    await undefined;
    if (signal.aborted) throw new DOMException("aborted", "AbortError");
    this.asked.push(path);
    this.most = Math.max(this.most, ++this.atOnce);
    try {
      await new Promise((done) => setImmediate(done));
      const topic = this.topics.get(path.split("/")[2] ?? "");
      const whole = path.startsWith("/topics/") ? topic && new TextEncoder().encode(JSON.stringify(topic)) : this.pieces.get(path.slice("/offline/".length));
      const status = whole === undefined ? 404 : this.status(path);
      if (status !== 200 || whole === undefined) return new Response("no", { status });
      const { bytes, ends } = this.link(path, whole.length);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(whole.slice(0, bytes));
          if (ends === "breaks" && bytes < whole.length) controller.error(new TypeError("network error"));
          else controller.close();
        },
      });
      return new Response(body, { status });
    } finally {
      this.atOnce--;
    }
  };
}

interface Run {
  phone: Phone;
  server: Server;
  stop?: AbortController;
  told?: Progress[];
  waits?: number[];
  wait?: () => void;
  room?: number;
}

function run(name: string, given: Run): Promise<Outcome> {
  const { phone, server, stop = new AbortController(), told = [], waits = [] } = given;
  globalThis.fetch = server.fetch as never;
  const effects: Effects = {
    library: phone,
    manifest,
    piece,
    room: async () => given.room ?? Infinity,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      given.wait?.();
      await new Promise((done) => setImmediate(done));
    },
    tell: (progress) => void told.push(progress),
  };
  return download(name, effects, stop.signal);
}

const texts = (count: number, word = "texto"): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`/activities/t5-l${i}`, `${word} ${i} `.repeat(1 + ((i * 37) % 50))]));

async function reads(phone: Phone, wanted: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(wanted)) assert.equal((await findDownload(phone, path))?.html, text);
}

/** Small, known and the same each time: a test must not fail only sometimes. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("a topic comes largest first, six at once, and says how far it is", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(20));
  const told: Progress[] = [];
  assert.equal(await run("t5", { phone, server, told }), "whole");
  await reads(phone, texts(20));
  assert.equal(server.most, 6);
  const sizes = server.asked.slice(1).map((path) => server.pieces.get(path.slice(9))?.length ?? 0);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  const done = told.map((progress) => progress.done);
  assert.deepEqual(done, [...done].sort((a, b) => a - b));
  assert.deepEqual(told.at(-1), { done: told[0]?.all, all: told[0]?.all, waiting: false });
  assert.deepEqual((await topics(phone)).map((topic) => topic.state), ["whole"]);
});

test("cut at any byte, by a broken link or an answer that just ends, it comes whole in the end", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [phone, server, below] = [new Phone(), new Server(), chance(seed)];
    await server.add("t5", "v1", texts(1 + below(12)));
    server.link = (_, length) =>
      below(3) === 0 ? { bytes: length, ends: "stops" } : { bytes: below(length), ends: below(2) === 0 ? "breaks" : "stops" };
    server.status = () => (below(5) === 0 ? 502 : 200);
    assert.equal(await run("t5", { phone, server }), "whole", `seed ${seed}`);
    await reads(phone, texts(phone.pieces.size));
  }
});

test("killed at any moment, the next page goes on with what is not here yet", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [phone, server, below] = [new Phone(), new Server(), chance(seed)];
    await server.add("t5", "v1", texts(10));
    let outcome: Outcome = "stopped";
    for (let page = 0; outcome === "stopped"; page++) {
      assert.ok(page < 100);
      const stop = new AbortController();
      let left = 1 + below(6);
      server.link = (_, length) => {
        if (left-- === 0) stop.abort();
        return { bytes: length, ends: "stops" };
      };
      const before = phone.pieces.size;
      server.asked = [];
      outcome = await run("t5", { phone, server, stop });
      if (outcome === "stopped") assert.ok(phone.pieces.size >= before);
    }
    assert.equal(outcome, "whole");
    await reads(phone, texts(10));
  }
});

test("without signal it waits longer and longer, all together, and says so", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(8));
  let silent = 8;
  const [waits, told]: [number[], Progress[]] = [[], []];
  server.status = (path) => (path.startsWith("/offline/") && silent > 0 ? 503 : 200);
  assert.equal(await run("t5", { phone, server, waits, told, wait: () => void silent-- }), "whole");
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  assert.ok(told.some((progress) => progress.waiting));
  assert.equal(told.at(-1)?.waiting, false);
});

test("a full phone keeps what has come; it goes on when there is room, or is undone", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(10));
  phone.space = 600;
  assert.equal(await run("t5", { phone, server }), "full");
  const kept = phone.pieces.size;
  assert.ok(kept > 0 && kept < 10);
  const first = (await topics(phone))[0]?.manifest.items.find((item) => phone.pieces.has(item.hash));
  assert.ok(await findDownload(phone, first?.path ?? ""));
  phone.space = Infinity;
  server.asked = [];
  assert.equal(await run("t5", { phone, server }), "whole");
  assert.equal(server.asked.length, 1 + 10 - kept);
  await undo(phone, "t5");
  assert.equal(phone.pieces.size, 0);
  assert.deepEqual(await topics(phone), []);
});

test("room for what she writes is left in any case", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(3));
  assert.equal(await run("t5", { phone, server, room: 2_000_000 }), "full");
  assert.equal(phone.pieces.size, 0);
});

test("an update fetches what changed only, the old stays readable until then, and what nobody needs goes", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(10));
  await run("t5", { phone, server });
  const old = texts(10)["/activities/t5-l3"];
  await server.add("t5", "v2", { ...texts(10), "/activities/t5-l3": "corregido" });
  const wanted = server.topics.get("t5")?.items ?? [];
  assert.equal(missing(wanted, new Set(phone.pieces.keys())).length, 1);
  server.asked = [];
  const stop = new AbortController();
  server.status = (path) => (path.startsWith("/offline/") ? 503 : 200);
  assert.equal(await run("t5", { phone, server, stop, wait: () => stop.abort() }), "stopped");
  assert.equal((await findDownload(phone, "/activities/t5-l3"))?.html, old);
  server.status = () => 200;
  server.asked = [];
  assert.equal(await run("t5", { phone, server }), "whole");
  assert.equal(server.asked.length, 2);
  assert.equal((await findDownload(phone, "/activities/t5-l3"))?.html, "corregido");
  assert.equal(phone.pieces.size, 10, "the old piece is gone");
});

test("an update that is left goes back to what was whole before", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(4));
  await run("t5", { phone, server });
  await server.add("t5", "v2", texts(4, "nuevo"));
  const stop = new AbortController();
  let left = 2;
  server.link = (_, length) => {
    if (left-- === 0) stop.abort();
    return { bytes: length, ends: "stops" };
  };
  assert.equal(await run("t5", { phone, server, stop }), "stopped");
  await undo(phone, "t5");
  await reads(phone, texts(4));
  assert.equal(phone.pieces.size, 4);
  assert.equal((await topics(phone))[0]?.state, "whole");
});

test("a piece that two topics share stays while one of them does", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", { "/activities/a": "común", "/activities/b": "solo aquí" });
  await server.add("t6", "v1", { "/activities/c": "común", "/activities/d": "solo allá" });
  await run("t5", { phone, server });
  await run("t6", { phone, server });
  assert.equal(phone.pieces.size, 3);
  await remove(phone, "t5");
  await reads(phone, { "/activities/c": "común", "/activities/d": "solo allá" });
  assert.equal(phone.pieces.size, 2);
});

test("a manifest that changed under way is asked for again; what is not there at all ends it", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v2", texts(3, "nuevo"));
  const [newer, pieces] = [server.topics.get("t5"), server.pieces];
  server.pieces = new Map();
  await server.add("t5", "v1", texts(3));
  server.link = (path, length) => {
    if (path.startsWith("/topics/") && newer !== undefined) {
      server.topics.set("t5", newer);
      server.pieces = pieces;
    }
    return { bytes: length, ends: "stops" };
  };
  assert.equal(await run("t5", { phone, server }), "whole");
  await reads(phone, texts(3, "nuevo"));
  server.pieces.clear();
  await server.add("t6", "v1", { "/x": "x" });
  server.pieces.clear();
  assert.equal(await run("t6", { phone, server }), "gone");
  assert.equal(await run("t7", { phone, server }), "gone");
});

test("who is signed out, and a phone whose key is gone, are told apart from no signal", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(3));
  server.status = () => 401;
  assert.equal(await run("t5", { phone, server }), "signed_out");
  server.status = () => 200;
  phone.locked = true;
  assert.equal(await run("t5", { phone, server }), "locked");
});
