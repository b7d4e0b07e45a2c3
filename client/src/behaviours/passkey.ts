// A key on this phone (WebAuthn): made on her own page, used where she enters. Nothing of it is shown where the browser has none, or
// where the page is not at the address for which keys are made; so without this script the page says nothing of keys.

import { word } from "../words";

/** What the server asks for, as JSON: bytes are base64url. */
interface Asked {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: { id: string; type: "public-key" }[];
  [more: string]: unknown;
}

/** Words that she reads. */
class Said extends Error {}

/** The server answers at once; a phone in a valley is given longer. */
const PATIENCE = 30_000;

export function passkey(form: HTMLFormElement): void {
  const button = form.querySelector("button");
  const line = form.querySelector<HTMLElement>("[data-said]");
  if (!button || !line || typeof PublicKeyCredential === "undefined" || location.origin !== form.dataset["origin"]) return;
  const say = (words: string): void => {
    line.textContent = words;
    line.hidden = words === "";
  };
  const act = form.dataset["passkey"] === "add" ? add : enter;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    say("");
    void act(form)
      .then((next) => location.assign(next))
      .catch((cause: unknown) => {
        button.disabled = false;
        say(inWords(form, cause));
      });
  });
  form.hidden = false;
  const around = form.closest<HTMLElement>("[data-passkeys]");
  if (around) around.hidden = false;
}

async function add(form: HTMLFormElement): Promise<string> {
  const asked = (await send(form, "/me/passkeys/challenge")) as Asked;
  const made = await navigator.credentials.create({
    publicKey: {
      ...(asked as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: (asked.excludeCredentials ?? []).map((it) => ({ type: it.type, id: bytes(it.id) })),
    },
  });
  if (!(made instanceof PublicKeyCredential)) throw new Said(word(form, "failed"));
  const { attestationObject, clientDataJSON } = made.response as AuthenticatorAttestationResponse;
  const response = { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) };
  const label = form.querySelector("input")?.value ?? "";
  return next(await send(form, "/me/passkeys", { label, made: { ...named(made), response } }));
}

async function enter(form: HTMLFormElement): Promise<string> {
  const asked = (await send(form, "/enter/passkey/challenge")) as Asked;
  const signed = await navigator.credentials.get({
    publicKey: {
      ...(asked as unknown as PublicKeyCredentialRequestOptions),
      challenge: bytes(asked.challenge),
      // Of all keys that this phone has for this site, she chooses.
      allowCredentials: [],
    },
  });
  if (!(signed instanceof PublicKeyCredential)) throw new Said(word(form, "failed"));
  const { authenticatorData, clientDataJSON, signature, userHandle } = signed.response as AuthenticatorAssertionResponse;
  const response = {
    authenticatorData: text(authenticatorData),
    clientDataJSON: text(clientDataJSON),
    signature: text(signature),
    userHandle: userHandle === null ? null : text(userHandle),
  };
  return next(await send(form, "/enter/passkey", { ...named(signed), response }));
}

function named(key: PublicKeyCredential): { id: string; rawId: string; type: string } {
  return { id: key.id, rawId: text(key.rawId), type: key.type };
}

function next(answer: unknown): string {
  return (answer as { next: string }).next;
}

/** The server's own JSON; where it is no answer of ours, there is no signal. */
async function send(form: HTMLFormElement, door: string, body?: unknown): Promise<unknown> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const headers = { accept: "application/json", "content-type": "application/json" };
    const ask: RequestInit = { method: "POST", headers, redirect: "error", signal: giveUp.signal };
    const response = await fetch(door, body === undefined ? ask : { ...ask, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new Said((answer as { words?: string }).words ?? word(form, "failed"));
  } catch (cause) {
    throw cause instanceof Said ? cause : new Said(word(form, "offline"));
  } finally {
    clearTimeout(timer);
  }
}

/** What a browser calls «not allowed» is most often that she changed her mind; a phone that has the key already says so. */
function inWords(form: HTMLFormElement, cause: unknown): string {
  if (cause instanceof Said) return cause.message;
  const name = cause instanceof DOMException ? cause.name : "";
  const said = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known" }[name] ?? "failed";
  return word(form, said) || word(form, "failed");
}

function bytes(base64url: string): ArrayBuffer {
  const plain = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
