// What a signed-in person's page does for the times without signal, once it stands: it notices that she is back, keeps what was
// seen, and asks for the worker. Nothing here holds up the page.

import { keepFirstSeen } from "./first_seen";
import { isAway } from "../behaviours/quick_exit";
import { noticeReturn } from "../leaving/leave";
import { sayOpened } from "./opened";
import { registerWorker } from "./register";

/** Who it is, once it is noticed that she is back. */
export function prepareForOffline(): Promise<string> {
  const { who, offline } = document.body.dataset;
  // Pages of nobody have nothing to keep; a page made without signal is no news.
  if (who === undefined || offline !== undefined || isAway()) return new Promise(() => undefined);
  registerWorker();
  const then = async (): Promise<string> => {
    await noticeReturn(document.documentElement.lang);
    await sayOpened(who);
    await keepFirstSeen(who);
    return who;
  };
  const back = then();
  back.catch(() => undefined);
  return back;
}
