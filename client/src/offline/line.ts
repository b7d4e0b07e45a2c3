// The quiet line on a page that was made on this phone: when it was seen, or that it lies on this phone. The worker says by
// `data-offline` and `data-seen` on the body which; pages from the server have neither.

import { seenAt, word } from "../words";

export function offlineLine(line: HTMLElement): void {
  const { offline, seen } = document.body.dataset;
  if (offline === undefined) return;
  line.textContent = seen === undefined ? word(line, offline) : seenAt(line, Number(seen));
  line.hidden = line.textContent === "";
}
