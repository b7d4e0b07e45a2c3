// Downloading a topic over a pretended link that is cut at any byte, onto a pretended phone that may be full, killed or locked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { download, missing, remove, undo, type Effects, type Outcome, type Over, type Progress, type Wanted } from "../src/downloads/download";
import { findDownload, topics, type Item, type Library, type Manifest, type Topic } from "../src/downloads/library";
import { hashOf, take } from "../src/downloads/server";
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

/** What a topic is asked with. */
interface Asked {
  path: string;
  here: string[];
  limit: string | null;
}

/** The server's side, and what the link does to an answer. */
class Server {
  topics = new Map<string, Manifest>();
  pieces = new Map<string, Bytes>();
  asked: Asked[] = [];
  /** Hashes of pieces as they were sent. */
  sent: string[] = [];
  /** How many bytes of this answer come through, and whether the link then breaks or the answer just ends. */
  link: (length: number) => { bytes: number; ends: "breaks" | "stops" } = (length) => ({ bytes: length, ends: "stops" });
  /** Bytes that come at a time. */
  chunk = 1_000;
  /** Before each chunk. */
  beat: () => void = () => undefined;
  status: () => number = () => 200;
  /** What is left until her limit. */
  left = Infinity;

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

  fetch = async (path: string, { signal, method, body }: { signal: AbortSignal; method: string; body: URLSearchParams }): Promise<Response> => {
    await undefined;
    if (signal.aborted) throw new DOMException("aborted", "AbortError");
    assert.equal(method, "POST");
    const here = (body.get("here") ?? "").split(".").filter((part) => part !== "");
    this.asked.push({ path, here, limit: body.get("limit") });
    await new Promise((done) => setImmediate(done));
    const manifest = this.topics.get(path.split("/")[2] ?? "");
    const status = manifest === undefined ? 404 : this.status();
    if (status !== 200 || manifest === undefined) return new Response("no", { status });
    const whole = this.answer(manifest, here);
    if (body.get("limit") === "ask" && whole.length > this.left) {
      return Response.json({ problem: "data_limit", month_bytes: 10_000 - this.left, limit: 10_000, bytes: whole.length }, { status: 409 });
    }
    const { bytes, ends } = this.link(whole.length);
    let at = 0;
    return new Response(
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          this.beat();
          if (signal.aborted) return controller.error(new DOMException("aborted", "AbortError"));
          const next = whole.slice(at, Math.min(at + this.chunk, bytes));
          at += next.length;
          if (next.length > 0) return controller.enqueue(next);
          if (ends === "breaks" && bytes < whole.length) controller.error(new TypeError("network error"));
          else controller.close();
        },
      }),
      { status },
    );
  };

  private answer(manifest: Manifest, here: string[]): Bytes {
    const lacking = manifest.items
      .map(({ hash }, place) => ({ hash, place, bytes: this.pieces.get(hash) ?? new Uint8Array(0) }))
      .filter(({ hash }, place, all) => !here.includes(hash.slice(0, 12)) && all.findIndex((one) => one.hash === hash) === place);
    this.sent.push(...lacking.map(({ hash }) => hash));
    const head = JSON.stringify({ manifest, coming: lacking.map(({ place, bytes }) => [place, bytes.length]) });
    return new Uint8Array(Buffer.concat([Buffer.from(`${head}\n`), ...lacking.map(({ bytes }) => bytes)]));
  }
}

interface Run {
  phone: Phone;
  server: Server;
  stop?: AbortController;
  told?: Progress[];
  waits?: number[];
  wait?: () => void;
  room?: number;
  limit?: Wanted["limit"];
}

function run(name: string, given: Run): Promise<Outcome | Over> {
  const { phone, server, stop = new AbortController(), told = [], waits = [] } = given;
  globalThis.fetch = server.fetch as never;
  const effects: Effects = {
    library: phone,
    take,
    room: async () => given.room ?? Infinity,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      given.wait?.();
      await new Promise((done) => setImmediate(done));
    },
    tell: (progress) => void told.push(progress),
  };
  return download(name, given.limit ?? "ask", effects, stop.signal);
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

