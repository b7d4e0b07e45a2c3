// The clock by which commands say when they were written and when they were sent. The server takes only the difference, so a
// phone whose clock is wrong by a year does no harm, as long as it is wrong alike both times. What this corrects is a clock that
// changes in between: a battery that ran empty, the network that sets it right. Pure.

/** How this phone's clock stands to the server's, as the last page from there told. */
export interface Known {
  /** To be added to the phone's clock, in milliseconds. */
  ahead: number;
  /** The server's time then: it cannot be earlier now. */
  seen: number;
}

/** Less is the time that a page takes over a slow link, and no reason to disturb a clock that goes well. */
const SLOW = 60_000;

export function learn(known: Known | undefined, server: number, phone: number): Known {
  const ahead = server - phone;
  const before = known?.ahead ?? 0;
  return { ahead: Math.abs(ahead - before) > SLOW ? ahead : before, seen: server };
}

export function now(known: Known | undefined, phone: number): number {
  return known === undefined ? phone : Math.max(phone + known.ahead, known.seen);
}
