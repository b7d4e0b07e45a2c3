// What the script of every page lends to those that only some pages load, so that there is one outbox and one vault on a page and
// nobody downloads them twice. The scripts are of the same server's version, and the lender comes first.

import type { held, isBusy, isKnown, isUntouched } from "./outbox/adopt";
import type { newId } from "./outbox/effects";
import type { say, unsay } from "./outbox/form";
import type { outbox } from "./outbox/outbox";
import type { open } from "./vault/vault";

export interface Shared {
  open: typeof open;
  outbox: typeof outbox;
  held: typeof held;
  isBusy: typeof isBusy;
  isKnown: typeof isKnown;
  isUntouched: typeof isUntouched;
  say: typeof say;
  unsay: typeof unsay;
  newId: typeof newId;
  /** Once it is noticed that she is back; never where nobody is signed in, or the page was made without signal. */
  back: Promise<string>;
}

declare global {
  var telar: Shared | undefined;
}

export function lend(shared: Shared): void {
  globalThis.telar = shared;
}

export function borrow(): Shared {
  if (globalThis.telar === undefined) throw new Error("the script of every page did not run");
  return globalThis.telar;
}
