// What this phone knows of a person's attempt at one quiz: begun here without signal, or open on the server when she last saw it.
// Pure. Answers themselves go through the outbox; this is so that the page can show them again.

import type { Letter, Waiting } from "../outbox/entry";
import { answerIn, isBlank, onto, type CasePart, type Fields } from "./answer";

export interface QuizRecord {
  attempt: string;
  /** When it began, by the phone's clock. */
  begun: number;
  /** The beginning is in the outbox, or the server has it. */
  sure: boolean;
  /** The answer by question, as far as this phone knows. */
  answers: Record<string, Fields>;
  /** The questions that she wants to come back to. */
  flags?: string[];
  /** The question that she looked at last. */
  place?: string;
  /** When the time is over, where the server has said so: it knows what she was granted. */
  over?: number;
  /** When it was handed in here. */
  handedIn?: number;
}

/** As an older page laid it down: an answer was the id of a choice. */
export type KeptRecord = Omit<QuizRecord, "answers"> & { answers: Record<string, Fields | string> };

export function upgraded(kept: KeptRecord | undefined): QuizRecord | undefined {
  if (kept === undefined) return undefined;
  const answers: Record<string, Fields> = {};
  for (const [question, answer] of Object.entries(kept.answers)) {
    answers[question] = typeof answer === "string" ? [["answer", answer]] : answer;
  }
  return { ...kept, answers };
}

/** The parts of a question that unfolds, in their order; none of any other. */
export type PartsOf = (question: string) => readonly CasePart[];

/** With an answer to a question put onto what stood; what is blank changes nothing. */
export function answered(record: QuizRecord, question: string, now: Fields, parts: readonly CasePart[]): QuizRecord {
  if (isBlank(now)) return record;
  return { ...record, answers: { ...record.answers, [question]: onto(record.answers[question], now, parts) } };
}

export function flagged(record: QuizRecord, question: string, flag: string): QuizRecord {
  const others = (record.flags ?? []).filter((one) => one !== question);
  return { ...record, flags: flag === "on" ? [...others, question] : others };
}

/** The record with what still waits in the outbox: a page that was killed between the two finds both again. */
export function withWaiting(record: QuizRecord, waiting: readonly Waiting[], parts: PartsOf): QuizRecord {
  let known: QuizRecord = { ...record };
  for (const { letter, claimed } of waiting) {
    if (isBeginning(letter, record.attempt)) known.sure = true;
    if (!letter.action.startsWith(`/attempts/${record.attempt}/`)) continue;
    const question = fieldOf(letter, "question");
    if (letter.name.startsWith("submit.")) known.handedIn = claimed;
    if (question === undefined) continue;
    if (letter.name.startsWith("flag.")) known = flagged(known, question, fieldOf(letter, "flag") ?? "");
    if (letter.name.startsWith("answer.")) known = answered(known, question, answerIn(letter.fields), parts(question));
  }
  return known;
}

/** What the server's page of an attempt says. */
export interface SeenAttempt {
  activity: string;
  /** Nothing on the quiz's own page while none is open. */
  attempt: string | undefined;
  /** Of the questions on the page that have one, the answer that the server has. */
  answers: Record<string, Fields>;
  /** Of the questions on the page, whether each is flagged: `on` or `off`. */
  flags: Record<string, string>;
  /** The one question that the page shows. */
  place: string | undefined;
  over: number | undefined;
}

/** What is known after a page of the server: `undefined` where nothing is to be kept. */
export function afterSeeing(known: QuizRecord | undefined, seen: SeenAttempt, waiting: readonly Waiting[], now: number): QuizRecord | undefined {
  const { attempt, answers, flags, place, over } = seen;
  if (attempt === undefined) {
    // What was begun or handed in here and is on its way is not over because the server has not heard of it.
    const onItsWay = known !== undefined && waiting.some(({ letter }) => concerns(letter, known.attempt));
    return onItsWay ? known : undefined;
  }
  const before: QuizRecord = known?.attempt === attempt ? known : { attempt, begun: now, sure: true, answers: {} };
  const record = { ...before, answers: { ...before.answers, ...answers } };
  if (place !== undefined) record.place = place;
  if (over !== undefined) record.over = over;
  return Object.entries(flags).reduce((all, [question, flag]) => flagged(all, question, flag), record as QuizRecord);
}

export function isBeginning(letter: Letter, attempt: string): boolean {
  return letter.name.startsWith("start.") && fieldOf(letter, "attempt") === attempt;
}

function concerns(letter: Letter, attempt: string): boolean {
  return letter.action.startsWith(`/attempts/${attempt}/`) || isBeginning(letter, attempt);
}

function fieldOf(letter: Letter, name: string): string | undefined {
  return letter.fields.find(([found]) => found === name)?.[1];
}

/** Whole minutes until a timed attempt is over; 0 once it is. Rounded up: the last minute is one. */
export function minutesLeft(over: number, now: number): number {
  return Math.max(0, Math.ceil((over - now) / 60_000));
}
