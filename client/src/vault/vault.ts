// The vault: all that this phone keeps for a person, sealed with her account's key. Only these files open the database. The key
// comes from the server at sign-in, can be used and not read, and goes at once when she signs out or leaves in a hurry: what is
// left then opens to nobody until she has signed in again. It is fetched from storage at each use, never held in memory, so that
// forgetting it in one tab is forgetting it everywhere. It must not know pages, nor what is sent to whom.

import { Content, Index, Meta, Outbox, QUIZ, keysOf, rowsOf } from "./stores";
import { Database, type Transaction } from "./database";
import { Locked, Shut } from "./errors";
import { canSeal, importKey, sealWith, unsealWith } from "./sealing";

const KEY_TIMEOUT = 10_000;
/** Another number each time that keys are forgotten on this phone. */
const FORGOTTEN = "forgotten";
const LAST = "last";
/** Whose leaving is not finished: what she wants gone may still be here. */
const LEAVING = "leaving";
/** Her choice about what was not sent, followed by whose it is. Only what is not the usual is written down. */
const UNSENT = "unsent:";

/** What becomes of what waits here when she leaves: it stays, sealed; or it goes. */
export type Unsent = "keep" | "wipe";

export class Vault {
  private readonly database = new Database();
  /** Whoever asks meanwhile waits for the same key. */
  private unlocking: { who: string; done: Promise<void> } | undefined;
  readonly outbox = new Outbox(this.database);
  readonly meta = new Meta(this.database);
  readonly content = new Content(this.database, this);
  readonly index = new Index(this.database, this);
  /** Without it (plain HTTP) the outbox keeps its entries as they are, and nothing else is kept at all. */
  readonly canSeal = canSeal();

  /** Looks whether the storage can be used at all. */
  async open(): Promise<this> {
    if (typeof indexedDB === "undefined") throw new Shut("no storage");
    await this.database.read(["meta"], async () => undefined);
    return this;
  }

  /**
   * Makes sure that this person's key is here, and nobody else's: asks the server for it where it is not. `Locked` where it
   * cannot be had now, or where keys were forgotten after `since`.
   */
  unlock(who: string, since?: number): Promise<void> {
    const joined = this.unlocking?.who === who ? this.unlocking.done : undefined;
    if (joined !== undefined) return joined;
    const done = this.bring(who, since).finally(() => {
      this.unlocking = undefined;
    });
    this.unlocking = { who, done };
    return done;
  }

  private async bring(who: string, since: number | undefined): Promise<void> {
    await this.finishLeaving();
    if (!this.canSeal) return this.meta.put(LAST, who);
    const before = await this.database.read(["keys", "meta"], async (transaction) => ({
      keys: await transaction.objectStore("keys").getAllKeys(),
      forgotten: markOf(await transaction.objectStore("meta").get(FORGOTTEN)),
    }));
    if (since !== undefined && since !== before.forgotten) throw new Locked("forgotten meanwhile");
    if (before.keys.length === 1 && before.keys[0] === who) return;
    const key = before.keys.includes(who) ? undefined : await fetchKey(who);
    await this.database.write(["keys", "meta"], async (transaction) => {
      const keys = transaction.objectStore("keys");
      const meta = transaction.objectStore("meta");
      // She left while the answer was on its way: a key that arrives now must not stay.
      if (markOf(await meta.get(FORGOTTEN)) !== before.forgotten) throw new Locked("forgotten meanwhile");
      for (const other of await keys.getAllKeys()) if (other !== who) await keys.delete(other);
      if (key !== undefined) await keys.put(key, who);
      await meta.put(who, LAST);
    });
  }

  /** Whether this person's things can be read now. Asks nobody. */
  async isOpen(who: string): Promise<boolean> {
    const key = await this.database.read(["keys"], (transaction) => transaction.objectStore("keys").getKey(who));
    return this.canSeal && key !== undefined;
  }

