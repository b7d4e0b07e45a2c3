// How a quiz looks in each of its states: which part stands, what is marked, what is said of it. The parts and words are the
// server's (`templates/offline/quiz.html`); this only shows, hides and fills in. It must not know where anything is kept.

import { counted, word } from "../words";
import { openOf, type QuizRecord } from "./quiz_record";

export type Part = "start" | "question" | "review" | "sure" | "handed-in";

export function questionsOf(quiz: HTMLElement): HTMLElement[] {
  return Array.from(quiz.querySelectorAll<HTMLElement>("[data-part=question]"));
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

/** Marks what was answered, and says of each where it is; `waits` tells of a form whose answer is on this phone only. */
export function fillIn(quiz: HTMLElement, record: QuizRecord, time: string, waits: (form: HTMLFormElement) => boolean): void {
  const asked = questionsOf(quiz).map((section) => section.dataset["question"] ?? "");
  for (const section of questionsOf(quiz)) {
    const form = section.querySelector("form");
    const answer = record.answers[section.dataset["question"] ?? ""];
    // What she has just marked is not unmarked while it is being kept.
    const choices = Array.from(section.querySelectorAll<HTMLInputElement>("input[name=answer]"));
    const kept = choices.some((input) => input.checked) ? undefined : choices.find((input) => input.value === answer);
    if (kept !== undefined) kept.checked = true;
    if (!section.hidden) sayWhere(quiz, answer !== undefined, form !== null && waits(form));
  }
  const open = openOf(asked, record).length;
  for (const [name, count] of Object.entries({ "open-of": open, "sure-of": open, "answered-of": asked.length - open })) {
    for (const place of quiz.querySelectorAll<HTMLElement>(`[data-${name}]`)) say(place, counted(word(quiz, name), count));
  }
  for (const button of quiz.querySelectorAll<HTMLElement>("[data-part=review] [data-go=open]")) {
    button.hidden = open === 0;
    const first = asked.findIndex((question) => record.answers[question] === undefined);
    say(button, word(quiz, "answer-open", { number: first + 1 }));
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

/** In the bar above, where it stays in sight. */
function sayWhere(quiz: HTMLElement, answered: boolean, here: boolean): void {
  const state = document.querySelector<HTMLElement>("[data-saved-state]");
  if (state === null) return;
  state.hidden = false;
  state.classList.toggle("here", answered && here);
  state.classList.toggle("open", !answered);
  say(state, word(quiz, answered ? (here ? "here" : "saved") : "open"));
}

export function drawMap(quiz: HTMLElement, record: QuizRecord): void {
  const sections = questionsOf(quiz);
  for (const link of quiz.querySelectorAll<HTMLElement>("[data-part=map] [data-go]")) {
    const section = sections.find((one) => one.dataset["number"] === link.dataset["go"]);
    // In the review the way to the review leads nowhere.
    if (link.dataset["go"] === "review") link.hidden = sections.every((one) => one.hidden);
    if (section === undefined) continue;
    const answered = record.answers[section.dataset["question"] ?? ""] !== undefined;
    link.classList.toggle("answered", answered);
    if (section.hidden) link.removeAttribute("aria-current");
    else link.setAttribute("aria-current", "step");
    const state = link.querySelector("[data-state]");
    if (state !== null) say(state, word(quiz, answered ? "answered" : "unanswered"));
  }
}

/** Not written anew where it stands already: it would be read out again. */
function say(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
