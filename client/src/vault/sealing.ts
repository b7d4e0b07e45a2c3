// Sealing: AES-256-GCM with a key that scripts can use and cannot read. The person for whom something is sealed is bound to it,
// so that it never opens as another's. It must not know where keys or sealed things lie.
//
// Every sealing draws 96 random bits; one key may seal 2^32 things before two alike become likely, and a phone never will.

const IV = 12;

/** Over plain HTTP browsers offer no such thing. */
export function canSeal(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

export function importKey(base64url: string): Promise<CryptoKey> {
  const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  const raw = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function algorithm(who: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(who) };
}

/** The random bits, then what was made with them. */
export async function sealWith(key: CryptoKey, who: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const made = new Uint8Array(await crypto.subtle.encrypt(algorithm(who, iv), key, bytes));
  const sealed = new Uint8Array(IV + made.length);
  sealed.set(iv);
  sealed.set(made, IV);
  return sealed;
}

/** Fails where it was sealed with another key, for another person, or has been changed. */
export async function unsealWith(key: CryptoKey, who: string, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const whole = Uint8Array.from(sealed);
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(who, whole.subarray(0, IV)), key, whole.subarray(IV)));
}