test("a topic comes in one answer, and says how far it is, also within a piece", async () => {
  const [phone, server] = [new Phone(), new Server()];
  server.chunk = 100;
  await server.add("t5", "v1", texts(20));
  const told: Progress[] = [];
  assert.equal(await run("t5", { phone, server, told }), "whole");
  await reads(phone, texts(20));
  assert.deepEqual(server.asked, [{ path: "/topics/t5/download", here: [], limit: "ask" }]);
  const done = told.map((progress) => progress.done);
  assert.deepEqual(done, [...done].sort((a, b) => a - b));
  assert.ok(new Set(done).size > 40, "more often than once a piece");
  const all = [...phone.pieces.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  assert.deepEqual(told.at(-1), { done: all, all, waiting: false });
  assert.deepEqual((await topics(phone)).map((topic) => topic.state), ["whole"]);
});

test("cut at any byte, by a broken link or an answer that just ends, it comes whole in the end and nothing twice", async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const [phone, server, below] = [new Phone(), new Server(), chance(seed)];
    server.chunk = 1 + below(700);
    await server.add("t5", "v1", texts(1 + below(12)));
    server.link = (length) =>
      below(3) === 0 ? { bytes: length, ends: "stops" } : { bytes: below(length), ends: below(2) === 0 ? "breaks" : "stops" };
    server.status = () => (below(5) === 0 ? 502 : 200);
    assert.equal(await run("t5", { phone, server }), "whole", `seed ${seed}`);
    await reads(phone, texts(phone.pieces.size));
    for (const { here } of server.asked) assert.ok(here.every((start) => [...phone.pieces.keys()].some((hash) => hash.startsWith(start))));
  }
});

test("a piece that is not what its hash says is not kept, nor what follows it; asked again, it comes", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(6));
  const wrong = server.topics.get("t5")?.items[2]?.hash ?? "";
  const right = server.pieces.get(wrong);
  assert.ok(right);
  server.pieces.set(wrong, right.map((byte) => byte ^ 1));
  const kept = (): number => phone.pieces.size;
  let before = 0;
  const outcome = await run("t5", { phone, server, wait: () => ((before = kept()), server.pieces.set(wrong, right)) });
  assert.deepEqual([outcome, before, kept()], ["whole", 2, 6]);
  await reads(phone, texts(6));
});

test("a hotspot's page is no answer", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(3));
  const pages = [
    "<html>Acepte las condiciones</html>\n<p>x",
    "",
    "{}\n",
    '{"manifest":null,"coming":[]}\n',
    `${JSON.stringify({ manifest: server.topics.get("t5"), coming: [[7, 1]] })}\nx`,
    `${JSON.stringify({ manifest: server.topics.get("t5"), coming: [[0, -1]] })}\nx`,
    `${JSON.stringify({ manifest: { ...server.topics.get("t5"), topic: "t6" }, coming: [] })}\n`,
  ];
  for (const page of pages) {
    const stop = new AbortController();
    globalThis.fetch = (async () => new Response(page)) as never;
    const got = await take("t5", { here: [], limit: "ask" }, stop.signal);
    assert.equal(got.is, "later", page);
  }
});

test("at her limit the server's one answer asks; gone on with, it comes, and a cut asks no second time", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(10));
  server.left = 900;
  const over = await run("t5", { phone, server });
  assert.ok(typeof over === "object" && over.is === "over");
  assert.deepEqual([over.month, over.limit, over.bytes > 900], [9_100, 10_000, true]);
  assert.deepEqual([phone.pieces.size, phone.records.size, server.asked.length], [0, 0, 1]);
  assert.equal(await run("t5", { phone, server, limit: "asked" }), "whole");

  const other = new Phone();
  server.left = Infinity;
  server.asked = [];
  let first = true;
  server.link = (length) => {
    server.left = 0;
    return first ? ((first = false), { bytes: Math.floor(length / 2), ends: "breaks" }) : { bytes: length, ends: "stops" };
  };
  assert.equal(await run("t5", { phone: other, server }), "whole");
  assert.deepEqual(server.asked.map(({ limit }) => limit), ["ask", "asked"]);
});

