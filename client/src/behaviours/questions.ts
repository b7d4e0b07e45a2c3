// On the server's pages of an attempt: each form that asks a question shows the answer that this phone still holds, also one that
// another tab has just given, and says where the answer is. One question on a page says it in the bar above; of several, each has a
// place of its own, and a press on one leaves what is marked in the others as it is. Without script the forms post and work.

import { answerIn, stateOf, type Fields, type State } from "../offline/answer";
import type { Answer } from "../outbox/machine";
import { borrow } from "../shared";
import { word } from "../words";
import { drawAnew } from "./draw_anew";
import { fieldsOf, fill, isSame, needsOf } from "./answer_form";

const { outbox, held, isBusy, isKnown, isUntouched, say: sayBeside, unsay } = borrow();

/** All that this page asks. */
const all = new Set<Asked>();

export function followQuestions(page: HTMLElement): void {
  const asked = Array.from(page.querySelectorAll<HTMLFormElement>("form[data-outbox^='answer.']"), (form) => new Asked(form));
  if (asked.length === 0) return;
  asked.forEach((one) => all.add(one));
  page.addEventListener("outbox-answered", (event) => {
    const { late, answer } = (event as CustomEvent<{ late?: true; answer: Answer }>).detail;
    const form = event.target as HTMLFormElement;
    const answers = form.dataset["outbox"]?.startsWith("answer.") === true;
    // The bar says that it is kept; she goes on when she likes.
    if (late === true && answers) return event.preventDefault();
    const others = Array.from(all).some((one) => one.isMarked && !one.isOf(form));
    if (late === true || !others || answer.is !== "saved" || answer.words !== undefined) return;
    event.preventDefault();
    void goOnHere(page, answers);
  });
  // Until the phone has been asked, what the server wrote stands.
  outbox.watch(() => outbox.state.key === "here" && asked.forEach((one) => one.look()));
}

/** What her press has changed, without the rest of the page. */
async function goOnHere(page: HTMLElement, answers: boolean): Promise<void> {
  const own = page.id === "" ? "save-answers" : `save-answers#${page.id}`;
  const flag = `${own} form[data-outbox^="flag."]`;
  const now = await drawAnew([answers ? own : flag, ".map", ".scripted > #hand-in", "article > .row"]);
  if (now === null) return;
  if (answers) followQuestions(now);
  now.querySelector<HTMLElement>("form > button, :scope > button")?.focus();
  if (answers) now.scrollIntoView({ block: "start" });
}

class Asked {
  private readonly needs: string[];
  /** What the server has, as far as this page knows. */
  private stands: Fields | undefined;
  /** The answer that this phone held when last looked at. */
  private last: ReturnType<typeof held>;
  /** What was marked in it when the page came. */
  private readonly shown: Fields;

  constructor(private readonly form: HTMLFormElement) {
    this.needs = needsOf(form);
    this.stands = standing(form);
    this.shown = fieldsOf(form);
  }

  isOf(form: HTMLFormElement): boolean {
    return this.form === form;
  }

  /** Whether something is marked in it that nobody has kept: what is not kept at every change. */
  get isMarked(): boolean {
    const { form } = this;
    return form.isConnected && form.dataset["outboxOn"] !== "change" && !isSame(fieldsOf(form), this.shown);
  }

  look(): void {
    const { form } = this;
    if (!isBusy(form)) this.follow(held(form));
    this.show();
  }

  private follow(now: ReturnType<typeof held>): void {
    const answer = answerOf(now ?? this.last);
    if (now === undefined && this.last !== undefined) {
      // A refused one that she took away on another page was never the server's.
      if (this.last.is === "waiting") this.stands = answer;
      unsay(this.form);
    }
    // What she is typing while the answer before it is on its way is not taken out of her hands.
    if (now !== undefined && now.command !== this.last?.command && isUntouched(this.form)) {
      if (!isSame(fieldsOf(this.form), answer)) fill(this.form, answer ?? []);
      isKnown(this.form);
    }
    if (now?.is === "refused" && this.last?.is !== "refused") sayBeside(this.form, now.refused.words, now.refused.next);
    this.last = now;
  }

  private show(): void {
    const { form } = this;
    const here = this.last !== undefined;
    const state = stateOf(here ? answerOf(this.last) : this.stands, this.needs);
    const own = form.closest("save-answers");
    const status = own?.querySelector<HTMLElement>("[data-saved-state]") ?? document.querySelector<HTMLElement>("[data-saved-state]");
    if (status !== null) {
      status.classList.toggle("here", here);
      status.classList.toggle("open", !here && state !== "answered");
      say(status, here ? word(form, "here") : wordsOf(form, state));
      status.hidden = status.textContent === "";
    }
    // The map was drawn before; what only this phone knows is not on it yet.
    const link = document.querySelector<HTMLElement>(own?.id ? `.map [href$="#${own.id}"]` : ".map [aria-current=step]");
    const map = link?.querySelector("[data-map-state]");
    if (here || state === "open" || !link || !map) return;
    link.className = link.dataset["state"] = state;
    say(map, word(form, state));
  }
}

/** «Guardado · en parte». */
function wordsOf(form: HTMLFormElement, state: State): string {
  const partly = state === "partly" ? word(form, "partly") : "";
  return word(form, state === "open" ? "open" : "saved") + (partly === "" ? "" : ` · ${partly}`);
}

/** Not written anew where it stands already: it would be read out again. */
function say(place: Element, text: string): void {
  if (text !== "" && place.textContent !== text) place.textContent = text;
}

function answerOf(entry: ReturnType<typeof held>): Fields | undefined {
  return entry && answerIn(entry.letter.fields);
}

/** The answer that the server has, as the page says it in the way that a form is sent; nothing where it has none. */
export function standing(form: HTMLFormElement): Fields | undefined {
  const stands = form.closest<HTMLElement>("[data-stands]")?.dataset["stands"] ?? "";
  return stands === "" ? undefined : answerIn(new URLSearchParams(stands) as unknown as Iterable<[string, string]>);
}
