// What a person sees of one topic's download in each state, as data: words, a bar, buttons. Pure. It must not know how it is drawn
// or what a button then does.

import type { Over, Progress } from "./download";

export type State =
  /** Not looked at yet. */
  | { is: "unknown" }
  /** Over plain HTTP, or where storage is shut off, nothing can be kept. */
  | { is: "insecure" | "shut" }
  | { is: "absent" }
  | Over
  | { is: "coming" | "paused" | "full"; progress: Progress }
  | { is: "signed_out" | "gone" }
  | { is: "here"; bytes: number }
  /** Not all of it: what there was room for. */
  | { is: "some"; progress: Progress }
  | { is: "changed"; bytes: number }
  | { is: "sure" };

export type Does = "get" | "anyway" | "not_now" | "pause" | "resume" | "cancel" | "keep" | "undo" | "remove" | "remove_sure" | "stay";

export interface Button {
  does: Does;
  words: string;
  quiet: boolean;
}

export interface View {
  /** Said aloud when it changes. */
  status: string;
  /** Changes often. */
  detail: string;
  bar?: { done: number; all: number };
  buttons: Button[];
}

/** Gives the words of a name with its places filled in. */
export type Say = (name: string, values?: Record<string, string>) => string;

export function view(state: State, say: Say, size: (bytes: number) => string): View {
  const button = (does: Does, words: string, values?: Record<string, string>): Button => ({ does, words: say(words, values), quiet: true });
  const of = ({ done, all }: Progress): Record<string, string> => ({ done: size(done), all: size(all) });
  switch (state.is) {
    case "unknown":
      return { status: "", detail: "", buttons: [] };
    case "insecure":
    case "shut":
      return { status: say(state.is), detail: "", buttons: [] };
    case "absent":
      return { status: "", detail: "", buttons: [button("get", "get")] };
    case "over": {
      const values = { month: size(state.month), limit: size(state.limit), bytes: size(state.bytes) };
      return { status: say("over", values), detail: "", buttons: [button("anyway", "anyway"), button("not_now", "not-now")] };
    }
    case "coming": {
      const { progress } = state;
      return {
        status: say(progress.waiting ? "waiting" : "coming"),
        detail: progress.all === 0 ? "" : say("progress", of(progress)),
        bar: progress,
        buttons: [button("pause", "pause"), button("cancel", "cancel")],
      };
    }
    case "paused":
      return {
        status: say("paused"),
        detail: say("progress", of(state.progress)),
        bar: state.progress,
        buttons: [button("resume", "resume"), button("cancel", "cancel")],
      };
    case "full":
      return {
        status: say("full", of(state.progress)),
        detail: "",
        bar: state.progress,
        buttons: [button("keep", "keep"), button("undo", "undo"), button("resume", "again")],
      };
    case "signed_out":
    case "gone":
      return { status: say(state.is.replace("_", "-")), detail: "", buttons: [] };
    case "here":
      return { status: say("here"), detail: size(state.bytes), buttons: [button("remove", "remove")] };
    case "some":
      return {
        status: say("some"),
        detail: say("progress", of(state.progress)),
        bar: state.progress,
        buttons: [button("resume", "again"), button("remove", "remove")],
      };
    case "changed":
      return {
        status: say("changed"),
        detail: "",
        buttons: [button("get", "update", { size: size(state.bytes) }), button("remove", "remove")],
      };
    case "sure":
      return { status: say("sure"), detail: "", buttons: [button("remove_sure", "remove-sure"), button("stay", "stay")] };
  }
}
