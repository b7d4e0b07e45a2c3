// Adopts every form that carries `data-outbox`, also those that come into the page later: what is written is on the phone before
// anything is sent. A press on a button waits a little for the server's word and goes on; without signal it says where the words
// are kept. Where the phone cannot keep them, the press sends them all the same, and what was written stays in the form until the
// server has it. It must not know what a form is for.

import { Full } from "../vault/errors";
import { newId } from "./effects";
import type { Letter, Refused, Waiting } from "./entry";
import { adopted, isNoted, letterOf, note, same, say, slotOf, unsay, words, type Button } from "./form";
import type { Answer } from "./machine";
import { keep, outbox, who } from "./outbox";

/** How long a press waits for the server before it says that there is no signal. */
const PATIENCE = 6_000;

const ENTER = "/enter";

/** What each form that is kept at every change has last kept, or had when the page came. */
const known = new WeakMap<HTMLFormElement, string>();
/** Forms whose press is being carried out. */
const pressed = new WeakSet<HTMLFormElement>();
/** What is on its way to storage: of one form, one after the other. */
const writing = new WeakMap<HTMLFormElement, Promise<unknown>>();

export function adopt(): void {
  if (who === "") return;
  document.querySelectorAll<HTMLFormElement>("form[data-outbox-on=change]:not([data-outbox-fresh])").forEach(isKnown);
  document.addEventListener("change", (event) => {
    const form = adopted(event.target);
    if (form?.dataset["outboxOn"] === "change" && mayKeep(form, false)) {
      void write(form, letterOf(form, null), newId()).catch((why: unknown) => unkept(form, why));
    }
  });
  document.addEventListener("submit", (event) => {
    const form = adopted(event.target);
    if (form === undefined || event.defaultPrevented) return;
    event.preventDefault();
    if (pressed.has(form)) return;
    pressed.add(form);
    void press(form, buttonOf(event)).finally(() => pressed.delete(form));
  });
}

/** The form shows what is kept or saved: it need not be written again. */
export function isKnown(form: HTMLFormElement): void {
  known.set(form, JSON.stringify(letterOf(form, null).fields));
}

/** Whether nothing was typed or marked in it since it was last kept, or filled in. */
export function isUntouched(form: HTMLFormElement): boolean {
  const shown = known.get(form);
  return shown === undefined || shown === JSON.stringify(letterOf(form, null).fields);
}

/** Whether the page has nothing against it: what cannot be taken yet, it holds back and says why. */
function mayKeep(form: HTMLFormElement, pressed: boolean): boolean {
  const say = (name: string): void => note(form, words(form, name));
  return form.dispatchEvent(new CustomEvent("outbox-before", { bubbles: true, cancelable: true, detail: { pressed, say } }));
}

/** Whether something is on its way to storage, or a press is being carried out. */
export function isBusy(form: HTMLFormElement): boolean {
  return writing.has(form) || pressed.has(form);
}

/** The newest that this phone holds of what the form writes. */
export function held(form: HTMLFormElement): Waiting | Refused | undefined {
  const slot = slotOf(form);
  for (const entry of [...outbox.state.entries].reverse()) {
    if ((entry.is === "waiting" || entry.is === "refused") && entry.letter.slot === slot) return entry;
  }
  return undefined;
}

/** The command under which it is kept: anew, unless just that is there already. Nothing where the server has it. */
async function write(form: HTMLFormElement, letter: Letter, command: string): Promise<string | undefined> {
  const before = writing.get(form);
  const doing = (async () => {
    await before?.catch(() => undefined);
    const there = held(form);
    if (there !== undefined && same(form, there.letter, letter)) return awaited(form, there.command);
    const content = JSON.stringify(letter.fields);
    if (form.dataset["outboxOn"] === "change" && known.get(form) === content && there === undefined) return undefined;
    await keep(letter, command);
    known.set(form, content);
    form.dispatchEvent(new CustomEvent("outbox-kept", { bubbles: true, detail: { command } }));
    return awaited(form, command);
  })();
  writing.set(form, doing);
  try {
    return await doing;
  } finally {
    if (writing.get(form) === doing) writing.delete(form);
  }
}

function awaited(form: HTMLFormElement, command: string): string {
  void outbox.verdict(command).then((answer) => tell(form, answer));
  return command;
}

/** What the server has to say stands beside the form, however late it comes. */
function tell(form: HTMLFormElement, answer: Answer): void {
  if (answer.is === "refused") say(form, answer.words, answer.next);
  if (answer.is === "saved" && answer.words !== undefined) say(form, answer.words);
}

async function press(form: HTMLFormElement, button: Button): Promise<void> {
  unsay(form);
  if (!mayKeep(form, true)) return;
  const letter = letterOf(form, button);
  const made = newId();
  let command: string | undefined;
  let answer: Answer;
  let unable = "";
  try {
    command = await write(form, letter, made);
    answer = command === undefined ? { is: "saved", saved: "again" } : await answerTo(form, command);
  } catch (why) {
    unable = unkept(form, why);
    answer = await outbox.direct({ command: made, letter }, PATIENCE);
  }
  if (!report(form, { command, answer })) return;
  const next = nextOf(answer, button);
  if (answer.is === "saved") return answer.words === undefined ? go(next) : say(form, answer.words, next);
  if (answer.is === "refused") return tell(form, answer);
  if (answer.is === "stranger") note(form, answer.words, ENTER, "enter");
  else if (unable === "") note(form, words(form, "offline"), button?.dataset["nextOffline"]);
  else note(form, `${unable} ${words(form, "not-kept")}`);
  if (command !== undefined) void pressedBefore(form, button, command);
}

async function answerTo(form: HTMLFormElement, command: string): Promise<Answer> {
  const there = held(form);
  if (there?.command === command && there.is === "refused") return { is: "refused", ...there.refused };
  return outbox.answer(command, PATIENCE);
}

/** The answer came after all, and she is still here: says so, and takes her nowhere by surprise. */
async function pressedBefore(form: HTMLFormElement, button: Button, command: string): Promise<void> {
  const answer = await outbox.verdict(command);
  if (!report(form, { command, answer, late: true }) || answer.is !== "saved" || answer.words !== undefined) return;
  // What the server has said of another letter of this form stays.
  if (isNoted(form)) note(form, words(form, "sent"), nextOf(answer, button));
}

/** Whether the page leaves the rest to this. */
function report(form: HTMLFormElement, detail: { command: string | undefined; answer: Answer; late?: true }): boolean {
  return form.dispatchEvent(new CustomEvent("outbox-answered", { bubbles: true, cancelable: true, detail }));
}

/** What the button says goes first: an answer that was sent at a change knew of no button. */
function nextOf(answer: Answer, button: Button): string {
  return button?.dataset["next"] ?? (answer.is === "saved" ? answer.next : undefined) ?? location.pathname;
}

/** To a place on this page too: what stands there has changed. */
function go(to: string): void {
  const { pathname, hash } = new URL(to, location.href);
  if (pathname !== location.pathname) return location.assign(to);
  if (hash !== "") location.hash = hash;
  location.reload();
}

function unkept(form: HTMLFormElement, why: unknown): string {
  const unable = words(form, why instanceof Full ? "full" : "no-storage");
  note(form, unable);
  return unable;
}

/** Browsers before 2021 do not say which button it was; it has the focus. */
function buttonOf(event: Event): Button {
  const { submitter } = event as SubmitEvent;
  const pressed = submitter === undefined ? document.activeElement : submitter;
  const buttons = pressed instanceof HTMLButtonElement || pressed instanceof HTMLInputElement;
  return buttons ? pressed : null;
}
