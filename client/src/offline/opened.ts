// After she has come back: the page says when what is on this phone opens again, which takes the key from the server. It must not
// know how she left.

import { saidOpen, wasClosed } from "../leaving/marks";
import { outbox } from "../outbox/outbox";
import { open } from "../vault/vault";
import { word } from "../words";

export async function sayOpened(who: string): Promise<void> {
  const line = document.querySelector<HTMLElement>("[data-opened]");
  const vault = await open();
  if (line === null || !(await wasClosed(vault))) return;
  if ((await vault.content.hashes(who)).length === 0) return saidOpen(vault);
  const look = async (): Promise<void> => {
    const here = outbox.state.key === "here" && (await vault.isOpen(who));
    const text = word(line, here ? "opened" : "closed");
    if (line.textContent !== text) line.textContent = text;
    line.hidden = false;
    if (!here) return;
    stop();
    await saidOpen(vault);
  };
  const stop = outbox.watch(() => void look());
  await look();
}
