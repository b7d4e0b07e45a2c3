// How a quiz looks in each of its states: which part stands, what is marked, what is said of it. The parts and words are the
// server's (`templates/offline/quiz.html`); this only shows, hides and fills in. It must not know where anything is kept.

import { fieldsOf, fill, isSame, needsOf } from "../behaviours/answer_form";
import { partsOf, unfold } from "../behaviours/vignette";
import { counted, word } from "../words";
import { stateOf, type Fields, type State } from "./answer";
import type { QuizRecord } from "./quiz_record";

export type Part = "start" | "question" | "review" | "sure" | "handed-in";

export function questionsOf(quiz: HTMLElement): HTMLElement[] {
  return Array.from(quiz.querySelectorAll<HTMLElement>("[data-part=question]"));
}

export function idOf(section: HTMLElement): string {
  return section.dataset["question"] ?? "";
}

export function formOf(section: HTMLElement): HTMLFormElement | null {
  return section.querySelector<HTMLFormElement>("form[data-outbox^='answer.']");
}

/** How much of it is answered. */
export function stateIn(section: HTMLElement, record: QuizRecord | undefined): State {
  const form = formOf(section);
  return form === null ? "open" : stateOf(record?.answers[idOf(section)], needsOf(form));
}

/** The questions in which something is left to answer, in the order asked. */
export function openIn(quiz: HTMLElement, record: QuizRecord | undefined): HTMLElement[] {
  return questionsOf(quiz).filter((section) => stateIn(section, record) !== "answered");
}

/** Whether another part stands than before. Its heading gets the focus, so that a screen reader begins there. */
export function showOnly(quiz: HTMLElement, part: Part, number?: number): boolean {
  let moved = false;
  // Before and after the questions there is no answer to speak of.
  const state = document.querySelector<HTMLElement>("[data-saved-state]");
  if (state !== null) state.hidden = part !== "question";
  for (const section of quiz.querySelectorAll<HTMLElement>("[data-part]")) {
    const { part: name, number: its } = section.dataset;
    // The map stands below questions and review alike.
    const stands = name === "map" ? part === "question" || part === "review" : name === part && (number === undefined || its === String(number));
    if (stands && section.hidden) moved = moved || name !== "map";
    section.hidden = !stands;
    if (!stands || name === "map") continue;
    const heading = section.querySelector<HTMLElement>("h1");
    if (moved && heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }
  return moved;
}

/** What each form showed when it was last filled in or kept: what she has changed since is left alone. */
const shown = new WeakMap<HTMLFormElement, Fields>();

/** Puts what is known into the form, and unfolds a case as far as it may be. */
function follow(form: HTMLFormElement, answer: Fields | undefined): void {
  const [now, before] = [fieldsOf(form), shown.get(form)];
  const untouched = before === undefined || isSame(now, before);
  if (answer !== undefined && untouched && !isSame(now, answer)) fill(form, answer);
  if (partsOf(form).length > 0) unfold(form, answer ?? []);
  if (before === undefined || isSame(fieldsOf(form), answer)) shown.set(form, fieldsOf(form));
}

/** Marks what was answered, and says of each where it is; `waits` tells of a form whose answer is on this phone only. */
export function fillIn(quiz: HTMLElement, record: QuizRecord, time: string, waits: (form: HTMLFormElement) => boolean): void {
  const sections = questionsOf(quiz);
  for (const section of sections) {
    const form = formOf(section);
    if (form !== null) follow(form, record.answers[idOf(section)]);
    drawFlag(section, record.flags?.includes(idOf(section)) === true);
    drawNext(quiz, section, sections.length);
    if (!section.hidden) sayWhere(quiz, stateIn(section, record), form !== null && waits(form));
  }
  const openOnes = openIn(quiz, record);
  const open = openOnes.length;
  for (const [name, count] of Object.entries({ "open-of": open, "sure-of": open, "answered-of": sections.length - open })) {
    for (const place of quiz.querySelectorAll<HTMLElement>(`[data-${name}]`)) say(place, counted(word(quiz, name), count));
  }
  for (const button of quiz.querySelectorAll<HTMLElement>("[data-part=review] [data-go=open]")) {
    button.hidden = open === 0;
    say(button, word(quiz, "answer-open", { number: openOnes[0]?.dataset["number"] ?? "" }));
  }
  for (const button of quiz.querySelectorAll<HTMLElement>("[data-part=review] form button")) {
    button.classList.toggle("quiet", open > 0);
    say(button, word(quiz, open > 0 ? "hand-in-open" : "hand-in"));
  }
  for (const place of quiz.querySelectorAll<HTMLElement>("[data-time]")) {
    place.hidden = time === "";
    say(place, time);
  }
  if (record.sure && record.handedIn === undefined) {
    for (const button of quiz.querySelectorAll<HTMLElement>("[data-part=start] form button")) say(button, word(quiz, "go-on"));
  }
}

/** What the button that leads on does: it may be the last question, or the case may have another part. */
function drawNext(quiz: HTMLElement, section: HTMLElement, all: number): void {
  const unfolds = section.querySelector("[data-vignette-part][hidden]") !== null;
  const at = section.dataset["number"] === String(all) ? "to-review" : quiz.dataset["feedback"] === "once" ? "next" : "save-next";
  const words = word(quiz, unfolds ? "unfold" : at);
  for (const button of section.querySelectorAll("[data-go=next]")) if (words !== "") say(button, words);
}

/** The form asks for the other state than the one that stands. */
function drawFlag(section: HTMLElement, flagged: boolean): void {
  const form = section.querySelector<HTMLFormElement>("form[data-outbox^='flag.']");
  const [wish, button] = [form?.querySelector<HTMLInputElement>("[name=flag]"), form?.querySelector("button")];
  if (wish) wish.value = flagged ? "off" : "on";
  if (button) say(button, flagged ? `⚑ ${word(button, "unflag")}` : `⚐ ${word(button, "flag")}`);
}

/** In the bar above, where it stays in sight. */
function sayWhere(quiz: HTMLElement, answered: State, here: boolean): void {
  const state = document.querySelector<HTMLElement>("[data-saved-state]");
  if (state === null) return;
  state.hidden = false;
  state.classList.toggle("here", answered !== "open" && here);
  state.classList.toggle("open", answered === "open" || (answered === "partly" && !here));
  if (answered === "open" || here) return say(state, word(quiz, answered === "open" ? "open" : "here"));
  say(state, answered === "partly" ? `${word(quiz, "saved")} · ${word(quiz, "partly")}` : word(quiz, "saved"));
}

export function drawMap(quiz: HTMLElement, record: QuizRecord): void {
  const sections = questionsOf(quiz);
  for (const link of quiz.querySelectorAll<HTMLElement>("[data-part=map] [data-go]")) {
    const section = sections.find((one) => one.dataset["number"] === link.dataset["go"]);
    // In the review the way to the review leads nowhere.
    if (link.dataset["go"] === "review") link.hidden = sections.every((one) => one.hidden);
    if (section === undefined) continue;
    const answered = stateIn(section, record);
    link.className = link.dataset["state"] = answered;
    if (section.hidden) link.removeAttribute("aria-current");
    else link.setAttribute("aria-current", "step");
    const [state, flag] = [link.querySelector("[data-map-state], [data-state]"), link.querySelector<HTMLElement>(".flag")];
    if (state !== null) say(state, word(quiz, answered === "open" ? "unanswered" : answered));
    if (flag !== null) flag.hidden = record.flags?.includes(idOf(section)) !== true;
  }
}

/** Not written anew where it stands already: it would be read out again. */
export function say(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
