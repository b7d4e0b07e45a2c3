// The form of one question, whatever its kind: what stands in it as an answer, an answer put back into it, and which fields an
// answer needs. It must not know where an answer is kept.

import { answerIn, isAnswer, isNeeded, type Fields } from "../offline/answer";
import { arrange } from "./ordering";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function fieldsOf(form: HTMLFormElement): Fields {
  return answerIn(new FormData(form) as unknown as Iterable<[string, unknown]>);
}

export function questionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=question]")?.value ?? "";
}

/** The names without which something is left to answer; as the page says, where not all of it is on the page. */
export function needsOf(form: HTMLFormElement): string[] {
  return form.dataset["needs"]?.split(" ") ?? namesIn(form);
}

export function namesIn(around: HTMLFormElement | HTMLFieldSetElement): string[] {
  return Array.from(new Set(controlsOf(around).map(({ name }) => name))).filter(isNeeded);
}

/** Puts an answer into the form, as if she had just given it. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const control of controlsOf(form)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && control.type === "hidden") continue;
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      control.checked = values.includes(control.value);
    } else if (values[0] !== undefined || !(control instanceof HTMLSelectElement)) {
      control.value = values[0] ?? "";
    } else if (Array.from(control.options).some(({ value }) => value === "")) {
      control.value = "";
    }
  }
  for (const list of form.querySelectorAll<HTMLElement>("[data-ordering]")) arrange(list);
}

/** Two answers that say the same: what is blank says nothing. */
export function isSame(one: Fields | undefined, other: Fields | undefined): boolean {
  const said = (fields: Fields | undefined): string =>
    JSON.stringify((fields ?? []).filter(([, value]) => value !== "").sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1)));
  return said(one) === said(other);
}

function controlsOf(around: HTMLFormElement | HTMLFieldSetElement): Control[] {
  return Array.from(around.elements).filter((control): control is Control => isAnswer((control as Control).name));
}

/**
 * What cannot be an answer yet is not kept: nothing marked, or something in a number's place that is none. Where she has pressed, it is
 * said.
 */
export function holdBack(): void {
  document.addEventListener("outbox-before", (event) => {
    const form = event.target as HTMLFormElement;
    const { pressed, say } = (event as CustomEvent<{ pressed: boolean; say: (name: string) => void }>).detail;
    if (form.dataset["outbox"]?.startsWith("answer.") !== true) return;
    const blank = !fieldsOf(form).some(([name, value]) => isNeeded(name) && value.trim() !== "");
    const wrong = controlsOf(form).find((control) => control.validity.patternMismatch);
    if (!blank && wrong === undefined) return;
    event.preventDefault();
    if (wrong !== undefined) wrong.reportValidity();
    else if (pressed) say("empty");
  });
}

/** How long she stops typing before it is kept, in milliseconds: an answer of some lines is not lost with a phone that goes off. */
const PAUSE = 2_000;

/** What is typed is kept at every pause, not only when she leaves the field. */
export function keepWhileTyping(): void {
  const pauses = new Map<EventTarget, number>();
  const stop = ({ target }: Event): void => clearTimeout(target === null ? undefined : pauses.get(target));
  document.addEventListener("input", (event) => {
    const { target } = event;
    // Half a number may be none, and is short to type anew.
    const typed = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text" && target.inputMode !== "decimal");
    if (!typed || !isAnswer(target.name)) return;
    stop(event);
    pauses.set(target, setTimeout(() => target.dispatchEvent(new Event("change", { bubbles: true })), PAUSE));
  });
  document.addEventListener("change", stop);
}
