// Draws what `topic_view` says into an element. What stays the same is not drawn anew, so that a button keeps the focus and its
// place under the thumb while the bytes beside it change. It must not know what the buttons do.

import type { Does, View } from "./topic_view";

const drawn = new WeakMap<HTMLElement, { status: HTMLElement; detail: HTMLElement; bar: HTMLProgressElement; buttons: HTMLElement; names: string }>();

export function draw(element: HTMLElement, view: View, does: (what: Does) => void): void {
  let parts = drawn.get(element);
  if (parts === undefined) {
    if (view.status === "" && view.buttons.length === 0) return;
    const [status, detail, bar, buttons] = [made("p"), made("small"), document.createElement("progress"), made("div")];
    status.setAttribute("role", "status");
    detail.className = "num";
    buttons.className = "row";
    element.replaceChildren(status, bar, detail, buttons);
    parts = { status, detail, bar, buttons, names: "" };
    drawn.set(element, parts);
  }
  const { status, detail, bar, buttons } = parts;
  say(status, view.status);
  say(detail, view.detail);
  bar.hidden = view.bar === undefined;
  bar.max = Math.max(1, view.bar?.all ?? 1);
  bar.value = view.bar?.done ?? 0;
  bar.setAttribute("aria-label", element.getAttribute("data-title") ?? "");
  const names = view.buttons.map((button) => `${button.does} ${button.words}`).join("\n");
  if (names === parts.names) return;
  parts.names = names;
  const held = buttons.contains(document.activeElement);
  buttons.replaceChildren(
    ...view.buttons.map(({ does: what, words, quiet }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = quiet ? "button quiet" : "button";
      button.textContent = words;
      button.addEventListener("click", () => does(what));
      return button;
    }),
  );
  if (held) (buttons.firstElementChild as HTMLElement | null)?.focus();
}

function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === "";
}

function made(name: string): HTMLElement {
  return document.createElement(name);
}
