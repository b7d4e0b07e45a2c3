// <offline-quiz>: a quiz from what was downloaded, one question at a time. It begins an attempt under an id of the phone's own, or
// goes on in the one that is open; every answer goes through the outbox, and what was answered is there again after the browser
// was killed. With signal the server's own pages are used instead.

import { QUIZ } from "../downloads/library";
import type { Refusal } from "../outbox/entry";
import type { Answer } from "../outbox/machine";
import { borrow } from "../shared";
import type { Vault } from "../vault/vault";
import { word } from "../words";
import { isBeginning, minutesLeft, openOf, withWaiting, type QuizRecord } from "./quiz_record";
import { drawMap, fillIn, questionsOf, showOnly, type Part } from "./quiz_drawing";

const { open, outbox, held, newId } = borrow();

/** What a page of the outbox says on a form. */
type Told = CustomEvent<{ command: string; answer?: Answer }>;

/** Where what was answered in an attempt that was not accepted can be read. */
const WAITING = "/outbox";

class OfflineQuiz extends HTMLElement {
  private vault: Vault | undefined;
  private record: QuizRecord | undefined;
  private begun = false;
  /** Of the forms, as the fragment came: with `{attempt}` in them. */
  private readonly actions = new Map<HTMLFormElement, string>();

  connectedCallback(): void {
    if (this.begun) return;
    this.begun = true;
    for (const form of this.querySelectorAll("form")) this.actions.set(form, form.getAttribute("action") ?? "");
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("submit", (event) => this.submitted(event), true);
    this.addEventListener("outbox-kept", (event) => void this.kept(event as Told));
    this.addEventListener("outbox-answered", (event) => this.answered(event as Told));
    addEventListener("hashchange", () => this.go());
    outbox.watch(() => this.redraw());
    setInterval(() => this.redraw(), 30_000);
    void this.restore();
  }

  private get activity(): string {
    return this.dataset["activity"] ?? "";
  }

  private get asked(): string[] {
    return questionsOf(this).map((section) => section.dataset["question"] ?? "");
  }

  private async restore(): Promise<void> {
    const who = document.body.dataset["who"] ?? "";
    try {
      this.vault = await open();
      const record = await this.vault.index.get<QuizRecord>(who, QUIZ + this.activity);
      // What waits is read once the outbox has its key.
      this.record = record && withWaiting(record, outbox.waiting());
    } catch {
      // The outbox says on the form that nothing can be kept here.
    }
    this.address();
    this.go();
  }

  /** Kept before the page goes on, so that what is shown is there again. */
  private async keep(record: QuizRecord): Promise<void> {
    this.record = record;
    await this.vault?.index.put(document.body.dataset["who"] ?? "", QUIZ + this.activity, record);
  }

  /** Puts the attempt's id where the fragment has a place for it. */
  private address(): void {
    const attempt = this.record?.attempt;
    for (const [form, action] of this.actions) {
      if (attempt !== undefined) form.setAttribute("action", action.replace("{attempt}", attempt));
    }
  }

  /** Where the address says, else where she was. */
  private go(): void {
    const { record } = this;
    if (this.refusal() !== undefined) return this.stand("start");
    if (record === undefined || (!record.sure && openOf(this.asked, record).length === this.asked.length)) return this.stand("start");
    if (record.handedIn !== undefined) return this.stand("handed-in");
    const place = location.hash.slice(1);
    if (place === "review" || place === "sure") return this.stand(place);
    const number = /^q(\d+)$/.exec(place)?.[1];
    const at = number === undefined ? this.firstOpen() : Number(number);
    return at === undefined ? this.stand("review") : this.stand("question", at);
  }

  private firstOpen(): number | undefined {
    const open = this.asked.findIndex((question) => this.record?.answers[question] === undefined);
    return open < 0 ? undefined : open + 1;
  }

  private stand(part: Part, number?: number): void {
    const moved = showOnly(this, part, number);
    this.redraw();
    // The reader's place moves along, not only the eye's.
    if (moved) scrollTo(0, 0);
  }

  private to(place: string): void {
    // Back leads to the question before; the address says a number and nothing else.
    if (location.hash === `#${place}`) this.go();
    else location.hash = place;
  }

