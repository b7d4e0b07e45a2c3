// `[data-vignette] > fieldset[data-vignette-part]`: a case that unfolds. The next part shows once the one before it stands answered,
// and from then on that answer can be read and no longer changed. The same rules as the server's `Answer::onto` and its page. Only
// where all the parts are on the page, as on the phone.

import { isBlank, ofPart, shownParts, type CasePart, type Fields } from "../offline/answer";
import { namesIn } from "./answer_form";

export function partsOf(form: Element): CasePart[] {
  return sectionsOf(form).map((section) => ({ id: section.dataset["vignettePart"] ?? "", needs: namesIn(section) }));
}

/** Shows what may be shown given the answer that stands. */
export function unfold(form: HTMLFormElement, standing: Fields): void {
  const shown = shownParts(standing, partsOf(form));
  sectionsOf(form).forEach((section, place) => {
    const own = ofPart(standing, section.dataset["vignettePart"] ?? "");
    const stands = place + 1 < shown && !isBlank(own);
    section.hidden = place >= shown;
    section.disabled = stands || section.hidden;
    for (const copy of form.querySelectorAll(`[data-copy="${place}"]`)) copy.remove();
    // What is shut is not sent; each answer says all that was answered, so that none depends on the one before.
    if (stands) section.before(...own.map((field) => copyOf(field, place)));
  });
}

/** The part that is to be answered next; none where all of them show. */
export function partToAnswer(form: Element): HTMLElement | undefined {
  return sectionsOf(form).filter(({ hidden }) => !hidden).pop();
}

function copyOf([name, value]: [string, string], place: number): HTMLElement {
  const copy = document.createElement("input");
  Object.assign(copy, { type: "hidden", name, value });
  copy.dataset["copy"] = String(place);
  return copy;
}

function sectionsOf(form: Element): HTMLFieldSetElement[] {
  return Array.from(form.querySelectorAll<HTMLFieldSetElement>("[data-vignette-part]"));
}
