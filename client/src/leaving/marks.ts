// What this phone remembers of somebody's leaving: that she is away, and what the server has not been told yet because there was
// no signal. Neither says who or what. Page and worker share it; it must not know how a page is left.

import { open, type Vault } from "../vault/vault";

const AWAY = "away";
const OWED = "owed";
/** What is kept here was closed, and no page has said yet that it opens again. */
const CLOSED = "closed";
const PATIENCE = 10_000;
/** The language of the last page, so that a page made without signal speaks it. */
export const LANGUAGE = "language";

/** What the server is to be told by. */
export type Door = "/leave" | "/sign-out";

export async function isAway(vault: Vault): Promise<boolean> {
  return (await vault.meta.get<boolean>(AWAY)) === true;
}

/** What the phone remembers from the moment of leaving, in one writing with the loss of the key. */
export function notesOf(door: Door): Record<string, unknown> {
  return { [OWED]: door, [CLOSED]: true, ...(door === "/leave" ? { [AWAY]: true } : {}) };
}

export async function wasClosed(vault: Vault): Promise<boolean> {
  return (await vault.meta.get<boolean>(CLOSED)) === true;
}

export function saidOpen(vault: Vault): Promise<void> {
  return vault.meta.put(CLOSED, false);
}

/** The server knows. */
export async function told(vault: Vault): Promise<void> {
  await vault.meta.put(OWED, false);
}

/** Says to the server what it has not heard. Fails where there is no signal. */
export async function settle(): Promise<"nothing" | "told"> {
  const vault = await open().catch(() => undefined);
  const door = await vault?.meta.get<Door | false>(OWED).catch(() => false as const);
  if (vault === undefined || door === undefined || door === false) return "nothing";
  await tell(door);
  await told(vault);
  return "told";
}

/** The answer leads elsewhere, which is not followed: that it came is enough. */
export async function tell(door: Door): Promise<void> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch(door, { method: "POST", keepalive: true, redirect: "manual", signal: stop.signal });
    if (response.status >= 500) throw new Error("not now");
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A page of hers has come from the server. What the server was not told before is told now; then that page does not count. Nor
 * does it where she has left after `since`.
 */
export async function arrived(language: string, since: number): Promise<"nothing" | "told"> {
  if ((await settle()) === "told") return "told";
  const vault = await open();
  if (await isAway(vault)) await vault.note(AWAY, false, since);
  if ((await vault.meta.get(LANGUAGE)) !== language) await vault.meta.put(LANGUAGE, language);
  return "nothing";
}
