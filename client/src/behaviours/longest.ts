// `textarea[data-longest]`: how many letters are left, or too many, said below it while she writes. The server counts the same way: a line's
// end is one letter.

import { word } from "../words";

export function countLetters(around: ParentNode): void {
  for (const text of around.querySelectorAll<HTMLTextAreaElement>("textarea[data-longest]")) {
    text.addEventListener("input", () => tell(text));
    if (text.value !== "") tell(text);
  }
}

function tell(text: HTMLTextAreaElement): void {
  const left = Number(text.dataset["longest"]) - Array.from(text.value).length;
  const place = text.closest("fieldset, form")?.querySelector("[data-remaining]");
  if (place) place.textContent = word(place, left < 0 ? "over" : "remaining", { count: Math.abs(left) });
}
