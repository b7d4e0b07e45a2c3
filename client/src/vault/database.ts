// The database `telar` of this browser: its stores, its versions, and one way to read and one to write. It must not know what
// the rows mean, nor whether they are sealed. A tab that holds an older shape gives way to a newer one and can store no more.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { Full, Shut, named } from "./errors";

const NAME = "telar";
const VERSION = 1;
/** Some browsers never answer an opening, and another tab may not give way. A page that waits for ever saves nothing. */
const PATIENCE = 5_000;

/** One command of the outbox as it lies in storage. What can be read without the key says nothing of its content. */
export interface Row {
  command: string;
  who: string;
  /** When it was written, in milliseconds since 1970. */
  claimed: number;
  /** Rises with each command of one author. */
  order: number;
  /** The shape of what is inside. */
  v: number;
  sealed?: Uint8Array;
  /** Where the browser cannot seal (plain HTTP). */
  plain?: unknown;
}

export interface Shape extends DBSchema {
  keys: { key: string; value: CryptoKey };
  outbox: { key: string; value: Row; indexes: { author: [string, number] } };
  content: { key: string; value: { who: string; sealed: Uint8Array } };
  index: { key: string; value: { sealed: Uint8Array } };
  meta: { key: string; value: unknown };
}

export type Store = StoreNames<Shape>;
type Mode = "readonly" | "readwrite";
export type Transaction<M extends Mode = "readwrite"> = IDBPTransaction<Shape, Store[], M>;

export class Database {
  private opened: Promise<IDBPDatabase<Shape>> | undefined;

  /** Opens it anew where the browser has closed it. */
  private open(): Promise<IDBPDatabase<Shape>> {
    if (this.opened !== undefined) return this.opened;
    const forget = (): void => {
      this.opened = undefined;
    };
    const opening = openDB<Shape>(NAME, VERSION, {
      upgrade(database, from) {
        if (from < 1) {
          database.createObjectStore("keys");
          database.createObjectStore("outbox", { keyPath: "command" }).createIndex("author", ["who", "order"]);
          database.createObjectStore("content");
          database.createObjectStore("index");
          database.createObjectStore("meta");
        }
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    this.opened = new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Shut("it does not open")), PATIENCE);
      opening.then(done, fail).finally(() => clearTimeout(timer));
    });
    this.opened.catch(forget);
    return this.opened;
  }

  read<T>(stores: Store[], work: (transaction: Transaction<"readonly">) => Promise<T>): Promise<T> {
    return this.run("readonly", stores, work);
  }

  /** Resolves when all of it is on the disk; on any failure nothing of it is. */
  write<T>(stores: Store[], work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run("readwrite", stores, work);
  }

  private async run<M extends Mode, T>(
    mode: M,
    stores: Store[],
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<T> {
    let transaction: Transaction<M> | undefined;
    try {
      const database = await this.open();
      transaction = database.transaction(stores, mode, { durability: "strict" });
      const done = transaction.done;
      // Its failure is looked at below, also where the work fails first.
      done.catch(() => undefined);
      const result = await work(transaction);
      await done;
      return result;
    } catch (cause) {
      throw await this.why(cause, transaction);
    }
  }

  /** A request may fail because its transaction was aborted for want of room: then that is why. */
  private async why(cause: unknown, transaction: Transaction<Mode> | undefined): Promise<Error> {
    const first = named(cause);
    if (transaction === undefined) {
      this.opened = undefined;
      return first;
    }
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    const second = await transaction.done.then(() => first, named);
    return second instanceof Full ? second : first;
  }
}
