// The outbox of one tab as a pure machine: an event in, the next state and effects out, as data. It must not know storage,
// network, clock, chance or page; it knows what may be sent when.
//
// What it holds to: nothing is sent before storage has said that it has it. Whoever sends holds the lock, and reads storage
// before each sending. The next of an author goes only after the server's own word on the one before. What was not answered
// stays, under the same id. A refusal is written down and does not hold up the next. When the server does not know the sender,
// nothing more goes until the owner is back.

import type { Entry, Refusal, Waiting } from "./entry";
import type { Answer, Effect, Event, Message, Purpose } from "./events";

export type { Answer, Effect, Event, Message, News, Purpose } from "./events";

export const FIRST_WAIT = 1_000;
export const LONGEST_WAIT = 30_000;
/** How long to leave it to another tab before looking again. */
export const TURN = 2_000;
/** How often an open page that has nothing to do looks: a tab that was killed as it wrote could tell nobody. */
export const LOOK_AGAIN = 60_000;

export type Why = "sending" | "no_signal" | "signed_out" | "someone_else" | "locked";

export interface State {
  readonly who: string | undefined;
  /** `left`: forgotten on purpose; it is not asked for again until a page of hers has it. */
  readonly key: "none" | "asked" | "here" | "gone" | "left";
  /** All but `idle`, `asking` and `resting` hold the lock. */
  readonly phase: "idle" | "asking" | "reading" | "sending" | "settling" | "resting";
  readonly busy: Waiting | undefined;
  readonly entries: readonly Entry[];
  /** Answered here: not sent again, though storage may not have heard of it yet. */
  readonly answered: Readonly<Record<string, Refusal | "saved">>;
  readonly stopped: { problem: string; words: string } | undefined;
  readonly unreachable: boolean;
  /** Another tab had the lock. */
  readonly denied: boolean;
  /** Storage changed while it was being read. */
  readonly again: boolean;
  readonly wait: number;
}

export type Step = readonly [State, readonly Effect[]];

export const START: State = {
  who: undefined,
  key: "none",
  phase: "idle",
  busy: undefined,
  entries: [],
  answered: {},
  stopped: undefined,
  unreachable: false,
  denied: false,
  again: false,
  wait: FIRST_WAIT,
};

const SHOW: Effect = { do: "show" };
const LOOK: Effect = { do: "read", to: "look" };
const READ: Effect = { do: "read", to: "send" };
const RELEASE: readonly Effect[] = [{ do: "release" }, { do: "tell", message: { tell: "free" } }];

export function step(state: State, event: Event): Step {
  switch (event.on) {
    case "opened":
      return begin({ ...state, who: event.who });
    case "unlocked":
      if (state.key === "left" || state.who === undefined) return [state, []];
      return also(begin({ ...state, key: "here", stopped: undefined, wait: FIRST_WAIT }), [
        { do: "tell", message: { tell: "person", who: state.who } },
      ]);
    case "locked":
      return state.key === "left" ? [state, []] : stop(forget(state, "gone"));
    case "left":
      return also(stop(forget(state, "left")), [{ do: "tell", message: { tell: "left" } }]);
    case "write":
      // After she has left, nothing may fetch her key again.
      return state.key === "left" ? unkept(state, event.draft.command, "left") : [state, [{ do: "store", draft: event.draft }]];
    case "written":
      return also(begin(shown(state, event.entry)), [
        { do: "report", command: event.entry.command, news: { is: "kept", entry: event.entry } },
        { do: "tell", message: { tell: "changed" } },
        SHOW,
      ]);
    case "unwritten":
      return unkept(state, event.command, event.why);
    case "granted":
      if (!maySend(state)) return idle(state, RELEASE);
      return [{ ...state, phase: "reading", denied: false, again: false }, [READ]];
    case "denied":
      return [{ ...state, phase: "resting", denied: true }, [LOOK, { do: "wake", after: TURN }]];
    case "read":
      if (state.key !== "here") return [state, []];
      return seen({ ...state, entries: known(state, event.entries) }, event.to);
    case "unread":
      return state.phase === "reading" && event.to === "send" ? rest(state) : [state, []];
    case "answered":
      return answered(state, event);
    case "settled":
    case "unsettled":
      return settled(state, event);
    case "timer":
      if (state.phase === "idle" && state.key === "here") return [state, [LOOK, { do: "wake", after: LOOK_AGAIN }]];
      return state.phase === "resting" || state.key === "gone" ? begin(state) : [state, []];
    case "woken": {
      const asked = event.by === "hand" ? { ...state, stopped: undefined } : state;
      return begin({ ...asked, wait: FIRST_WAIT });
    }
    case "told":
      return told(state, event.message);
    case "dismiss": {
      const given = state.entries.find((entry) => entry.command === event.command);
      const may = given !== undefined && given.is !== "waiting" && given.is !== "newer";
      return [state, may ? [{ do: "remove", command: event.command }] : []];
    }
  }
}

