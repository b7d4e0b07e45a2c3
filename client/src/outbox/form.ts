// A form as the outbox sees it: what it asks for as a letter, and where its words are. Reads the page and changes nothing. It must
// not know what becomes of a letter. The names of the attributes are in docs/outbox.md.

import { newId } from "./effects";
import type { Letter } from "./entry";

/** Set by the server for a form without script; here every letter has an id of its own. */
const COMMAND = "command";

export type Button = HTMLButtonElement | HTMLInputElement | null;

export function adopted(target: EventTarget | null): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest<HTMLFormElement>("form[data-outbox]") : null;
  return form ?? undefined;
}

/** A button that leads somewhere adds no field: where to go is the page's matter, not the command's. */
export function letterOf(form: HTMLFormElement, button: Button): Letter {
  const { outbox = "", outboxLabel = "", outboxNew } = form.dataset;
  const action = form.getAttribute("action") ?? location.pathname;
  const fields: [string, string][] = [];
  for (const [name, value] of new FormData(form)) {
    if (name !== COMMAND && typeof value === "string") fields.push([name, value]);
  }
  if (button !== null && button.name !== "" && button.dataset["next"] === undefined) fields.push([button.name, button.value]);
  if (outboxNew !== undefined) fields.push([outboxNew, newId()]);
  return { name: outbox, action, fields, slot: slotOf(form), label: outboxLabel, text: textOf(form) };
}

/** Which thing the form writes: of two letters with one slot, the later is the newer word on it. */
export function slotOf(form: HTMLFormElement): string {
  const field = form.dataset["outboxSlot"];
  const action = form.getAttribute("action") ?? location.pathname;
  return field === undefined ? action : `${action} ${String(new FormData(form).get(field) ?? "")}`;
}

/** Whether two letters ask for the same. The ids that the phone makes up do not count. */
export function same(form: HTMLFormElement, one: Letter, other: Letter): boolean {
  const compared = ({ fields }: Letter): string =>
    JSON.stringify(fields.filter(([name]) => name !== form.dataset["outboxNew"]));
  return one.slot === other.slot && compared(one) === compared(other);
}

/** What she wrote or marked, as she would read it. */
function textOf(form: HTMLFormElement): string {
  const texts: string[] = [];
  for (const field of Array.from(form.elements)) {
    if (field instanceof HTMLTextAreaElement) texts.push(field.value);
    if (field instanceof HTMLSelectElement && field.value !== "") texts.push(`${labelOf(field)} ${field.selectedOptions[0]?.text ?? ""}`.trim());
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") continue;
    const marks = field.type === "radio" || field.type === "checkbox";
    if (!marks) texts.push(field.value);
    else if (field.checked) texts.push(field.closest("label")?.textContent?.trim() ?? field.value);
  }
  return texts.filter((text) => text !== "").join("\n");
}

function labelOf(field: HTMLSelectElement): string {
  return field.getAttribute("aria-label") ?? field.closest("label")?.querySelector("span")?.textContent ?? "";
}

/** Words from `data-words-…` on the element, else from what stands around it, else from the bar. */
export function words(element: Element, name: string): string {
  const attribute = `data-words-${name}`;
  const near = element.closest(`[${attribute}]`) ?? document.querySelector(`[data-outbox-bar][${attribute}]`);
  return near?.getAttribute(attribute) ?? "";
}

/** Where problems are told: inside the form, else in the nearest element around it that has such a place. */
export function problemOf(form: Element): HTMLElement | undefined {
  for (let around: Element | null = form; around !== null; around = around.parentElement) {
    const found = around.querySelector<HTMLElement>("[data-problem]");
    if (found !== null) return found;
  }
  return undefined;
}

/** Says it beside the form, with a way to go on where there is one, in the words of that name. */
export function say(form: Element, text: string, onward?: string, name = "go-on"): void {
  const problem = problemOf(form);
  if (problem === undefined) return;
  problem.hidden = text === "";
  problem.textContent = text;
  delete problem.dataset["note"];
  if (onward === undefined) return;
  const link = document.createElement("a");
  link.href = onward;
  link.textContent = words(form, name);
  problem.append(" ", link);
}

/** The same of what holds only for now; `unsay` takes it away, and nothing else. */
export function note(form: Element, text: string, onward?: string, name?: string): void {
  say(form, text, onward, name);
  const problem = problemOf(form);
  if (problem !== undefined) problem.dataset["note"] = "";
}

export function isNoted(form: Element): boolean {
  return problemOf(form)?.dataset["note"] !== undefined;
}

export function unsay(form: Element): void {
  if (isNoted(form)) say(form, "");
}
