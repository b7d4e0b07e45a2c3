// The vault on a pretended IndexedDB and node's own cryptography.

import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Full, Locked, Shut } from "../src/vault/errors";
import { Vault } from "../src/vault/vault";

const MARTA = "a".repeat(16);
const OTTO = "b".repeat(16);
const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
const words = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Who is signed in at the pretended server; nobody is no answer at all. */
let signedIn: string | undefined;
let asked = 0;
/** Until when the answer is on its way. */
let answers = Promise.resolve();
globalThis.fetch = async () => {
  asked++;
  await answers;
  if (signedIn === undefined) throw new TypeError("no signal");
  const key = Buffer.from(signedIn.repeat(2)).toString("base64url");
  return new Response(JSON.stringify({ who: signedIn, key, now: 0 }));
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  signedIn = MARTA;
  asked = 0;
});

test("the key is asked for once; what is sealed opens again, after a reload too", async () => {
  const page = await new Vault().open();
  await page.unlock(MARTA);
  await page.content.put(MARTA, "h1", text("secreto"));
  await page.index.put(MARTA, "topics", ["t5"]);
  const later = await new Vault().open();
  signedIn = undefined;
  await later.unlock(MARTA);
  assert.equal(words(await later.content.get(MARTA, "h1")), "secreto");
  assert.deepEqual(await later.index.get(MARTA, "topics"), ["t5"]);
  assert.equal(asked, 1);
});

test("what lies in storage cannot be read there, and the key cannot be taken out", async () => {
  const page = await new Vault().open();
  await page.unlock(MARTA);
  const sealed = await page.seal(MARTA, text("secreto"));
  assert.ok(!words(sealed).includes("secreto"));
  const database = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open("telar");
    opening.onsuccess = () => done(opening.result);
  });
  const key = await new Promise<CryptoKey>((done) => {
    const reading = database.transaction("keys").objectStore("keys").get(MARTA);
    reading.onsuccess = () => done(reading.result as CryptoKey);
  });
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("raw", key));
});

test("leaving forgets the key without a network, in every tab; coming back reads all again", async () => {
  const [one, two] = [await new Vault().open(), await new Vault().open()];
  await one.unlock(MARTA);
  await two.unlock(MARTA);
  await one.content.put(MARTA, "h1", text("secreto"));
  signedIn = undefined;
  await one.lock();
  await assert.rejects(two.content.get(MARTA, "h1"), Locked);
  await assert.rejects(two.seal(MARTA, text("x")), Locked);
  await assert.rejects(one.unlock(MARTA), Locked);
  signedIn = MARTA;
  await one.unlock(MARTA);
  assert.equal(words(await two.content.get(MARTA, "h1")), "secreto");
});

test("a key that arrives after she has left does not stay", async () => {
  const [one, two] = [await new Vault().open(), await new Vault().open()];
  let arrive = (): void => undefined;
  answers = new Promise((done) => (arrive = done));
  const arriving = one.unlock(MARTA);
  while (asked === 0) await new Promise((done) => setTimeout(done, 1));
  await two.lock();
  arrive();
  await assert.rejects(arriving, Locked);
  await assert.rejects(one.seal(MARTA, text("x")), Locked);
});

test("the next person on the phone takes the first one's key away and cannot read what is hers", async () => {
  const page = await new Vault().open();
  await page.unlock(MARTA);
  await page.content.put(MARTA, "h1", text("secreto"));
  const sealed = await page.seal(MARTA, text("secreto"));
  signedIn = OTTO;
  await page.unlock(OTTO);
  await assert.rejects(page.unseal(MARTA, sealed), Locked);
  await assert.rejects(page.unseal(OTTO, sealed), Shut);
  assert.equal(await page.content.get(OTTO, "h1"), undefined);
  // A page that was Marta's is still open, while the server speaks for Otto.
  await assert.rejects(page.unlock(MARTA), Locked);
  await page.seal(OTTO, text("x"));
});

