// Drives the machine of one tab: carries out its effects by what is given as ports, and brings back what came of them as events,
// one after the other. It must not know forms or pages, nor decide anything that the machine decides.

import { Locked } from "../vault/errors";
import type { Draft, Entry, Refusal, Waiting } from "./entry";
import { START, step, why, type Answer, type Effect, type Event, type Message, type News, type State } from "./machine";

export interface Ports {
  /** Her key is here from now on. */
  unlock(who: string): Promise<void>;
  /** Durable when it resolves. */
  append(who: string, draft: Draft): Promise<Waiting>;
  read(who: string): Promise<Entry[]>;
  refuse(entry: Waiting, refused: Refusal): Promise<void>;
  remove(command: string): Promise<void>;
  send(entry: Waiting): Promise<Answer>;
  /** What could not be kept, sent all the same. */
  direct(who: string, draft: Draft): Promise<Answer>;
  /** The lock that all tabs share, and how to give it back; nothing where another has it. */
  take(): Promise<(() => void) | undefined>;
  /** Calls `then` after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, then: () => void): () => void;
  /** To all other tabs. */
  tell(message: Message): void;
}

export class Sender {
  state: State = START;
  private readonly events: Event[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Map<string, Set<(news: News) => void>>();
  private stepping = false;
  private release: (() => void) | undefined;
  private cancel: (() => void) | undefined;
  /** How often storage was changed from here: what was read before such a change is read again. */
  private changes = 0;

  constructor(private readonly ports: Ports) {}

  /** Keeps what was written; what becomes of it is told later. Nothing was kept where it says so. */
  write(draft: Draft): Promise<News> {
    return new Promise((done) => {
      const forget = this.listen(draft.command, (news) => {
        forget();
        done(news);
      });
      this.take({ on: "write", draft });
    });
  }

  /** Sends what storage would not take: once, and only where nothing waits that was written before. */
  async direct(draft: Draft, patience: number): Promise<Answer> {
    const last = this.waiting().pop();
    if (last !== undefined) await this.answer(last.command, patience);
    return this.waiting().length > 0 ? { is: "later" } : this.ports.direct(this.state.who ?? "", draft);
  }

  /**
   * The server's word on a command, as soon as it is there. `later` once it is clear that it will not come now, and at the
   * latest after so many milliseconds.
   */
  answer(command: string, patience: number): Promise<Answer> {
    return new Promise((done) => {
      const finish = (answer: Answer): void => {
        forget();
        unwatch();
        cancel();
        done(answer);
      };
      const forget = this.listen(command, (news) => {
        if (news.is !== "kept" && news.is !== "unkept") finish(news);
      });
      const look = (): void => {
        const { stopped, phase, key, unreachable } = this.state;
        const given = this.state.answered[command];
        if (given !== undefined) finish(given === "saved" ? { is: "saved", saved: "again" } : { is: "refused", ...given });
        else if (stopped !== undefined) finish({ is: "stranger", ...stopped });
        else if (key === "gone" || key === "left" || (phase === "resting" && unreachable)) finish({ is: "later" });
      };
      const unwatch = this.watch(look);
      const cancel = this.ports.after(patience, () => {
        void this.isGone(command).then((gone) => finish(gone ? { is: "saved", saved: "again" } : { is: "later" }));
      });
      this.wake("hand");
      look();
    });
  }

  /** The server's word on a command, however long it takes. */
  verdict(command: string): Promise<Answer> {
    return new Promise((done) => {
      const forget = this.listen(command, (news) => {
        if (news.is !== "saved" && news.is !== "refused") return;
        forget();
        done(news);
      });
    });
  }

  /** Where no tab could tell: whether storage does not have it any more. */
  private async isGone(command: string): Promise<boolean> {
    const entries = await this.ports.read(this.state.who ?? "").catch(() => undefined);
    return entries !== undefined && !entries.some((entry) => entry.command === command);
  }

  wake(by: "signal" | "hand"): void {
    this.take({ on: "woken", by });
  }

  why(): ReturnType<typeof why> {
    return why(this.state);
  }

  waiting(): Waiting[] {
    return this.state.entries.filter((entry): entry is Waiting => entry.is === "waiting");
  }

  /** Calls it whenever something that a page may show has changed; the answer ends that. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  private listen(command: string, listener: (news: News) => void): () => void {
    const known = this.listeners.get(command) ?? new Set();
    this.listeners.set(command, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0) this.listeners.delete(command);
    };
  }

  take(event: Event): void {
    this.events.push(event);
    if (this.stepping) return;
    this.stepping = true;
    for (let next = this.events.shift(); next !== undefined; next = this.events.shift()) {
      const [state, effects] = step(this.state, next);
      this.state = state;
      for (const effect of effects) this.perform(effect);
    }
    this.stepping = false;
  }

  private perform(effect: Effect): void {
    const { ports } = this;
    const who = this.state.who ?? "";
    const then = (doing: Promise<unknown>, well: Event, badly: Event): void => {
      doing.then(
        () => this.take(well),
        () => this.take(badly),
      );
    };
    switch (effect.do) {
      case "unlock":
        return then(ports.unlock(who), { on: "unlocked" }, { on: "locked" });
      case "store": {
        const { draft } = effect;
        ports.append(who, draft).then(
          (entry) => {
            this.changes++;
            this.take({ on: "written", entry });
          },
          (why: unknown) => this.take({ on: "unwritten", command: draft.command, why }),
        );
        return;
      }
      case "ask":
        ports.take().then(
          (release) => {
            if (release !== undefined) this.release = release;
            this.take({ on: release === undefined ? "denied" : "granted" });
          },
          () => this.take({ on: "denied" }),
        );
        return;
      case "release":
        this.release?.();
        this.release = undefined;
        return;
      case "read":
        this.read(who).then(
          (entries) => this.take({ on: "read", to: effect.to, entries }),
          (cause: unknown) => this.take(cause instanceof Locked ? { on: "locked" } : { on: "unread", to: effect.to }),
        );
        return;
      case "send": {
        const { entry } = effect;
        const { command } = entry;
        ports.send(entry).then(
          (answer) => this.take({ on: "answered", command, answer }),
          () => this.take({ on: "answered", command, answer: { is: "later" } }),
        );
        return;
      }
      case "remove":
      case "refuse": {
        const command = effect.do === "remove" ? effect.command : effect.entry.command;
        const doing = effect.do === "remove" ? ports.remove(command) : ports.refuse(effect.entry, effect.refused);
        return then(doing.then(() => this.changes++), { on: "settled", command }, { on: "unsettled", command });
      }
      case "wake":
        this.cancel?.();
        this.cancel = effect.after === undefined ? undefined : ports.after(effect.after, () => this.take({ on: "timer" }));
        return;
      case "tell":
        return ports.tell(effect.message);
      case "report":
        for (const listener of [...(this.listeners.get(effect.command) ?? [])]) safely(() => listener(effect.news));
        return;
      case "show":
        for (const watcher of [...this.watchers]) safely(watcher);
    }
  }

  private async read(who: string): Promise<Entry[]> {
    for (;;) {
      const before = this.changes;
      const entries = await this.ports.read(who);
      if (before === this.changes) return entries;
    }
  }
}

/** A page's mistake must not stop the sending. */
function safely(run: () => void): void {
  try {
    run();
  } catch (cause) {
    setTimeout(() => {
      throw cause;
    });
  }
}
