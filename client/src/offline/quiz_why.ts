// What a practice says of an answer, on the phone: how much of it was right, and why. The words of the quiz come with its key, those of
// Telar from the page. It must not know what is right: `marking.ts` does.

import { fieldsOf } from "../behaviours/answer_form";
import { word } from "../words";
import { saidOf, type Key, type Said } from "./marking";
import { formOf } from "./quiz_drawing";

export function showWhy(quiz: HTMLElement, section: HTMLElement, key: Key | undefined): void {
  const form = formOf(section);
  if (form === null) return;
  const fields = fieldsOf(form);
  if (key === undefined) {
    // What an older server gave: an explanation for each choice.
    const chosen = fields.map(([, value]) => value);
    for (const why of section.querySelectorAll<HTMLElement>("[data-why]")) why.hidden = !chosen.includes(why.dataset["why"] ?? "");
    return;
  }
  hideWhy(section);
  const place = section.querySelector<HTMLElement>("[data-feedback]");
  if (place === null) return;
  place.replaceChildren(...saidOf(key, fields).map((said) => notice(quiz, said)));
}

/** It was about what she had marked before. */
export function hideWhy(section: HTMLElement): void {
  for (const why of section.querySelectorAll<HTMLElement>("[data-why]")) why.hidden = true;
  section.querySelector("[data-feedback]")?.replaceChildren();
}

function notice(quiz: HTMLElement, { hundredths, texts }: Said): HTMLElement {
  const name = hundredths === undefined ? "unread" : hundredths >= 100 ? "right" : hundredths > 0 ? "partly-right" : "not-right";
  const made = document.createElement("div");
  made.className = name === "right" ? "notice right" : "notice";
  const verdict = document.createElement("b");
  verdict.textContent = word(quiz, name);
  made.append(verdict);
  for (const text of texts) {
    const line = document.createElement("p");
    line.textContent = text;
    made.append(line);
  }
  return made;
}
