// The outbox of this page: one for all that is written on it, in the name of the person whose page it is. This is what pages use;
// none knows its inside. Where nobody is signed in it stays asleep and forms post as they do without script.

import { open } from "../vault/vault";
import { effects, newId } from "./effects";
import type { Letter } from "./entry";
import type { Message } from "./machine";
import { Sender } from "./sender";

/** The page says whose it is, and what time the server has. */
const said = document.querySelector<HTMLElement>("[data-who]")?.dataset ?? {};

export const who = said["who"] ?? "";

export const outbox = new Sender(
  effects(said["now"] === undefined ? undefined : Number(said["now"]), (message: Message) => outbox.take({ on: "told", message })),
);

/** Stores it under an id of its own. Throws why it could not. */
export async function keep(letter: Letter, command = newId()): Promise<string> {
  const news = await outbox.write({ command, letter });
  if (news.is === "unkept") throw news.why;
  return command;
}

export function start(): void {
  if (who === "") return;
  outbox.take({ on: "opened", who });
  const wake = (): void => outbox.wake("signal");
  addEventListener("online", wake);
  addEventListener("pageshow", (event) => event.persisted && wake());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
}

/**
 * Signing out and leaving in a hurry forget the key, and note on the phone what they must: what is left here opens only after she
 * has signed in again. What waits stays or goes as she has chosen, unless it is to stay in any case.
 */
export async function leave(notes: Record<string, unknown>, unsent: "as chosen" | "keep"): Promise<void> {
  outbox.take({ on: "left" });
  await (await open()).lock(unsent === "keep" || who === "" ? undefined : who, notes);
}
