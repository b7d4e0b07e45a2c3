// <save-answers>: keeps each answer on the phone the moment it is given, sends it until the server has it, and says where
// it is. Without script the form inside posts and works. Around a question it also fills in what the phone still holds;
// around the handing-in it waits for the last answer; on any other page it only sends what waits.

import { AnswerQueue, commandId, parseEntry, type Effects, type Entry, type Sent } from "./answer_queue";

const PREFIX = "telar.answer.";
const DEVICE = "telar.device";
const SEND_TIMEOUT = 20_000;
/** How long a press on «save and go on» waits for the server before it says that there is no signal. */
const PATIENCE = 6_000;

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** This phone's own part of every key: random, the same for everyone who uses it. Throws where storage is shut off. */
function deviceKey(): string {
  const known = localStorage.getItem(DEVICE);
  if (known !== null) return known;
  const made = commandId(randomBytes(), Date.now());
  localStorage.setItem(DEVICE, made);
  return made;
}

function readAll(): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    const entry = key?.startsWith(PREFIX) === true ? parseEntry(localStorage.getItem(key)) : undefined;
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

async function send(entry: Entry): Promise<Sent> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), SEND_TIMEOUT);
  try {
    const { command, question, answer, claimed } = entry;
    const response = await fetch(`/attempts/${entry.attempt}/answers`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ command, question, answer, claimed: String(Math.round(claimed)) }),
      keepalive: true,
      signal: stop.signal,
    });
    // A hotspot's own sign-in page answers 200 too: only the server's own words count, either way.
    const said = (await response.json()) as { saved?: string; words?: string };
    if (response.ok && said.saved !== undefined) return { kind: "saved" };
    const final = response.status === 404 || response.status === 409 || response.status === 422;
    return final && said.words !== undefined ? { kind: "refused", words: said.words } : { kind: "later" };
  } catch {
    return { kind: "later" };
  } finally {
    clearTimeout(timer);
  }
}

class SaveAnswers extends HTMLElement {
  private queue: AnswerQueue | undefined;
  private form: HTMLFormElement | null = null;
  private status: HTMLElement | null = null;
  private problem: HTMLElement | null = null;
  /** Server's clock less the phone's, in milliseconds, as far as this page can know it. */
  private ahead = 0;
  private hadWaiting = false;
  /** What a press on a button was answered with; it stands as long as something waits. */
  private note: string | undefined;
  private said = false;

  connectedCallback(): void {
    const { who, now } = this.dataset;
    if (who === undefined || this.queue !== undefined) return;
    this.form = this.querySelector("form");
    // In the bar above the page, where it stays in sight.
    this.status = document.querySelector("[data-saved-state]");
    this.problem = this.querySelector("[data-problem]");
    this.ahead = Number(now ?? Date.now()) - Date.now();
    let device: string;
    try {
      device = deviceKey();
    } catch {
      this.say(this.dataset["wordsNoStorage"]);
      return;
    }
    const key = (command: string): string => `${PREFIX}${device}.${command}`;
    const effects: Effects = {
      read: readAll,
      write: (entry) => localStorage.setItem(key(entry.command), JSON.stringify(entry)),
      remove: (command) => localStorage.removeItem(key(command)),
      send,
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
      changed: () => this.show(),
    };
    this.queue = new AnswerQueue(who, effects);
    this.hadWaiting = this.attemptWaits();
    this.fillIn();
    this.show();
    addEventListener("online", () => void this.queue?.wake());
    addEventListener("pageshow", () => void this.queue?.wake());
    addEventListener("storage", () => {
      this.fillIn();
      this.show();
    });
    this.form?.addEventListener("change", () => this.keep());
    this.form?.addEventListener("submit", (event) => void this.submit(event));
    void this.queue.flush();
  }

  private attemptWaits(): boolean {
    return this.queue?.waiting().some((entry) => entry.attempt === this.dataset["attempt"]) === true;
  }

  private held(): Entry | undefined {
    const { attempt, question } = this.dataset;
    return attempt !== undefined && question !== undefined ? this.queue?.held(attempt, question) : undefined;
  }

  /** Marks the answer that this phone still holds, or that another tab has just given. */
  private fillIn(): void {
    const held = this.held();
    for (const input of this.form?.querySelectorAll<HTMLInputElement>("input[name=answer]") ?? []) {
      if (held !== undefined) input.checked = input.value === held.answer;
    }
  }

  /** Keeps what is marked now, unless the phone or the server has just that. */
  private keep(): void {
    const { attempt, question, stands } = this.dataset;
    const marked = this.form?.querySelector<HTMLInputElement>("input[name=answer]:checked")?.value;
    if (this.queue === undefined || attempt === undefined || question === undefined || marked === undefined) return;
    if (marked === (this.held()?.answer ?? stands)) return;
    try {
      const command = commandId(randomBytes(), Date.now());
      this.queue.put({ command, attempt, question, answer: marked }, Date.now() + this.ahead);
      // Once the server has it, this is what stands; while it waits, `held` says so.
      this.dataset["stands"] = marked;
    } catch {
      this.say(this.dataset["wordsNoStorage"]);
      this.queue = undefined;
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    const queue = this.queue;
    const form = this.form;
    if (queue === undefined || form === null) return;
    event.preventDefault();
    if (this.dataset["question"] !== undefined) this.keep();
    // Storage failed just now: let the form itself post.
    if (this.queue === undefined) return form.requestSubmit(event.submitter);
    await Promise.race([queue.wake(), new Promise((done) => setTimeout(done, PATIENCE))]);
    const waits = this.dataset["question"] === undefined ? this.attemptWaits() : this.held() !== undefined;
    const next = (event.submitter as HTMLElement | null)?.dataset["next"];
    if (waits) {
      this.note = this.dataset["wordsOffline"];
      this.show();
    } else if (next === undefined) form.submit();
    else if (next === location.pathname) location.reload();
    else location.assign(next);
  }

  private show(): void {
    const held = this.held();
    if (this.status !== null && this.queue !== undefined) {
      const { wordsHere, wordsSaved, wordsOpen, stands, question } = this.dataset;
      const here = question === undefined ? this.queue.waiting().length > 0 : held !== undefined;
      this.status.classList.toggle("here", here);
      this.status.classList.toggle("open", !here && !stands);
      const there = question === undefined ? undefined : stands === undefined || stands === "" ? wordsOpen : wordsSaved;
      this.status.textContent = (here ? wordsHere : there) ?? "";
      this.status.hidden = this.status.textContent === "";
    }
    if (held === undefined && !this.attemptWaits()) this.note = undefined;
    this.say(held?.refused ?? this.note);
    const map = this.querySelector("[aria-current=step] [data-map-state]");
    if (map !== null && held === undefined && this.dataset["stands"] && this.dataset["wordsAnswered"] !== undefined) {
      map.textContent = this.dataset["wordsAnswered"];
    }
    // The list of answers on this page was drawn before the server had the last ones.
    if (this.hadWaiting && this.dataset["redraw"] !== undefined && !this.attemptWaits()) {
      this.hadWaiting = false;
      location.reload();
    }
  }

  private say(words: string | undefined): void {
    // What the server wrote there stays until there is something newer to say.
    if (this.problem === null || (words === undefined && !this.said)) return;
    this.said = true;
    this.problem.hidden = words === undefined;
    this.problem.textContent = words ?? "";
  }
}

customElements.define("save-answers", SaveAnswers);
