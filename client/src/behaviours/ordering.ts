// `<ol data-ordering>`: rows that are put in order by pressing «up» and «down», with a finger or the keyboard. Without script each row has a
// list of places instead; with it the lists are hidden and follow the rows, and the form is told as if she had chosen there.

import { word } from "../words";

const ready = new WeakSet<HTMLElement>();

export function orderings(around: ParentNode): void {
  for (const list of around.querySelectorAll<HTMLElement>("[data-ordering]")) orderable(list);
}

/** The rows as their places say; two at one place stay as they stand. */
export function arrange(list: HTMLElement): void {
  const rows = rowsOf(list).map((row, at) => ({ row, at, place: Number(placeOf(row)?.value ?? at + 1) }));
  rows.sort((a, b) => a.place - b.place || a.at - b.at);
  list.append(...rows.map(({ row }) => row));
  number(list);
}

/** The rows in an order that was worked out elsewhere, by the ids of what stands in them. */
export function putInOrder(list: HTMLElement, ids: readonly string[]): void {
  const rows = rowsOf(list);
  for (const id of ids) list.append(...rows.filter((row) => row.dataset["item"] === id));
  number(list);
}

function orderable(list: HTMLElement): void {
  if (ready.has(list)) return;
  ready.add(list);
  for (const row of rowsOf(list)) {
    const place = placeOf(row);
    if (place !== null) (place.closest("label") ?? place).hidden = true;
    for (const moves of row.querySelectorAll<HTMLElement>("[data-moves]")) moves.hidden = false;
  }
  arrange(list);
  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-move]") : null;
    const row = button?.closest<HTMLElement>("[data-item]") ?? null;
    if (button === null || row === null) return;
    event.preventDefault();
    if (move(list, row, button.dataset["move"] === "up")) placeOf(row)?.dispatchEvent(new Event("change", { bubbles: true }));
    tell(list, row);
  });
}

/** Whether there was somewhere to go. The neighbour goes round her row, which so keeps the focus. */
function move(list: HTMLElement, row: HTMLElement, up: boolean): boolean {
  const rows = rowsOf(list);
  const neighbour = rows[rows.indexOf(row) + (up ? -1 : 1)];
  if (neighbour === undefined) return false;
  list.insertBefore(neighbour, up ? row.nextSibling : row);
  number(list);
  row.scrollIntoView({ block: "nearest" });
  return true;
}

/** Where the row is now, also where it could go no further. */
function tell(list: HTMLElement, row: HTMLElement): void {
  const told = list.parentElement?.querySelector<HTMLElement>("[data-moved]");
  if (told === null || told === undefined) return;
  const rows = rowsOf(list);
  const item = row.querySelector("[data-text]")?.textContent ?? "";
  told.textContent = word(list, "moved", { item, place: rows.indexOf(row) + 1, all: rows.length });
}

function number(list: HTMLElement): void {
  const rows = rowsOf(list);
  rows.forEach((row, at) => {
    const place = placeOf(row);
    if (place !== null) place.value = String(at + 1);
    for (const button of row.querySelectorAll("[data-move]")) {
      const end = button.getAttribute("data-move") === "up" ? 0 : rows.length - 1;
      // Not disabled, which would take the focus away.
      button.setAttribute("aria-disabled", String(at === end));
    }
  });
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>("[data-item]"));
}

function placeOf(row: HTMLElement): HTMLSelectElement | null {
  return row.querySelector("select");
}
