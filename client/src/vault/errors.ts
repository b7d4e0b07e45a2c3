// Why the phone's storage will not do what is asked, as three kinds that a caller can tell apart. It must not know who asks:
// what a person is told about it is the page's matter.

/** There is no room left. Nothing was written. */
export class Full extends Error {
  override readonly name = "Full";
}

/** Storage cannot be used here: it is shut off, broken, or a newer page has already changed its shape. */
export class Shut extends Error {
  override readonly name = "Shut";
}

/** The key is not on this phone, so nothing can be sealed or read until its owner has signed in again. */
export class Locked extends Error {
  override readonly name = "Locked";
}

/** What a browser throws, as one of ours. Everything that is not about room or keys is `Shut`: the caller can only do without. */
export function named(cause: unknown): Full | Shut | Locked {
  if (cause instanceof Full || cause instanceof Shut || cause instanceof Locked) return cause;
  const { name, message } = (cause ?? {}) as { name?: string; message?: string };
  const words = `${name ?? ""} ${message ?? String(cause)}`;
  return NO_ROOM.test(words) ? new Full(words) : new Shut(words);
}

/** A quota that is used up, as browsers have called it; and a disk that is full before the quota is, as Chrome says it. */
const NO_ROOM = /Quota|QUOTA|NO_SPACE|\(IOError\)/;
