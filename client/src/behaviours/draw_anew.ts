// Parts of a page drawn anew as the server has them now, where loading the whole page would lose what is marked elsewhere on it and
// kept at a press alone. It must not know what was pressed.

import { countLetters } from "./longest";
import { orderings } from "./ordering";

/** Puts each of these in the place of what stands there; where the page cannot be had, everything stays. Gives back the first. */
export async function drawAnew(selectors: readonly string[]): Promise<HTMLElement | null> {
  const answer = await fetch(location.pathname).catch(() => undefined);
  if (answer?.ok !== true) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const drawn = selectors.map((selector) => {
    const [old, now] = [document.querySelector(selector), page.querySelector<HTMLElement>(selector)];
    if (old === null || now === null) return null;
    old.replaceWith(now);
    orderings(now);
    countLetters(now);
    return now;
  });
  return drawn[0] ?? null;
}