/** Why what waits is not there yet. */
export function why(state: State): Why {
  const problem = state.stopped?.problem;
  if (problem !== undefined) return problem === "someone_else" ? "someone_else" : "signed_out";
  if (state.key !== "here") return "locked";
  return state.unreachable ? "no_signal" : "sending";
}

function maySend(state: State): boolean {
  return state.who !== undefined && state.key === "here" && state.stopped === undefined;
}

function also([state, effects]: Step, more: readonly Effect[]): Step {
  return [state, [...more, ...effects]];
}

/** One that reached storage just as she left is there, and not to be seen. */
function shown(state: State, entry: Waiting): State {
  return state.key === "left" || state.key === "gone" ? state : { ...state, entries: [...state.entries, entry] };
}

function unkept(state: State, command: string, why: unknown): Step {
  return [state, [{ do: "report", command, news: { is: "unkept", why } }]];
}

function forget(state: State, key: "gone" | "left"): State {
  return { ...state, key, entries: [] };
}

/** Towards sending, as far as it may go from here. */
function begin(state: State): Step {
  if (state.who === undefined || state.key === "left" || state.key === "asked") return [state, []];
  if (state.key !== "here") return [{ ...state, key: "asked" }, [{ do: "wake", after: undefined }, { do: "unlock" }]];
  if (state.phase === "reading") return [{ ...state, again: true }, []];
  if (state.phase !== "idle" && state.phase !== "resting") return [state, []];
  if (state.stopped !== undefined) return [state, [LOOK]];
  return [{ ...state, phase: "asking", denied: false }, [{ do: "wake", after: undefined }, { do: "ask" }]];
}

function holdsLock({ phase }: State): boolean {
  return phase === "reading" || phase === "sending" || phase === "settling";
}

/** Nothing more to do. What is on its way, or has been asked for, is waited for first. */
function stop(state: State): Step {
  if (state.phase === "sending" || state.phase === "settling" || state.phase === "asking") return [state, [SHOW]];
  return idle(state, holdsLock(state) ? RELEASE : []);
}

/** A key that could not be had is asked for again, later and later. */
function idle(state: State, effects: readonly Effect[]): Step {
  const again = state.key === "gone";
  const wait = again ? Math.min(state.wait * 2, LONGEST_WAIT) : state.wait;
  const quiet = state.key === "here" && state.stopped === undefined ? LOOK_AGAIN : undefined;
  const plan: Effect = { do: "wake", after: again ? state.wait : quiet };
  return [{ ...state, phase: "idle", busy: undefined, denied: false, wait }, [...effects, plan, SHOW]];
}

/** Later, after a wait that doubles. */
function rest(state: State): Step {
  const release = holdsLock(state) ? RELEASE : [];
  const wait = Math.min(state.wait * 2, LONGEST_WAIT);
  const plan: Effect = { do: "wake", after: state.wait };
  return [{ ...state, phase: "resting", busy: undefined, denied: false, wait }, [...release, plan, SHOW]];
}

