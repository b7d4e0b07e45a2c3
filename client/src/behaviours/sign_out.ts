// Signing out: the key to what this phone keeps goes first, then the server ends the session, at once or when there is signal
// again. Where she has chosen that what waits is not left behind, she is asked before any of it goes. Without script the form
// posts, and the server ends the session.

import { leaveBy } from "../leaving/leave";
import { who } from "../outbox/outbox";
import { open } from "../vault/vault";
import { forCount, word } from "../words";

type Wish = "as chosen" | "keep" | "stay";

const ASKED: [Wish, string][] = [
  ["as chosen", "sure-wipe"],
  ["keep", "sure-keep"],
  ["stay", "sure-stay"],
];

export function signOut(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void toBeWiped().then(async (count) => {
      const wish = count === 0 ? "as chosen" : await ask(form, count);
      if (wish === "stay") return;
      const { forgotten, told } = leaveBy("/sign-out", wish);
      await Promise.all([told, forgotten]);
      location.replace("/");
    });
  });
}

/** How many things would go. Storage that does not answer holds nobody back. */
async function toBeWiped(): Promise<number> {
  try {
    const vault = await open();
    return (await vault.unsent(who)) === "wipe" ? (await vault.outbox.of(who)).length : 0;
  } catch {
    return 0;
  }
}

/** In the place of the form's own button, which comes back where she stays. */
function ask(form: HTMLElement, count: number): Promise<Wish> {
  const own = form.querySelector<HTMLElement>("button");
  const asked = document.createElement("div");
  const question = document.createElement("p");
  asked.className = "notice";
  asked.tabIndex = -1;
  question.textContent = forCount(form, "sure", count);
  return new Promise((done) => {
    const buttons = ASKED.map(([wish, words]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button quiet";
      button.textContent = word(form, words);
      button.addEventListener("click", () => {
        asked.remove();
        if (own !== null) own.hidden = false;
        own?.focus();
        done(wish);
      });
      return button;
    });
    asked.append(question, ...buttons);
    if (own !== null) own.hidden = true;
    form.append(asked);
    asked.focus();
  });
}