  private clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-go]") : null;
    const where = button?.dataset["go"];
    if (button === null || where === undefined) return;
    event.preventDefault();
    const here = button.closest<HTMLElement>("[data-part=question]");
    const number = Number(here?.dataset["number"] ?? 0);
    const form = button.closest("form");
    if ((where === "next" || where === "why") && form?.reportValidity() === false) return;
    if (where === "why") return this.why(here);
    if (where === "next") return this.to(number < this.asked.length ? `q${number + 1}` : "review");
    if (where === "previous") return this.to(`q${number - 1}`);
    if (where === "open") return this.to(`q${this.firstOpen() ?? 1}`);
    if (where === "again") return void this.again();
    this.to(/^\d+$/.test(where) ? `q${where}` : where);
  }

  /** What a practice says about the choice that is marked. */
  private why(section: HTMLElement | null): void {
    const marked = section?.querySelector<HTMLInputElement>("input[name=answer]:checked")?.value;
    for (const why of section?.querySelectorAll<HTMLElement>("[data-why]") ?? []) why.hidden = why.dataset["why"] !== marked;
  }

  /** Before the outbox sees the form. */
  private submitted(event: Event): void {
    const form = event.target as HTMLFormElement;
    const command = form.dataset["outbox"] ?? "";
    if (command.startsWith("start.")) {
      if (this.record?.sure === true) {
        event.preventDefault();
        return this.go();
      }
      // The id is kept before it is used: the same press after a crash means the same attempt.
      this.record ??= { attempt: newId(), begun: Date.now(), sure: false, answers: {} };
      void this.keep(this.record);
      const field = form.querySelector<HTMLInputElement>("input[name=attempt]") ?? document.createElement("input");
      Object.assign(field, { type: "hidden", name: "attempt", value: this.record.attempt });
      form.append(field);
    }
    const open = openOf(this.asked, this.record).length;
    if (command.startsWith("submit.") && open > 0 && form.closest("[data-part=sure]") === null) {
      event.preventDefault();
      this.to("sure");
    }
  }

  private async kept({ target }: Told): Promise<void> {
    const form = target as HTMLFormElement;
    const { record } = this;
    if (record === undefined) return;
    const command = form.dataset["outbox"] ?? "";
    const fields = new FormData(form);
    const [question, answer] = [fields.get("question"), fields.get("answer")];
    if (command.startsWith("start.")) {
      await this.keep({ ...record, begun: Date.now(), sure: true });
      this.address();
      this.go();
    } else if (command.startsWith("submit.")) {
      await this.keep({ ...record, handedIn: Date.now() });
      this.go();
    } else if (typeof question === "string" && typeof answer === "string") {
      await this.keep({ ...record, answers: { ...record.answers, [question]: answer } });
      this.redraw();
    }
  }

  /** The server's word while she is here: a refusal is said; the result of what she handed in is where she is led. */
  private answered(event: Told): void {
    const command = (event.target as HTMLFormElement).dataset["outbox"] ?? "";
    const is = event.detail.answer?.is;
    if (is !== "refused" && is !== "stranger" && !command.startsWith("submit.")) event.preventDefault();
  }

  /** Why the server did not accept that the attempt was begun, where it did not. */
  private refusal(): Refusal | undefined {
    const { record } = this;
    if (record === undefined) return undefined;
    for (const entry of outbox.state.entries) {
      if (entry.is === "refused" && isBeginning(entry.letter, record.attempt)) return entry.refused;
    }
    return undefined;
  }

  /** A practice may be taken as often as she likes. */
  private async again(): Promise<void> {
    await this.vault?.index.remove(document.body.dataset["who"] ?? "", QUIZ + this.activity);
    location.replace(location.pathname);
  }

  private redraw(): void {
    const record = this.record && withWaiting(this.record, outbox.waiting());
    this.record = record;
    if (record === undefined) return;
    const minutes = this.dataset["minutes"];
    const left = minutes === undefined ? undefined : minutesLeft(record.begun, Number(minutes), Date.now());
    const time = left === undefined ? "" : left > 0 ? word(this, "time-left", { minutes: left }) : word(this, "time-over");
    fillIn(this, record, time, (form) => held(form)?.is === "waiting");
    drawMap(this, record);
    const [refusal, problem] = [this.refusal(), this.querySelector<HTMLElement>(":scope > [data-problem]")];
    if (refusal === undefined || problem === null) return;
    // Nothing more can be answered in it, nor another begun: the words say where to go on.
    const start = this.querySelector<HTMLElement>("[data-part=start]");
    const form = start?.querySelector("form");
    if (form !== null && form !== undefined) form.hidden = true;
    if (start?.hidden === true) this.stand("start");
    // A link that is drawn anew loses the focus.
    if (!problem.hidden && problem.querySelector(`[href="${WAITING}"]`) !== null) return;
    problem.hidden = false;
    problem.replaceChildren(refusal.words, ...(refusal.next === undefined ? [] : [link(refusal.next, word(this, "go-on"))]), link(WAITING, word(this, "refused-answers")));
  }
}

function link(to: string, words: string): HTMLElement {
  const made = document.createElement("a");
  made.href = to;
  made.textContent = words;
  return made;
}

customElements.define("offline-quiz", OfflineQuiz);
