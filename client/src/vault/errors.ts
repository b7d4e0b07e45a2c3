// Why the phone's storage will not do what is asked, as three kinds that a caller can tell apart. It must not know who asks:
// what a person is told about it is the page's matter.

/** There is no room left. Nothing was written. */
export class Full extends Error {}

/** Storage cannot be used here: it is shut off, broken, or a newer page has already changed its shape. */
export class Shut extends Error {}

/** The key is not on this phone, so nothing can be sealed or read until its owner has signed in again. */
export class Locked extends Error {}

/** What a browser throws, as one of ours. Everything that is not about room or keys is `Shut`: the caller can only do without. */
export function named(cause: unknown): Full | Shut | Locked {
  if (cause instanceof Full || cause instanceof Shut || cause instanceof Locked) return cause;
  const { name, message } = (cause ?? {}) as { name?: string; message?: string };
  const words = `${name ?? ""} ${message ?? String(cause)}`;
  // Firefox once called it by another name.
  return name === "QuotaExceededError" || name === "NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR" ? new Full(words) : new Shut(words);
}
