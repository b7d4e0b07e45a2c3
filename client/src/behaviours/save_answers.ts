// <save-answers>: what a page of a quiz says about its answers. The outbox keeps and sends them; this fills in what the phone still
// holds, says where the answer on the screen is, and draws the page anew when the server has the last of what it was waiting
// for. Without script the form inside posts and works.

import { held, isBusy, isKnown } from "../outbox/adopt";
import { say, unsay } from "../outbox/form";
import { outbox, who } from "../outbox/outbox";

class SaveAnswers extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private status: HTMLElement | null = null;
  /** The answer that this phone held when last looked at. */
  private last: ReturnType<typeof held>;
  private hadWaiting = false;

  connectedCallback(): void {
    if (who === "" || this.form !== null) return;
    this.form = this.querySelector("form");
    // In the bar above the page, where it stays in sight, unless the page has a place of its own.
    this.status = this.querySelector("[data-saved-state]") ?? document.querySelector("[data-saved-state]");
    this.addEventListener("outbox-answered", (event) => this.answered(event as CustomEvent<{ late?: true }>));
    outbox.watch(() => this.look());
  }

  private get question(): HTMLFormElement | undefined {
    return this.dataset["question"] === undefined || this.form === null ? undefined : this.form;
  }

  private look(): void {
    // Until the phone has been asked, what the server wrote stands.
    if (outbox.state.key !== "here") return;
    const form = this.question;
    if (form !== undefined) this.follow(form);
    this.show(form);
    const waits = this.attemptWaits();
    // The list of answers on this page was drawn before the server had the last ones.
    const busy = this.form !== null && isBusy(this.form);
    if (this.hadWaiting && !waits && !busy && this.dataset["redraw"] !== undefined) location.reload();
    this.hadWaiting = waits;
  }

  /** Marks the answer that this phone holds, also one that another tab has just given; and knows when the server has it. */
  private follow(form: HTMLFormElement): void {
    if (isBusy(form)) return;
    const now = held(form);
    const answer = fieldOf(now ?? this.last, "answer");
    if (now === undefined && this.last !== undefined) {
      // A refused one that she took away on another page was never the server's.
      if (this.last.is === "waiting" && answer !== undefined) this.dataset["stands"] = answer;
      unsay(form);
    }
    if (now !== undefined && now.command !== this.last?.command) {
      for (const input of form.querySelectorAll<HTMLInputElement>("input[name=answer]")) input.checked = input.value === answer;
      isKnown(form);
    }
    if (now?.is === "refused" && this.last?.is !== "refused") say(form, now.refused.words, now.refused.next);
    this.last = now;
  }

  private answered(event: CustomEvent<{ late?: true }>): void {
    // The bar says it; she goes on when she likes.
    if (this.question !== undefined && event.detail.late === true) event.preventDefault();
  }

  private attemptWaits(): boolean {
    const { attempt } = this.dataset;
    return attempt !== undefined && outbox.waiting().some(({ letter }) => letter.action.startsWith(`/attempts/${attempt}/`));
  }

  private show(form: HTMLFormElement | undefined): void {
    const { wordsHere, wordsSaved, wordsOpen, wordsAnswered, stands } = this.dataset;
    const here = form === undefined ? outbox.waiting().length > 0 : this.last !== undefined;
    if (this.status !== null) {
      this.status.classList.toggle("here", here);
      this.status.classList.toggle("open", !here && !stands);
      const there = form === undefined ? undefined : stands === undefined || stands === "" ? wordsOpen : wordsSaved;
      this.status.textContent = (here ? wordsHere : there) ?? "";
      this.status.hidden = this.status.textContent === "";
    }
    const map = this.querySelector("[aria-current=step] [data-map-state]");
    if (map !== null && !here && stands && wordsAnswered !== undefined) map.textContent = wordsAnswered;
  }
}

function fieldOf(entry: ReturnType<typeof held>, name: string): string | undefined {
  return entry?.letter.fields.find(([field]) => field === name)?.[1];
}

export function defineSaveAnswers(): void {
  customElements.define("save-answers", SaveAnswers);
}