/** What storage has, corrected by what this tab knows and storage may not. */
function known(state: State, entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => {
    const answer = state.answered[entry.command];
    if (answer === undefined || entry.is !== "waiting") return [entry];
    return answer === "saved" ? [] : [{ ...entry, is: "refused" as const, refused: answer }];
  });
}

/** The first that waits. One that only a newer script can read holds back all after it: order is kept. */
function head(state: State): Waiting | undefined {
  const first = state.entries.find((entry) => entry.is === "waiting" || entry.is === "newer");
  return first?.is === "waiting" ? first : undefined;
}

function seen(state: State, to: Purpose): Step {
  const entry = head(state);
  if (state.phase !== "reading" || to === "look") {
    // Whoever wrote it sends it. If that tab has gone, this one does.
    const left = state.phase === "idle" && entry !== undefined && maySend(state);
    return left ? [{ ...state, phase: "resting" }, [{ do: "wake", after: TURN }, SHOW]] : [state, [SHOW]];
  }
  if (!maySend(state)) return stop(state);
  if (entry !== undefined) return [{ ...state, phase: "sending", busy: entry }, [SHOW, { do: "send", entry }]];
  return state.again ? [{ ...state, again: false }, [READ]] : stop(state);
}

function answered(state: State, { command, answer }: { command: string; answer: Answer }): Step {
  const { busy, who } = state;
  if (state.phase !== "sending" || busy?.command !== command || who === undefined) return [state, []];
  const news: Effect[] = [
    { do: "report", command, news: answer },
    { do: "tell", message: { tell: "answered", who, command, answer } },
  ];
  if (answer.is === "later") return rest({ ...state, unreachable: true });
  const reached = { ...state, unreachable: false, wait: FIRST_WAIT };
  if (answer.is === "stranger") {
    const { problem, words } = answer;
    return also(stop({ ...reached, phase: "reading", stopped: { problem, words } }), news);
  }
  const refused = answer.is === "refused" ? refusal(answer) : undefined;
  const remembered = { ...reached, answered: { ...state.answered, [command]: refused ?? ("saved" as const) } };
  const next: State = { ...remembered, phase: "settling", entries: known(remembered, state.entries) };
  const settle: Effect = refused === undefined ? { do: "remove", command } : { do: "refuse", entry: busy, refused };
  return [next, [...news, settle, SHOW]];
}

function refusal({ problem, words, next }: Refusal): Refusal {
  return { problem, words, ...(next === undefined ? {} : { next }) };
}

function settled(state: State, { on, command }: { on: "settled" | "unsettled"; command: string }): Step {
  if (state.phase === "settling" && state.busy?.command === command) {
    const free: State = { ...state, phase: "reading", busy: undefined, again: false };
    return maySend(free) ? [free, [READ]] : stop(free);
  }
  // Dismissed by hand.
  return [state, on === "settled" ? [LOOK, { do: "tell", message: { tell: "changed" } }] : [LOOK]];
}

function told(state: State, message: Message): Step {
  switch (message.tell) {
    case "changed":
      if (state.key !== "here") return [state, []];
      return state.phase === "reading" ? [{ ...state, again: true }, []] : [state, [LOOK]];
    case "answered": {
      if (message.who !== state.who) return [state, []];
      const { command, answer } = message;
      return [state, [{ do: "report", command, news: answer }, ...(state.key === "here" ? [LOOK] : [])]];
    }
    case "free":
      return state.denied && state.phase === "resting" ? begin(state) : [state, []];
    case "left":
      return stop(forget(state, "left"));
    case "person":
      if (message.who !== state.who) {
        const stopped = { problem: "someone_else", words: "" };
        return stop({ ...forget(state, "left"), stopped });
      }
      if (state.key === "here") return begin({ ...state, stopped: undefined });
      return begin({ ...state, key: state.key === "asked" ? "asked" : "gone", stopped: undefined });
  }
}