  /** Another number once keys have been forgotten: what was begun before that must not undo it. */
  async forgotten(): Promise<number> {
    return markOf(await this.meta.get(FORGOTTEN));
  }

  /** Writes it down, unless keys were forgotten after `since`. */
  note(name: string, value: unknown, since: number): Promise<void> {
    return this.database.write(["meta"], async (transaction) => {
      const meta = transaction.objectStore("meta");
      if (markOf(await meta.get(FORGOTTEN)) === since) await meta.put(value, name);
    });
  }

  /**
   * Forgets every key and writes these notes with it. One quick operation that needs no network, and is carried out though the
   * page ends at once. Then what `leaving` chose not to leave here goes.
   */
  async lock(leaving?: string, notes: Record<string, unknown> = {}): Promise<void> {
    await this.database.write(["keys", "meta"], (transaction) => {
      const meta = transaction.objectStore("meta");
      const forgetting = Promise.all([
        transaction.objectStore("keys").clear(),
        meta.put(Math.random(), FORGOTTEN),
        ...(leaving === undefined ? [] : [meta.put(leaving, LEAVING)]),
        ...Object.entries(notes).map(([name, value]) => meta.put(value, name)),
      ]);
      transaction.commit();
      return forgetting;
    });
    await this.finishLeaving();
  }

  async unsent(who: string): Promise<Unsent> {
    return (await this.meta.get<Unsent>(UNSENT + who)) ?? "keep";
  }

  choose(who: string, unsent: Unsent): Promise<void> {
    return this.meta.put(UNSENT + who, unsent);
  }

  /** In a transaction of its own; where the page ends before it, whoever next wants a key does it first. */
  private async finishLeaving(): Promise<void> {
    if ((await this.meta.get(LEAVING)) === undefined) return;
    await this.database.write(["meta", "outbox", "index"], async (transaction) => {
      const meta = transaction.objectStore("meta");
      const who = await meta.get(LEAVING);
      if (typeof who === "string" && (await meta.get(UNSENT + who)) === "wipe") await wipeUnsent(transaction, who);
      await meta.delete(LEAVING);
    });
  }

  async seal(who: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    return sealWith(await this.key(who), who, bytes);
  }

  /** `Shut` where the key does not fit: damaged, or another's. */
  async unseal(who: string, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const key = await this.key(who);
    return unsealWith(key, who, sealed).catch(() => {
      throw new Shut("it does not open with this key");
    });
  }

  private async key(who: string): Promise<CryptoKey> {
    const key = await this.database.read(["keys"], (transaction) => transaction.objectStore("keys").get(who));
    if (key === undefined || !this.canSeal) throw new Locked("no key");
    return key;
  }
}

function markOf(found: unknown): number {
  return typeof found === "number" ? found : 0;
}

/** What waits, and what this phone remembers of attempts: their answers are the same words. */
async function wipeUnsent(transaction: Transaction, who: string): Promise<void> {
  const outbox = transaction.objectStore("outbox");
  for (const command of await outbox.index("author").getAllKeys(rowsOf(who))) await outbox.delete(command);
  await transaction.objectStore("index").delete(keysOf(who, QUIZ));
}

let opened: Promise<Vault> | undefined;

/** The one vault of this page or worker. `Shut` where storage cannot be used; asking again tries again. */
export function open(): Promise<Vault> {
  opened ??= new Vault().open().catch((cause: unknown) => {
    opened = undefined;
    throw cause;
  });
  return opened;
}

async function fetchKey(who: string): Promise<CryptoKey> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), KEY_TIMEOUT);
  try {
    const response = await fetch("/me/outbox", {
      headers: { accept: "application/json" },
      cache: "no-store",
      redirect: "error",
      signal: stop.signal,
    });
    const said = (await response.json()) as { who?: unknown; key?: unknown };
    if (response.ok && said.who === who && typeof said.key === "string") return await importKey(said.key);
  } catch {
    // No signal, or not our server's answer.
  } finally {
    clearTimeout(timer);
  }
  throw new Locked("the key cannot be had now");
}
