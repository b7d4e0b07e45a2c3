// The queue of answers that this phone holds until the server has them. Pure: storage, network, clock and timers come in
// as effects. It must not know the page. Each answer is an entry of its own under its command id, so that two tabs never
// overwrite each other; sending one twice is harmless because the server knows the command.

export interface Entry {
  /** UUID; the server answers it as before when it comes again. */
  command: string;
  /** Opaque marker of the person who gave the answer; another person's entries are neither sent nor shown. */
  who: string;
  attempt: string;
  question: string;
  answer: string;
  /** Milliseconds since 1970 by the phone's clock, corrected by the server's; strictly rising on one phone. */
  claimed: number;
  /** Why the server will not take it. Then it is kept, and not sent again. */
  refused?: string;
}

export type Sent = { kind: "saved" } | { kind: "refused"; words: string } | { kind: "later" };

export interface Effects {
  /** Every entry on this phone, in any order. */
  read(): Entry[];
  write(entry: Entry): void;
  remove(command: string): void;
  send(entry: Entry): Promise<Sent>;
  /** Calls `then` after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, then: () => void): () => void;
  /** Something that a page may show has changed. */
  changed(): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export class AnswerQueue {
  private wait = FIRST_WAIT;
  private running: Promise<void> | undefined;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly who: string,
    private readonly effects: Effects,
  ) {}

  /** This person's entries, oldest first. */
  mine(): Entry[] {
    return this.effects
      .read()
      .filter((entry) => entry.who === this.who)
      .sort((a, b) => a.claimed - b.claimed || (a.command < b.command ? -1 : 1));
  }

  waiting(): Entry[] {
    return this.mine().filter((entry) => entry.refused === undefined);
  }

  /** The newest entry that this phone still holds for a question. */
  held(attempt: string, question: string): Entry | undefined {
    return this.mine()
      .filter((entry) => entry.attempt === attempt && entry.question === question)
      .pop();
  }

  /** Keeps an answer and begins to send. Throws where the phone cannot store. */
  put(entry: Omit<Entry, "who" | "claimed">, now: number): void {
    // A clock set back must not make this answer older than one given before it on this phone.
    const last = this.mine().reduce((latest, other) => Math.max(latest, other.claimed), 0);
    this.effects.write({ ...entry, who: this.who, claimed: Math.max(now, last + 1) });
    this.effects.changed();
    void this.flush();
  }

  /** Sends what waits, oldest first. Ends when nothing waits or the server cannot be reached; then it tries again later. */
  flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    this.running ??= this.sendAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** The network may be back: do not wait any longer. */
  wake(): Promise<void> {
    this.wait = FIRST_WAIT;
    return this.flush();
  }

  private async sendAll(): Promise<void> {
    for (let entry = this.waiting()[0]; entry !== undefined; entry = this.waiting()[0]) {
      const sent = await this.effects.send(entry);
      if (sent.kind === "later") {
        this.cancel = this.effects.after(this.wait, () => void this.flush());
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
        this.effects.changed();
        return;
      }
      this.wait = FIRST_WAIT;
      if (sent.kind === "saved") this.effects.remove(entry.command);
      else this.effects.write({ ...entry, refused: sent.words });
      this.effects.changed();
    }
  }
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

/** Reads one stored entry; what another version or a mishap left there is no entry. */
export function parseEntry(text: string | null): Entry | undefined {
  if (text === null) return undefined;
  try {
    const entry = JSON.parse(text) as Partial<Entry> | null;
    const whole =
      typeof entry === "object" &&
      entry !== null &&
      [entry.command, entry.who, entry.attempt, entry.question, entry.answer].every((v) => typeof v === "string") &&
      typeof entry.claimed === "number";
    return whole ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}
