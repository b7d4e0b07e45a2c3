// What the outbox does to the world: the vault, the server, the other tabs, the time. It must not know forms or pages, nor when any
// of it is done. Each goes to the vault anew, so that storage which could not be opened at first is used once it can be.

import { open } from "../vault/vault";
import { Locked } from "../vault/errors";
import type { Row } from "../vault/database";
import * as clock from "./clock";
import { after, commandId, read, VERSION, type Body, type Entry } from "./entry";
import type { Message } from "./machine";
import { takeOver } from "./old_queue";
import { post } from "./post";
import type { Ports } from "./sender";
import { turns } from "./turn";

const CLOCK = "clock";

export function newId(): string {
  return commandId(crypto.getRandomValues(new Uint8Array(16)), Date.now());
}

/** `server` is its clock as the page told it. */
export function effects(server: number | undefined, hear: (message: Message) => void): Ports {
  let known: clock.Known | undefined;
  let learnt: Promise<void> | undefined;
  const turn = turns(open, newId());
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("telar-outbox");
  if (channel !== undefined) channel.onmessage = (event) => hear(event.data as Message);

  /** Once a page: the clock is learnt when the page is new. */
  const learn = async (): Promise<void> => {
    const phone = Date.now();
    const vault = await open();
    known = await (server === undefined
      ? vault.meta.get<clock.Known>(CLOCK)
      : vault.meta.change<clock.Known>(CLOCK, (before) => clock.learn(before, server, phone)));
  };
  const now = async (): Promise<number> => {
    learnt ??= learn();
    await learnt.catch(() => (learnt = undefined));
    return clock.now(known, Date.now());
  };

  const ports: Ports = {
    async unlock(who) {
      const vault = await open();
      await now();
      await vault.unlock(who);
      // What cannot be taken over now stays where it is.
      await takeOver(who, (draft) => ports.append(who, draft)).catch(() => undefined);
    },

    async append(who, { command, letter, claimed }) {
      const vault = await open();
      await vault.unlock(who);
      const [inside, written] = [await laidDown(who, { letter }), await now()];
      const row = await vault.outbox.add(who, command, (last) => {
        const place = after(last, written);
        return { command, who, order: place.order, claimed: claimed ?? place.claimed, v: VERSION, ...inside };
      });
      return { is: "waiting", command, who, order: row.order, claimed: row.claimed, letter };
    },

    async read(who) {
      const vault = await open();
      const rows = await vault.outbox.of(who);
      return Promise.all(rows.map(entryOf));
    },

    async refuse({ command, who, order, claimed, letter }, refused) {
      const inside = await laidDown(who, { letter, refused });
      await (await open()).outbox.replace({ command, who, order, claimed, v: VERSION, ...inside });
    },

    async remove(command) {
      await (await open()).outbox.remove(command);
    },

    async send(entry) {
      return (await turn.still()) ? post(entry, await now()) : { is: "later" };
    },

    async direct(who, { command, letter }) {
      const claimed = Math.round(await now());
      return post({ is: "waiting", command, who, claimed, order: 0, letter }, claimed);
    },

    take: () => turn.take(),

    after(milliseconds, then) {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },

    tell: (message) => channel?.postMessage(message),
  };

  async function laidDown(who: string, body: Body): Promise<Pick<Row, "sealed" | "plain">> {
    const vault = await open();
    if (!vault.canSeal) return { plain: body };
    return { sealed: await vault.seal(who, new TextEncoder().encode(JSON.stringify(body))) };
  }

  async function entryOf(row: Row): Promise<Entry> {
    const { command, who, order, claimed, v } = row;
    const place = { command, who, order, claimed };
    return read(place, v, v > VERSION ? undefined : (row.plain ?? (await opened(row))));
  }

  /** Nothing where it is damaged. */
  async function opened({ who, sealed }: Row): Promise<unknown> {
    if (sealed === undefined) return undefined;
    try {
      const bytes = await (await open()).unseal(who, sealed);
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch (cause) {
      if (cause instanceof Locked) throw cause;
      return undefined;
    }
  }

  return ports;
}
