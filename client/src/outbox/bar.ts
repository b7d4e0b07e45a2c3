// In sight on every page of hers: where her words are, and how many things wait for signal, as a link to the page that lists them.
// The words come with the page. It must not know what the things are.

import { forCount } from "../words";
import { words } from "./form";
import type { Why } from "./machine";
import { outbox } from "./outbox";

/** While all goes well what waits is gone in a moment: a link that comes and goes would only disturb. */
const SAYS: Partial<Record<Why, string>> = { no_signal: "waiting", signed_out: "signed-out" };

export function showBar(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-outbox-bar]");
  // Where a page has its own say about it, this keeps quiet.
  const state = document.querySelector("save-answers, offline-quiz") === null ? document.querySelector<HTMLElement>("[data-saved-state]") : null;
  let kept = false;
  outbox.watch(() => {
    const waiting = outbox.waiting().length;
    const refused = outbox.state.entries.filter((entry) => entry.is === "refused").length;
    if (link !== null) {
      const says = waiting > 0 ? SAYS[outbox.why()] : undefined;
      link.textContent = says !== undefined ? forCount(link, says, waiting) : refused > 0 ? forCount(link, "refused", refused) : "";
      link.hidden = link.textContent === "";
    }
    kept ||= waiting > 0;
    if (state !== null && kept) {
      state.textContent = words(state, waiting > 0 ? "here" : "saved");
      state.classList.toggle("here", waiting > 0);
      state.hidden = state.textContent === "";
    }
  });
}