test("rows of one author follow each other over tabs, and one that has gone does not come back", async () => {
  const [one, two] = [await new Vault().open(), await new Vault().open()];
  const add = (vault: Vault, who: string, command: string) =>
    vault.outbox.add(who, command, (last) => ({ command, who, claimed: 1, order: (last?.order ?? 0) + 1, v: 1 }));
  await Promise.all([add(one, MARTA, "c1"), add(two, MARTA, "c2"), add(one, OTTO, "c3"), add(two, MARTA, "c4")]);
  const rows = await one.outbox.of(MARTA);
  assert.deepEqual(rows.map((row) => row.order), [1, 2, 3]);
  assert.deepEqual((await two.outbox.of(OTTO)).map((row) => row.command), ["c3"]);
  const [first] = rows;
  assert.ok(first);
  await one.outbox.remove(first.command);
  await two.outbox.replace(first);
  assert.equal((await two.outbox.of(MARTA)).length, 2);
  assert.equal((await add(one, MARTA, "c4")).order, 3, "a row that is there was written twice");
});

test("a newer page changes the shape: the older one gives way and says that it cannot store", async () => {
  const old = await new Vault().open();
  const newer = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open("telar", 2);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  await assert.rejects(old.meta.put("device", "x"), Shut);
  newer.close();
});

test("storage that is shut off or full says which", async () => {
  const page = await new Vault().open();
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  await assert.rejects(page.meta.put("device", "x"), Full);
  IDBObjectStore.prototype.put = put;
  await page.meta.put("device", "x");
  assert.equal(await page.meta.get("device"), "x");
  globalThis.indexedDB = { open: () => { throw new DOMException("shut off", "SecurityError"); } } as never;
  await assert.rejects(new Vault().open(), Shut);
  globalThis.indexedDB = undefined as never;
  await assert.rejects(new Vault().open(), Shut);
});

const rowOf = (vault: Vault, who: string, command: string) =>
  vault.outbox.add(who, command, (last) => ({ command, who, claimed: 1, order: (last?.order ?? 0) + 1, v: 1 }));

/** What waits of both, and what is remembered of Marta's attempt, after Marta has left. */
async function afterLeaving(leave: (vault: Vault) => Promise<void>): Promise<string> {
  const vault = await new Vault().open();
  await vault.unlock(MARTA);
  await vault.index.put(MARTA, "quiz:t5-q", { attempt: "a1" });
  await vault.index.put(MARTA, "topic:t5", "manifest");
  await rowOf(vault, MARTA, "c1");
  await rowOf(vault, OTTO, "c2");
  await leave(vault);
  const waiting = [...(await vault.outbox.of(MARTA)), ...(await vault.outbox.of(OTTO))].map((row) => row.command);
  return [...waiting, ...(await vault.index.names(MARTA, ""))].join(" ");
}

test("leaving keeps what waits, unless its author chose otherwise; what others wrote and what was downloaded stays", async () => {
  const all = "c1 c2 quiz:t5-q topic:t5";
  assert.equal(await afterLeaving((vault) => vault.lock(MARTA)), all);
  globalThis.indexedDB = new IDBFactory();
  const wiped = await afterLeaving(async (vault) => {
    await vault.choose(MARTA, "wipe");
    await vault.lock(MARTA);
  });
  assert.equal(wiped, "c2 topic:t5");
  globalThis.indexedDB = new IDBFactory();
  const kept = await afterLeaving(async (vault) => {
    await vault.choose(MARTA, "wipe");
    await vault.lock();
  });
  assert.equal(kept, all, "asked at sign-out, she said that it stays this once");
  globalThis.indexedDB = new IDBFactory();
  const others = await afterLeaving(async (vault) => {
    await vault.choose(OTTO, "wipe");
    await vault.lock(MARTA);
  });
  assert.equal(others, all, "the choice is each person's own");
});

test("a page that ends as she leaves leaves the wiping to whoever wants a key next", async () => {
  const after = await afterLeaving(async (vault) => {
    await vault.choose(MARTA, "wipe");
    // As far as the first writing comes.
    await vault.meta.put("leaving", MARTA);
    signedIn = OTTO;
    await (await new Vault().open()).unlock(OTTO);
  });
  assert.equal(after, "c2 topic:t5");
});

test("notes are written with the loss of the key, and what was begun before it undoes nothing", async () => {
  const vault = await new Vault().open();
  await vault.unlock(MARTA);
  const since = await vault.forgotten();
  await vault.lock(MARTA, { away: true });
  assert.equal(await vault.meta.get("away"), true);
  await vault.note("away", false, since);
  assert.equal(await vault.meta.get("away"), true, "a page from before she left");
  await assert.rejects(vault.unlock(MARTA, since), Locked);
  assert.equal(await vault.isOpen(MARTA), false);
  await vault.unlock(MARTA, await vault.forgotten());
  await vault.note("away", false, await vault.forgotten());
  assert.equal(await vault.meta.get("away"), false);
});
