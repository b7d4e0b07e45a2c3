// The first page is not seen by the worker, which comes after it: where it is one that is kept, the page hands itself over. It is
// taken before any script has changed it. It must not know what becomes of it.

import { SEEN, type Seen } from "../downloads/library";
import { open } from "../vault/vault";
import { KEPT_PATHS } from "./kept_paths";

const taken = take();

/** This module is to be read before those that bring elements to life. */
function take(): Seen | undefined {
  const uncontrolled = "serviceWorker" in navigator && navigator.serviceWorker.controller === null;
  const main = document.querySelector("main");
  if (!uncontrolled || main === null || !KEPT_PATHS.includes(location.pathname)) return undefined;
  return { title: document.title, language: document.documentElement.lang, html: main.innerHTML, at: Date.now() };
}

export async function keepFirstSeen(who: string): Promise<void> {
  if (taken === undefined) return;
  const vault = await open();
  await vault.unlock(who);
  await vault.index.put(who, SEEN + location.pathname, taken);
}
