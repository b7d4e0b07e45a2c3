// The stores of the vault, each with the few things that are done to it. They must not know what a command is for or what a page
// shows; the outbox's rows come and go as they are, content and index are sealed here and so are never laid down readable.

import type { Database, Row } from "./database";
import { Shut } from "./errors";
import type { Vault } from "./vault";

type Sealer = Pick<Vault, "seal" | "unseal">;

/** What is known of an author's last row that is still here. */
export type Last = Pick<Row, "order" | "claimed"> | undefined;

/** Names of records about attempts at quizzes begin so. */
export const QUIZ = "quiz:";

export const keysOf = (who: string, prefix = ""): IDBKeyRange => IDBKeyRange.bound(`${who}:${prefix}`, `${who}:${prefix}\uffff`);
const bare = (keys: string[], who: string): string[] => keys.map((key) => key.slice(who.length + 1));
export const rowsOf = (who: string): IDBKeyRange => IDBKeyRange.bound([who], [who, []]);

export class Outbox {
  constructor(private readonly database: Database) {}

  /** One author's rows in the order of writing. */
  of(who: string): Promise<Row[]> {
    return this.database.read(["outbox"], (transaction) =>
      transaction.objectStore("outbox").index("author").getAll(rowsOf(who)),
    );
  }

  /** Lays down a new row; its place after the last is decided in the same transaction. One that is there already is left. */
  add(who: string, command: string, row: (last: Last) => Row): Promise<Row> {
    return this.database.write(["outbox"], async (transaction) => {
      const store = transaction.objectStore("outbox");
      const there = await store.get(command);
      if (there !== undefined && there.who !== who) throw new Shut("this command is another person's");
      if (there !== undefined) return there;
      const made = row((await store.index("author").openCursor(rowsOf(who), "prev"))?.value);
      await store.add(made);
      return made;
    });
  }

  /** Puts a row in the place of one that is still there; one that has gone meanwhile does not come back. */
  replace(row: Row): Promise<void> {
    return this.database.write(["outbox"], async (transaction) => {
      const store = transaction.objectStore("outbox");
      if ((await store.getKey(row.command)) !== undefined) await store.put(row);
    });
  }

  /** Carried out also where the page goes on to the next one at once. */
  remove(command: string): Promise<void> {
    return this.database.write(["outbox"], (transaction) => {
      const removing = transaction.objectStore("outbox").delete(command);
      transaction.commit();
      return removing;
    });
  }
}

/** Downloaded pieces by the hash of their content, each person's apart: one phone may hold the same piece sealed for two. */
export class Content {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async get(who: string, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const kept = await this.database.read(["content"], (transaction) =>
      transaction.objectStore("content").get(`${who}:${hash}`),
    );
    return kept === undefined ? undefined : this.sealer.unseal(who, kept.sealed);
  }

  async put(who: string, hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const sealed = await this.sealer.seal(who, bytes);
    await this.database.write(["content"], (transaction) =>
      transaction.objectStore("content").put({ who, sealed }, `${who}:${hash}`),
    );
  }

  remove(who: string, hashes: string[]): Promise<void> {
    return this.database.write(["content"], async (transaction) => {
      for (const hash of hashes) await transaction.objectStore("content").delete(`${who}:${hash}`);
    });
  }

  /** What is here of this person's. */
  hashes(who: string): Promise<string[]> {
    return this.database.read(["content"], async (transaction) =>
      bare(await transaction.objectStore("content").getAllKeys(keysOf(who)), who),
    );
  }
}

/** One person's own records by name, as JSON. */
export class Index {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async get<T>(who: string, name: string): Promise<T | undefined> {
    const kept = await this.database.read(["index"], (transaction) =>
      transaction.objectStore("index").get(`${who}:${name}`),
    );
    if (kept === undefined) return undefined;
    return JSON.parse(new TextDecoder().decode(await this.sealer.unseal(who, kept.sealed))) as T;
  }

  async put(who: string, name: string, value: unknown): Promise<void> {
    const sealed = await this.sealer.seal(who, new TextEncoder().encode(JSON.stringify(value)));
    await this.database.write(["index"], (transaction) => transaction.objectStore("index").put({ sealed }, `${who}:${name}`));
  }

  remove(who: string, name: string): Promise<void> {
    return this.database.write(["index"], (transaction) => transaction.objectStore("index").delete(`${who}:${name}`));
  }

  /** The names of this person's records that begin so. */
  names(who: string, prefix: string): Promise<string[]> {
    return this.database.read(["index"], async (transaction) =>
      bare(await transaction.objectStore("index").getAllKeys(keysOf(who, prefix)), who),
    );
  }
}

/** Small things about this phone, not sealed: nothing that tells what anybody read or wrote. */
export class Meta {
  constructor(private readonly database: Database) {}

  get<T>(name: string): Promise<T | undefined> {
    return this.database.read(["meta"], async (transaction) => (await transaction.objectStore("meta").get(name)) as T | undefined);
  }

  async put(name: string, value: unknown): Promise<void> {
    await this.change(name, () => value);
  }

  /** Reads and writes in one transaction, so that two tabs cannot both think that they were first. */
  change<T>(name: string, next: (value: T | undefined) => T): Promise<T> {
    return this.database.write(["meta"], async (transaction) => {
      const store = transaction.objectStore("meta");
      const value = next((await store.get(name)) as T | undefined);
      await store.put(value, name);
      return value;
    });
  }
}
