// Leaving: the key goes first, then the server is told, now or when there is signal again. It must not know what the page shows
// meanwhile.

import { leave } from "../outbox/outbox";
import { open } from "../vault/vault";
import { arrived, goAway, tell, told, type Door } from "./marks";

/** Storage may be slow or shut off; nobody who leaves waits for it. */
const PATIENCE = 1_000;

export interface Leaving {
  /** What this phone kept can no longer be read, or storage does not answer. */
  forgotten: Promise<void>;
  /** Whether the server knows already. */
  told: Promise<boolean>;
}

export function leaveBy(door: Door): Leaving {
  const marked = forget(door).catch(() => undefined);
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

async function forget(door: Door): Promise<void> {
  await leave();
  await goAway(await open(), door);
}

/** A page of hers, from the server: she is back, unless the server is still to hear that she left. Then it is asked for anew. */
export async function noticeReturn(language: string): Promise<void> {
  if ((await arrived(language)) === "told") location.reload();
}

function within(work: Promise<unknown>): Promise<void> {
  const patience = new Promise<void>((done) => setTimeout(done, PATIENCE));
  return Promise.race([work.then(() => undefined, () => undefined), patience]);
}
