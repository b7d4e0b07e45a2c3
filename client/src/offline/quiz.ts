// <offline-quiz>: a quiz from what was downloaded, one question at a time. It begins an attempt under an id of the phone's own, or
// goes on in the one that is open; every answer goes through the outbox, and what was answered is there again after the browser
// was killed. With signal the server's own pages are used instead.

import { QUIZ } from "../downloads/library";
import type { Refusal } from "../outbox/entry";
import type { Answer } from "../outbox/machine";
import { borrow } from "../shared";
import type { Vault } from "../vault/vault";
import { word } from "../words";
import { fieldsOf, holdBack, isSame, keepWhileTyping } from "../behaviours/answer_form";
import { countLetters } from "../behaviours/longest";
import { orderings } from "../behaviours/ordering";
import { partsOf, partToAnswer } from "../behaviours/vignette";
import { answerIn, isBlank, type CasePart } from "./answer";
import type { ToldQuiz } from "./draw";
import { answered, flagged, isBeginning, minutesLeft, upgraded, withWaiting, type KeptRecord, type QuizRecord } from "./quiz_record";
import { drawMap, fillIn, formOf, idOf, openIn, questionsOf, showOnly, stateIn, type Part } from "./quiz_drawing";
import { layOut, toldOf, toldQuestion } from "./quiz_layout";
import { hideWhy, showWhy } from "./quiz_why";

const { open, outbox, held, newId, say, unsay } = borrow();

/** What a page of the outbox says on a form. */
type Told = CustomEvent<{ command: string; answer?: Answer }>;

/** Where what was answered in an attempt that was not accepted can be read. */
const WAITING = "/outbox";

class OfflineQuiz extends HTMLElement {
  private vault: Vault | undefined;
  private record: QuizRecord | undefined;
  private told: ToldQuiz | undefined;
  private begun = false;
  private keeping: Promise<void> = Promise.resolve();
  /** Of the forms, as the fragment came: with `{attempt}` in them. */
  private readonly actions = new Map<HTMLFormElement, string>();
  /** The parts of each question that unfolds. */
  private readonly parts = new Map<string, CasePart[]>();

