// Leaving: the key goes first, then the server is told, now or when there is signal again. It must not know what the page shows
// meanwhile.

import { leave } from "../outbox/outbox";
import { open } from "../vault/vault";
import { arrived, notesOf, tell, told, type Door } from "./marks";

/** Storage may be slow or shut off; nobody who leaves waits for it. */
const PATIENCE = 1_000;

export interface Leaving {
  /** What this phone kept can no longer be read, or storage does not answer. */
  forgotten: Promise<void>;
  /** Whether the server knows already. */
  told: Promise<boolean>;
}

/** What waits goes or stays as she has chosen, unless she has just said that it stays. */
export function leaveBy(door: Door, unsent: "as chosen" | "keep" = "as chosen"): Leaving {
  const marked = leave(notesOf(door), unsent).catch(() => undefined);
  const knows = tell(door).then(
    async () => {
      // After the mark that it is to be told, not before.
      await within(marked.then(async () => told(await open())));
      return true;
    },
    () => false,
  );
  return { forgotten: within(marked), told: knows };
}

/** A page of hers, from the server: she is back, unless the server is still to hear that she left. Then it is asked for anew. */
export async function noticeReturn(language: string): Promise<void> {
  const since = await (await open()).forgotten();
  if ((await arrived(language, since)) === "told") location.reload();
}

function within(work: Promise<unknown>): Promise<void> {
  const patience = new Promise<void>((done) => setTimeout(done, PATIENCE));
  return Promise.race([work.then(() => undefined, () => undefined), patience]);
}
