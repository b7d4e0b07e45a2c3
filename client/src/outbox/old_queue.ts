// Takes over, once, the answers that scripts before the outbox kept in localStorage: each under the id and the time that the server
// may already know. What is another person's stays until she is here; what was taken over is removed only when it is stored.

import type { Draft } from "./entry";

const PREFIX = "telar.answer.";
const DEVICE = "telar.device";

interface Old {
  command: string;
  who: string;
  attempt: string;
  question: string;
  answer: string;
  claimed: number;
}

export async function takeOver(who: string, append: (draft: Draft) => Promise<unknown>): Promise<void> {
  const found = keys().map((key) => ({ key, old: parse(localStorage.getItem(key)) }));
  const mine = found.filter((one): one is { key: string; old: Old } => one.old?.who === who);
  mine.sort((a, b) => a.old.claimed - b.old.claimed || (a.old.command < b.old.command ? -1 : 1));
  for (const { key, old } of mine) {
    await append(draftOf(old));
    localStorage.removeItem(key);
  }
  if (found.length > 0 && keys().length === 0) localStorage.removeItem(DEVICE);
}

export function draftOf({ command, attempt, question, answer, claimed }: Old): Draft {
  const action = `/attempts/${attempt}/answers`;
  const fields: [string, string][] = [
    ["question", question],
    ["answer", answer],
  ];
  const letter = { name: "answer.1", action, fields, slot: `${action} ${question}`, label: "", text: answer };
  return { command, claimed: Math.round(claimed), letter };
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** What another version or a mishap left there is no answer, and is left. */
function parse(text: string | null): Old | undefined {
  try {
    const old = JSON.parse(text ?? "null") as Partial<Old> | null;
    const texts = [old?.command, old?.who, old?.attempt, old?.question, old?.answer];
    const whole = texts.every((value) => typeof value === "string") && typeof old?.claimed === "number";
    return whole ? (old as Old) : undefined;
  } catch {
    return undefined;
  }
}