  connectedCallback(): void {
    if (this.begun) return;
    this.begun = true;
    this.told = toldOf(this);
    for (const form of this.querySelectorAll("form")) this.actions.set(form, form.getAttribute("action") ?? "");
    for (const section of questionsOf(this)) {
      const [parts, form] = [partsOf(section), formOf(section)];
      this.parts.set(idOf(section), parts);
      // Of these the changes are held back here, and told to the outbox at a press.
      if (parts.length > 0 && form !== null) form.dataset["outboxOn"] = "change";
    }
    orderings(this);
    countLetters(this);
    holdBack();
    keepWhileTyping();
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("change", (event) => this.changed(event));
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

  /** The questions that this attempt asks, in their order. */
  private get sections(): HTMLElement[] {
    return questionsOf(this);
  }

  private async restore(): Promise<void> {
    const who = document.body.dataset["who"] ?? "";
    try {
      this.vault = await open();
      const record = upgraded(await this.vault.index.get<KeptRecord>(who, QUIZ + this.activity));
      // What waits is read once the outbox has its key.
      this.record = record && this.withWaiting(record);
    } catch {
      // The outbox says on the form that nothing can be kept here.
    }
    await this.address();
    this.go();
  }

  private withWaiting(record: QuizRecord): QuizRecord {
    return withWaiting(record, outbox.waiting(), (question) => this.parts.get(question) ?? []);
  }

  /** Kept before the page goes on, so that what is shown is there again. One after the other: the newest stands. */
  private keep(record: QuizRecord): Promise<void> {
    this.record = record;
    const put = async (): Promise<void> => this.vault?.index.put(document.body.dataset["who"] ?? "", QUIZ + this.activity, record);
    this.keeping = this.keeping.then(put, put);
    return this.keeping;
  }

  /** Puts the attempt's id where the fragment has a place for it, and its questions as this attempt asks them. */
  private async address(): Promise<void> {
    const attempt = this.record?.attempt;
    if (attempt === undefined) return;
    for (const [form, action] of this.actions) form.setAttribute("action", action.replace("{attempt}", attempt));
    await layOut(this, this.told, attempt, document.body.dataset["who"] ?? "");
  }

  /** Where the address says, else where she was. */
  private go(): void {
    const { record, sections } = this;
    if (this.refusal() !== undefined) return this.stand("start");
    if (record === undefined || (!record.sure && Object.keys(record.answers).length === 0)) return this.stand("start");
    if (record.handedIn !== undefined) return this.stand("handed-in");
    const place = location.hash.slice(1);
    if (place === "review" || place === "sure") return this.stand(place);
    const number = /^q(\d+)$/.exec(place)?.[1];
    const last = sections.findIndex((section) => idOf(section) === record.place) + 1;
    const at = number !== undefined ? Math.min(Math.max(1, Number(number)), sections.length) : last || this.firstOpen();
    return at === undefined ? this.stand("review") : this.stand("question", at);
  }

  private firstOpen(): number | undefined {
    const first = openIn(this, this.record)[0];
    return first && Number(first.dataset["number"]);
  }

  private stand(part: Part, number?: number): void {
    const moved = showOnly(this, part, number);
    this.redraw();
    const place = number === undefined ? undefined : this.sections[number - 1];
    // So that she comes back to where she was.
    if (place !== undefined && this.record !== undefined && this.record.place !== idOf(place)) void this.keep({ ...this.record, place: idOf(place) });
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
    if (here !== null && form !== null && (where === "next" || where === "why") && !this.goesOn(here, form)) return;
    if (where === "why") return here === null ? undefined : showWhy(this, here, toldQuestion(this.told, idOf(here))?.key);
    if (where === "next") return here === null ? undefined : this.to(this.placeAfter(here));
    if (where === "previous") return this.to(`q${number - 1}`);
    if (where === "open") return this.to(`q${this.firstOpen() ?? 1}`);
    if (where === "again") return void this.again();
    this.to(/^\d+$/.test(where) ? `q${where}` : where);
  }

  /** What stands in the form is kept, if it is not yet; whether she is done with the question. */
  private goesOn(section: HTMLElement, form: HTMLFormElement): boolean {
    const [now, before] = [fieldsOf(form), this.record?.answers[idOf(section)]];
    if (partsOf(form).length === 0) {
      // An order that she leaves as it stands was not changed, and is an answer all the same.
      if (before === undefined && !isBlank(now)) keepNow(form);
      return true;
    }
    if (isSame(now, before) && stateIn(section, this.record) === "answered") return true;
    unsay(form);
    if (isSame(now, before) || isBlank(now)) say(form, word(form, "empty"));
    else keepNow(form);
    return false;
  }

  /** A case that unfolds is kept at a press alone: what she marks there shuts what was before. */
  private changed(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    const section = form?.closest<HTMLElement>("[data-part=question]") ?? null;
    if (section !== null) hideWhy(section);
    if (form !== null && form !== event.target && partsOf(form).length > 0) event.stopPropagation();
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
    // What it asks for now; it asks for something else as soon as this is kept.
    if (command.startsWith("flag.")) form.dataset["wished"] = String(new FormData(form).get("flag"));
    if (command.startsWith("submit.") && openIn(this, this.record).length > 0 && form.closest("[data-part=sure]") === null) {
      event.preventDefault();
      this.to("sure");
    }
  }

  private async kept({ target }: Told): Promise<void> {
    const form = target as HTMLFormElement;
    const { record } = this;
    if (record === undefined) return;
    const command = form.dataset["outbox"] ?? "";
    const question = new FormData(form).get("question");
    if (command.startsWith("start.")) {
      await this.keep({ ...record, begun: Date.now(), sure: true });
      await this.address();
      this.go();
    } else if (command.startsWith("submit.")) {
      await this.keep({ ...record, handedIn: Date.now() });
      this.go();
    } else if (typeof question === "string" && command.startsWith("flag.")) {
      await this.keep(flagged(record, question, form.dataset["wished"] ?? ""));
      this.redraw();
    } else if (typeof question === "string") {
      await this.keptAnswer(form, question);
    }
  }

  private async keptAnswer(form: HTMLFormElement, question: string): Promise<void> {
    if (this.record === undefined) return;
    const letter = held(form)?.letter;
    const fields = letter === undefined ? fieldsOf(form) : answerIn(letter.fields);
    await this.keep(answered(this.record, question, fields, this.parts.get(question) ?? []));
    const before = partToAnswer(form);
    this.redraw();
    const section = form.closest<HTMLElement>("[data-part=question]");
    if (before === undefined || section === null || section.hidden) return;
    // Of a case that unfolds: on to what it tells next, or to the next question.
    const opened = partToAnswer(form);
    if (opened !== before) return opened?.scrollIntoView({ block: "start" });
    if (stateIn(section, this.record) === "answered" && this.dataset["counting"] !== "practice") this.to(this.placeAfter(section));
  }

  private placeAfter(section: HTMLElement): string {
    const number = Number(section.dataset["number"]);
    return number < this.sections.length ? `q${number + 1}` : "review";
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
    const record = this.record && this.withWaiting(this.record);
    this.record = record;
    if (record === undefined) return;
    const minutes = this.dataset["minutes"];
    const over = record.over ?? (minutes === undefined ? undefined : record.begun + Number(minutes) * 60_000);
    const left = over === undefined ? undefined : minutesLeft(over, Date.now());
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

/** As if she had just changed it: that is when the outbox looks. */
function keepNow(form: HTMLFormElement): void {
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function link(to: string, words: string): HTMLElement {
  const made = document.createElement("a");
  made.href = to;
  made.textContent = words;
  return made;
}

customElements.define("offline-quiz", OfflineQuiz);
