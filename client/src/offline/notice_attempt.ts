// A page of the server that shows an attempt, or that none is open: the phone remembers which, with the answers that stand in it, so
// that a downloaded quiz goes on in it without signal. The page says it by `data-activity` and `data-attempt` on one element, and
// by `data-stands` on or around each form that has an answer.

import { questionOf } from "../behaviours/answer_form";
import { standing } from "../behaviours/questions";
import { QUIZ } from "../downloads/library";
import { borrow } from "../shared";
import { afterSeeing, upgraded, type KeptRecord, type SeenAttempt } from "./quiz_record";

const { open, outbox, back } = borrow();

/** Taken before she changes anything. */
export function noticeAttempt(): void {
  const seen = look();
  if (seen === undefined) return;
  const then = async (): Promise<void> => {
    const who = await back;
    const vault = await open();
    if (!vault.canSeal) return;
    await vault.unlock(who);
    const name = QUIZ + seen.activity;
    const known = await vault.index.get<KeptRecord>(who, name);
    const next = afterSeeing(upgraded(known), seen, outbox.waiting(), Date.now());
    if (next === undefined && known !== undefined) await vault.index.remove(who, name);
    if (next !== undefined && JSON.stringify(next) !== JSON.stringify(known)) await vault.index.put(who, name, next);
  };
  then().catch(() => undefined);
}

function look(): SeenAttempt | undefined {
  const { activity, attempt, over } = document.querySelector<HTMLElement>("[data-activity]")?.dataset ?? {};
  if (activity === undefined) return undefined;
  const forms = Array.from(document.querySelectorAll<HTMLFormElement>("form[data-outbox^='answer.']"));
  const answers = forms.flatMap((form) => {
    const stands = standing(form);
    return stands === undefined ? [] : [[questionOf(form), stands] as const];
  });
  // A button that takes the flag away stands where there is one.
  const flags = Array.from(document.querySelectorAll<HTMLFormElement>("form[data-outbox^='flag.']"), (form) => {
    const flag = form.querySelector<HTMLButtonElement>("[name=flag]")?.value === "off" ? "on" : "off";
    return [questionOf(form), flag] as const;
  });
  const [only, another] = forms;
  return {
    activity,
    attempt,
    answers: Object.fromEntries(answers),
    flags: Object.fromEntries(flags),
    place: only === undefined || another !== undefined ? undefined : questionOf(only),
    over: over === undefined || over === "" ? undefined : Number(over),
  };
}
