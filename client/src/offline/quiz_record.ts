// What this phone knows of a person's attempt at one quiz: begun here without signal, or open on the server when she last saw it.
// Pure. Answers themselves go through the outbox; this is so that the page can show them again.

import type { Letter, Waiting } from "../outbox/entry";

export interface QuizRecord {
  attempt: string;
  /** When it began, by the phone's clock. */
  begun: number;
  /** The beginning is in the outbox, or the server has it. */
  sure: boolean;
  /** The choice by question, as far as this phone knows. */
  answers: Record<string, string>;
  /** When it was handed in here. */
  handedIn?: number;
}

/** The record with what still waits in the outbox: a page that was killed between the two finds both again. */
export function withWaiting(record: QuizRecord, waiting: readonly Waiting[]): QuizRecord {
  const known: QuizRecord = { ...record, answers: { ...record.answers } };
  for (const { letter, claimed } of waiting) {
    if (isBeginning(letter, record.attempt)) known.sure = true;
    if (!letter.action.startsWith(`/attempts/${record.attempt}/`)) continue;
    const [question, answer] = [fieldOf(letter, "question"), fieldOf(letter, "answer")];
    if (question !== undefined && answer !== undefined) known.answers[question] = answer;
    if (letter.name.startsWith("submit.")) known.handedIn = claimed;
  }
  return known;
}

/** What the server's page of an attempt says. */
export interface SeenAttempt {
  activity: string;
  /** Nothing on the quiz's own page while none is open. */
  attempt: string | undefined;
  question: string | undefined;
  answer: string | undefined;
}

/** What is known after a page of the server: `undefined` where nothing is to be kept. */
export function afterSeeing(known: QuizRecord | undefined, seen: SeenAttempt, waiting: readonly Waiting[], now: number): QuizRecord | undefined {
  const { attempt, question, answer } = seen;
  if (attempt === undefined) {
    // What was begun or handed in here and is on its way is not over because the server has not heard of it.
    const onItsWay = known !== undefined && waiting.some(({ letter }) => concerns(letter, known.attempt));
    return onItsWay ? known : undefined;
  }
  const record = known?.attempt === attempt ? known : { attempt, begun: now, sure: true, answers: {} };
  if (question === undefined || answer === undefined || answer === "") return record;
  return { ...record, answers: { ...record.answers, [question]: answer } };
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

/** The questions without an answer, in the order asked. */
export function openOf(asked: readonly string[], record: QuizRecord | undefined): string[] {
  return asked.filter((question) => record?.answers[question] === undefined);
}

/** Whole minutes until a timed attempt is over; 0 once it is. Rounded up: the last minute is one. */
export function minutesLeft(begun: number, minutes: number, now: number): number {
  return Math.max(0, Math.ceil((begun + minutes * 60_000 - now) / 60_000));
}
