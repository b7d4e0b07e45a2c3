// One command on its way to the server, and what counts as the server's word. A hotspot's own page, a proxy's error and a redirect
// are no answer: only our JSON is, in the shapes of docs/offline.md. It must not know what waits besides.

import type { Waiting } from "./entry";
import type { Answer } from "./machine";

const TIMEOUT = 20_000;
/** Browsers refuse larger ones that are to outlive the page. */
const OUTLIVES = 60_000;

/** `now` is the clock by which `claimed` was read: the server takes the difference, and both may be wrong alike. */
export async function post(entry: Waiting, now: number): Promise<Answer> {
  const { command, who, claimed, letter } = entry;
  const body = new URLSearchParams(letter.fields);
  body.set("command", command);
  body.set("claimed", String(claimed));
  body.set("sent", String(Math.round(now)));
  const text = body.toString();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const response = await fetch(letter.action, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
        "telar-person": who,
        "telar-command": letter.name,
      },
      body: text,
      keepalive: text.length < OUTLIVES,
      redirect: "error",
      signal: stop.signal,
    });
    return answerOf(response.status, await response.json());
  } catch {
    return { is: "later" };
  } finally {
    clearTimeout(timer);
  }
}

export function answerOf(status: number, said: unknown): Answer {
  const { saved, next, problem, words } = (said ?? {}) as Record<string, unknown>;
  const onward = isPath(next) ? { next } : {};
  if (status === 200 && typeof saved === "string") {
    return { is: "saved", saved, ...onward, ...(typeof words === "string" ? { words } : {}) };
  }
  if (typeof problem !== "string" || typeof words !== "string") return { is: "later" };
  if (status === 401) return { is: "stranger", problem, words };
  if (status === 404 || status === 409 || status === 422) return { is: "refused", problem, words, ...onward };
  return { is: "later" };
}

/** A path of this site and of no other. */
function isPath(next: unknown): next is string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next);
}
