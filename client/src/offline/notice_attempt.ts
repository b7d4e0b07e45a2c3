// A page of the server that shows an attempt, or that none is open: the phone remembers which, so that a downloaded quiz goes on in
// it without signal. The page says it by `data-activity`, `data-attempt`, `data-question` and `data-stands` on one element.

import { QUIZ } from "../downloads/library";
import { outbox } from "../outbox/outbox";
import { open } from "../vault/vault";
import { afterSeeing, type QuizRecord } from "./quiz_record";

export async function noticeAttempt(who: string): Promise<void> {
  const { activity, attempt, question, stands } = document.querySelector<HTMLElement>("[data-activity]")?.dataset ?? {};
  const vault = await open();
  if (activity === undefined || !vault.canSeal) return;
  await vault.unlock(who);
  const name = QUIZ + activity;
  const known = await vault.index.get<QuizRecord>(who, name);
  const next = afterSeeing(known, { activity, attempt, question, answer: stands }, outbox.waiting(), Date.now());
  if (next === undefined && known !== undefined) await vault.index.remove(who, name);
  if (next !== undefined && JSON.stringify(next) !== JSON.stringify(known)) await vault.index.put(who, name, next);
}
