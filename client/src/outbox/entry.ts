// One command that waits on this phone: what it is, the shapes in which it was ever laid down, and its id. Pure. It must not know
// where it lies, how it is sealed, or what the server makes of it.

/** The shape that this script writes. */
export const VERSION = 1;

/** What a form asks for. */
export interface Letter {
  /** Name and version of the command, as the server knows it: `answer.1`. */
  name: string;
  /** Where it is posted to: a path of this site. */
  action: string;
  fields: [string, string][];
  /** Which thing it writes: of two letters with one slot, the later is the newer word on it. */
  slot: string;
  /** What it is, in words for its author. */
  label: string;
  /** What she wrote, to copy. */
  text: string;
}

/** A letter that is to be stored, under the id by which the server will know it. */
export interface Draft {
  command: string;
  letter: Letter;
  /** Only of what an earlier script had kept elsewhere: when it was written. */
  claimed?: number;
}

/** Why the server will not take it. Then it is kept, and not sent again. */
export interface Refusal {
  problem: string;
  words: string;
  /** Where she can go on instead. */
  next?: string;
}

/** What lies inside a row. */
export interface Body {
  letter: Letter;
  refused?: Refusal;
}

export interface Place {
  command: string;
  who: string;
  claimed: number;
  order: number;
}

export type Waiting = Place & { is: "waiting"; letter: Letter };
export type Refused = Place & { is: "refused"; letter: Letter; refused: Refusal };
/** Written by a newer script than this, which alone can read it; or damaged, which nobody can. */
export type Unread = Place & { is: "newer" | "damaged" };
export type Entry = Waiting | Refused | Unread;

/** The entry at its place, with what was found inside. */
export function read(place: Place, v: number, found: unknown): Entry {
  if (v > VERSION) return { ...place, is: "newer" };
  const body = upgrade(v, found);
  if (body === undefined) return { ...place, is: "damaged" };
  const { letter, refused } = body;
  return refused === undefined ? { ...place, is: "waiting", letter } : { ...place, is: "refused", letter, refused };
}

/** What an older script laid down, in this script's shape. A new version adds its step here, and no step ever goes. */
export function upgrade(v: number, found: unknown): Body | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  if (v === 1) return isBody(found) ? found : undefined;
  return undefined;
}

function isBody(found: Partial<Body>): found is Body {
  const letter: Partial<Letter> = found.letter ?? {};
  const texts = [letter.name, letter.action, letter.slot, letter.label, letter.text];
  return texts.every((text) => typeof text === "string") && Array.isArray(letter.fields);
}

export function sameFields(one: Letter, other: Letter): boolean {
  return one.action === other.action && JSON.stringify(one.fields) === JSON.stringify(other.fields);
}

/** A version 7 UUID from 16 random bytes and a clock; written out because plain HTTP offers no `crypto.randomUUID`. */
export function commandId(random: Uint8Array, now: number): string {
  const bytes = Uint8Array.from(random);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Its place after the last of the same author that is still here: both order and time rise, also where a clock was set back. */
export function after(last: { order: number; claimed: number } | undefined, now: number): { order: number; claimed: number } {
  const claimed = Math.round(now);
  return last === undefined
    ? { order: 1, claimed }
    : { order: last.order + 1, claimed: Math.max(claimed, Math.floor(last.claimed) + 1) };
}
