// What the machine of the outbox is told and what it says: events in, effects out, the messages between tabs. Types alone.

import type { Draft, Entry, Refusal, Waiting } from "./entry";

/** The server's word on one command; or that there was none. */
export type Answer =
  | { is: "saved"; saved: string; next?: string; words?: string }
  | ({ is: "refused" } & Refusal)
  | { is: "stranger"; problem: string; words: string }
  | { is: "later" };

export type Message =
  | { tell: "changed" }
  | { tell: "answered"; who: string; command: string; answer: Answer }
  | { tell: "free" }
  /** A page of this person has her key. */
  | { tell: "person"; who: string }
  /** Somebody signed out, or left in a hurry. */
  | { tell: "left" };

export type News = { is: "kept"; entry: Waiting } | { is: "unkept"; why: unknown } | Answer;

/** Storage is read to send from it, under the lock, or only to show it. */
export type Purpose = "send" | "look";

export type Event =
  | { on: "opened"; who: string | undefined }
  | { on: "unlocked" }
  | { on: "locked" }
  | { on: "left" }
  | { on: "write"; draft: Draft }
  | { on: "written"; entry: Waiting }
  | { on: "unwritten"; command: string; why: unknown }
  | { on: "granted" }
  | { on: "denied" }
  | { on: "read"; to: Purpose; entries: Entry[] }
  | { on: "unread"; to: Purpose }
  | { on: "answered"; command: string; answer: Answer }
  /** What was told to storage about this command is on the disk, or will not be. */
  | { on: "settled"; command: string }
  | { on: "unsettled"; command: string }
  | { on: "timer" }
  /** The network may be back, or a person asks. */
  | { on: "woken"; by: "signal" | "hand" }
  | { on: "told"; message: Message }
  | { on: "dismiss"; command: string };

export type Effect =
  | { do: "unlock" }
  | { do: "store"; draft: Draft }
  | { do: "ask" }
  | { do: "release" }
  | { do: "read"; to: Purpose }
  | { do: "send"; entry: Waiting }
  | { do: "remove"; command: string }
  | { do: "refuse"; entry: Waiting; refused: Refusal }
  /** Instead of whatever was planned; nothing where there is no time. */
  | { do: "wake"; after: number | undefined }
  | { do: "tell"; message: Message }
  | { do: "report"; command: string; news: News }
  | { do: "show" };
