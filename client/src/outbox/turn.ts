// Whose turn it is to send: one tab of all that are open. By Web Locks, which a browser gives back when a tab ends, however it
// ends; where there are none (plain HTTP), by a lease in storage that runs out. It must not know what is sent.

import type { Vault } from "../vault/vault";

const NAME = "telar-outbox";
/** Longer than one sending may take. */
const LEASE = 30_000;

interface Lease {
  holder: string;
  until: number;
}

export interface Turns {
  take(): Promise<(() => void) | undefined>;
  /** Whether it still is ours; said again before each sending. */
  still(): Promise<boolean>;
}

export function turns(vault: () => Promise<Vault>, holder: string): Turns {
  return typeof navigator !== "undefined" && navigator.locks !== undefined ? byLocks(navigator.locks) : byLease(vault, holder);
}

/** Never queues for it: a tab in the background would then be given a turn that it does not use. */
function byLocks(locks: LockManager): Turns {
  return {
    take: () =>
      new Promise((done, fail) => {
        const hold = (lock: Lock | null): Promise<void> | void =>
          lock === null ? done(undefined) : new Promise((release) => done(release));
        locks.request(NAME, { ifAvailable: true }, hold).catch(fail);
      }),
    still: async () => true,
  };
}

export function byLease(vault: () => Promise<Vault>, holder: string, clock: () => number = Date.now): Turns {
  const extend = async (): Promise<boolean> => {
    const lease = await (await vault()).meta.change<Lease>("lease", (known) => {
      const now = clock();
      // One that runs longer than any lease was made by a clock that has been set back since.
      const runs = known !== undefined && known.until > now && known.until <= now + LEASE;
      return runs && known.holder !== holder ? known : { holder, until: now + LEASE };
    });
    return lease.holder === holder;
  };
  const release = async (): Promise<void> => {
    await (await vault()).meta.change<Lease>("lease", (known) =>
      known === undefined || known.holder === holder ? { holder, until: 0 } : known,
    );
  };
  return {
    take: async () => ((await extend()) ? () => void release().catch(() => undefined) : undefined),
    still: extend,
  };
}
