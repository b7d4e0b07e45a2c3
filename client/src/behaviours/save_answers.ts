// <save-answers>: what a page says about what the phone still holds, and the page drawn anew when the server has the last of what it was
// waiting for. What a page of questions says of each is in `questions.ts`, which only those pages load.

import { isBusy } from "../outbox/adopt";
import { outbox, who } from "../outbox/outbox";

class SaveAnswers extends HTMLElement {
  private hadWaiting = false;
  private watching = false;

  connectedCallback(): void {
    if (who === "" || this.watching) return;
    this.watching = true;
    outbox.watch(() => this.look());
  }

  private look(): void {
    // Until the phone has been asked, what the server wrote stands.
    if (outbox.state.key !== "here") return;
    const { attempt, question, redraw, wordsHere } = this.dataset;
    const waiting = outbox.waiting();
    // In the bar above the page, where it stays in sight, unless the page has a place of its own.
    const status = this.querySelector<HTMLElement>("[data-saved-state]") ?? document.querySelector<HTMLElement>("[data-saved-state]");
    if (question === undefined && status !== null) {
      status.classList.toggle("here", waiting.length > 0);
      status.textContent = (waiting.length > 0 && wordsHere) || "";
      status.hidden = status.textContent === "";
    }
    const waits = attempt !== undefined && waiting.some(({ letter }) => letter.action.startsWith(`/attempts/${attempt}/`));
    // The list of answers on this page was drawn before the server had the last ones.
    const form = this.querySelector("form");
    if (redraw !== undefined && this.hadWaiting && !waits && !(form !== null && isBusy(form))) location.reload();
    this.hadWaiting = waits;
  }
}

export function defineSaveAnswers(): void {
  customElements.define("save-answers", SaveAnswers);
}