test("killed at any moment, the next page goes on with what is not here yet", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [phone, server, below] = [new Phone(), new Server(), chance(seed)];
    server.chunk = 200;
    await server.add("t5", "v1", texts(10));
    let outcome: Outcome | Over = "stopped";
    for (let page = 0; outcome === "stopped"; page++) {
      assert.ok(page < 100);
      const stop = new AbortController();
      let left = 8 + below(30);
      server.beat = () => {
        if (left-- === 0) stop.abort();
      };
      const before = [...phone.pieces.keys()];
      server.sent = [];
      outcome = await run("t5", { phone, server, stop });
      assert.ok(!server.sent.some((hash) => before.includes(hash)), "what was here came again");
      if (outcome === "stopped") assert.ok(phone.pieces.size >= before.length);
    }
    assert.equal(outcome, "whole");
    await reads(phone, texts(10));
  }
});

test("without signal it waits longer and longer, and says so; what comes makes it patient anew", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(8));
  let silent = 8;
  const [waits, told]: [number[], Progress[]] = [[], []];
  server.status = () => (silent > 0 ? 503 : 200);
  let cut = true;
  server.link = (length) => (cut ? ((cut = false), { bytes: length - 1, ends: "stops" }) : { bytes: length, ends: "stops" });
  assert.equal(await run("t5", { phone, server, waits, told, wait: () => void silent-- }), "whole");
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 1_000]);
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
  server.sent = [];
  assert.equal(await run("t5", { phone, server }), "whole");
  assert.equal(server.sent.length, 10 - kept);
  await undo(phone, "t5");
  assert.equal(phone.pieces.size, 0);
  assert.deepEqual(await topics(phone), []);
});

test("room for what she writes is left in any case, and the answer is then ended at once", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(3, "texto ".repeat(2_000)));
  let chunks = 0;
  server.beat = () => void chunks++;
  assert.equal(await run("t5", { phone, server, room: 2_000_000 }), "full");
  assert.equal(phone.pieces.size, 0);
  assert.ok(chunks < 10, "the rest was not read");
});

test("an update fetches what changed only, the old stays readable until then, and what nobody needs goes", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(10));
  await run("t5", { phone, server });
  const old = texts(10)["/activities/t5-l3"];
  await server.add("t5", "v2", { ...texts(10), "/activities/t5-l3": "corregido" });
  const wanted = server.topics.get("t5")?.items ?? [];
  assert.equal(missing(wanted, new Set(phone.pieces.keys())).length, 1);
  const stop = new AbortController();
  server.link = (length) => ({ bytes: length - 1, ends: "breaks" });
  assert.equal(await run("t5", { phone, server, stop, wait: () => stop.abort() }), "stopped");
  assert.equal((await topics(phone))[0]?.state, "coming");
  assert.equal((await findDownload(phone, "/activities/t5-l3"))?.html, old);
  server.link = (length) => ({ bytes: length, ends: "stops" });
  server.sent = [];
  assert.equal(await run("t5", { phone, server }), "whole");
  assert.deepEqual(server.sent, [wanted[3]?.hash]);
  assert.equal((await findDownload(phone, "/activities/t5-l3"))?.html, "corregido");
  assert.equal(phone.pieces.size, 10, "the old piece is gone");
});

test("an update that is left goes back to what was whole before", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(4));
  await run("t5", { phone, server });
  await server.add("t5", "v2", texts(4, "nuevo"));
  const stop = new AbortController();
  server.link = (length) => ({ bytes: length - 1, ends: "stops" });
  assert.equal(await run("t5", { phone, server, stop, wait: () => stop.abort() }), "stopped");
  assert.ok(phone.pieces.size > 4, "some of it had come");
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

test("what changed under way is asked for as it is now; what is not there at all ends it", async () => {
  const [phone, server] = [new Phone(), new Server()];
  await server.add("t5", "v1", texts(3));
  const next = new Server();
  await next.add("t5", "v2", texts(3, "nuevo"));
  const newer = next.topics.get("t5") ?? assert.fail();
  let cut = true;
  server.link = (length) => (cut ? ((cut = false), { bytes: length - 1, ends: "breaks" }) : { bytes: length, ends: "stops" });
  const changes = (): void => {
    server.topics.set("t5", newer);
    server.pieces = next.pieces;
  };
  assert.equal(await run("t5", { phone, server, wait: changes }), "whole");
  await reads(phone, texts(3, "nuevo"));
  assert.equal(phone.pieces.size, 3, "what came of the older is gone");
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
