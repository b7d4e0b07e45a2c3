// <topic-download>: one topic's download on the page. It looks at what is here, offers what can be done, and does it. Without
// script or over plain HTTP the size that the server wrote stands there.

import { borrow } from "../shared";
import type { Vault } from "../vault/vault";
import { word, size } from "../words";
import { bytesOf, download, missing, prune, put, remove, undo, type Effects, type Outcome, type Over, type Progress, type Wanted } from "./download";
import { topic as recordOf, type Library, type Topic } from "./library";
import { noteKept } from "./space";
import { manifest, take } from "./server";
import { draw } from "./topic_drawing";
import { view, type Does, type State } from "./topic_view";

/** On the document, when something has come or gone. */
export const CHANGED = "downloads-changed";

const NOTHING: Progress = { done: 0, all: 0, waiting: false };

class TopicDownload extends HTMLElement {
  private state: State = { is: "unknown" };
  private library: Library | undefined;
  private vault: Vault | undefined;
  private running: { stop: AbortController; ended: Promise<unknown> } | undefined;
  private begun = false;

  connectedCallback(): void {
    if (this.begun) return;
    this.begun = true;
    if (!isSecureContext) return this.show({ is: "insecure" });
    void this.begin();
  }

  disconnectedCallback(): void {
    this.running?.stop.abort();
  }

  private get topic(): string {
    return this.dataset["topic"] ?? "";
  }

  private async begin(): Promise<void> {
    const who = document.body.dataset["who"];
    if (who === undefined) return;
    try {
      const vault = await borrow().open();
      await vault.unlock(who);
      this.vault = vault;
      this.library = { who, index: vault.index, content: vault.content };
      await this.look();
    } catch (cause) {
      this.show({ is: (cause as Error).name === "Locked" ? "signed_out" : "shut" });
    }
  }

  /** What is here decides what is shown; a download that was under way goes on. */
  private async look(): Promise<void> {
    const { library } = this;
    if (library === undefined) return;
    const record = await recordOf(library, this.topic);
    if (record === undefined) return this.show({ is: "absent" });
    const progress = await this.progress(library, record);
    if (record.state === "paused") return this.show({ is: "paused", progress });
    if (record.state === "some") return this.show({ is: "some", progress });
    if (record.state === "coming") return this.start("ask");
    // The browser may have dropped a piece; and a page that came without signal knows of no newer version.
    const fromServer = document.body.dataset["offline"] === undefined;
    const newer = fromServer && this.dataset["version"] !== record.manifest.version;
    if (newer || progress.done < progress.all) return this.offerUpdate(library, record);
    this.show({ is: "here", bytes: progress.all });
  }

  private async offerUpdate(library: Library, record: Topic): Promise<void> {
    this.show({ is: "here", bytes: record.manifest.bytes });
    const got = await manifest(this.topic, new AbortController().signal);
    if (got.is !== "here") return;
    const here = new Set(await library.content.hashes(library.who));
    const bytes = bytesOf(missing(got.value.items, here));
    if (bytes > 0) return this.show({ is: "changed", bytes });
    // Nothing to fetch: what changed is only what it is called, or what has gone.
    await put(library, { manifest: got.value, state: "whole", before: [] });
    await prune(library);
  }

  private async progress(library: Library, { manifest }: Topic): Promise<Progress> {
    const here = new Set(await library.content.hashes(library.who));
    const all = bytesOf(missing(manifest.items, new Set()));
    return { done: all - bytesOf(missing(manifest.items, here)), all, waiting: false };
  }

  private async start(limit: Wanted["limit"]): Promise<void> {
    if (this.running !== undefined) return;
    const stop = new AbortController();
    const ended = this.run(limit, stop.signal);
    this.running = { stop, ended };
    const outcome = await ended.finally(() => {
      this.running = undefined;
    });
    if (outcome !== undefined) await this.ended(outcome);
  }

  private async run(limit: Wanted["limit"], stop: AbortSignal): Promise<Outcome | Over | undefined> {
    const { library, vault, state } = this;
    if (library === undefined || vault === undefined) return undefined;
    this.show({ is: "coming", progress: "progress" in state ? { ...state.progress, waiting: false } : NOTHING });
    return this.alone(stop, () => this.download(limit, library, vault, stop));
  }

  /** One tab at a time fetches a topic; another waits here, and then finds it done. */
  private async alone(signal: AbortSignal, work: () => Promise<Outcome | Over>): Promise<Outcome | Over> {
    if (navigator.locks === undefined) return work();
    try {
      return await navigator.locks.request(`telar-topic-${this.topic}`, { signal }, work);
    } catch {
      return "stopped";
    }
  }

  private download(limit: Wanted["limit"], library: Library, vault: Vault, stop: AbortSignal): Promise<Outcome | Over> {
    const tell = (progress: Progress): void => {
      const known = this.state.is === "coming" && progress.all === 0 ? this.state.progress : undefined;
      if (!stop.aborted) this.show({ is: "coming", progress: known === undefined ? progress : { ...known, waiting: progress.waiting } });
    };
    // Noted while the first bytes are on their way: nothing waits for it, and where she is asked first nothing is kept.
    const takeAndNote: Effects["take"] = async (...asked) => {
      const got = await take(...asked);
      if (got.is === "here") await noteKept(vault).catch((cause: unknown) => (got.value.leave(), Promise.reject(cause)));
      return got;
    };
    return download(this.topic, limit, { library, take: takeAndNote, room, wait, tell }, stop);
  }

  private async ended(outcome: Outcome | Over): Promise<void> {
    if (typeof outcome === "object") {
      // What was under way does not go on by itself now.
      if (this.library !== undefined && (await recordOf(this.library, this.topic))?.state === "coming") await this.mark("paused");
      return this.show(outcome);
    }
    document.dispatchEvent(new Event(CHANGED));
    // Whoever stopped it goes on.
    if (outcome === "stopped") return;
    if (outcome === "full") return this.show({ is: "full", progress: this.state.is === "coming" ? this.state.progress : NOTHING });
    if (outcome === "signed_out" || outcome === "locked") return this.show({ is: "signed_out" });
    if (outcome === "gone" || outcome === "shut") return this.show({ is: outcome });
    await this.look();
  }

  private async stop(): Promise<void> {
    this.running?.stop.abort();
    await this.running?.ended;
  }

  private async mark(state: Topic["state"]): Promise<void> {
    const { library } = this;
    const record = library && (await recordOf(library, this.topic));
    if (library !== undefined && record !== undefined) await put(library, { ...record, state });
  }

  private async does(what: Does): Promise<void> {
    const { library } = this;
    if (library === undefined) return;
    switch (what) {
      case "get":
      case "resume":
        return this.start("ask");
      case "anyway":
        return this.start("asked");
      case "pause":
        // Marked first: what was stopped then finds how it stands.
        await this.mark("paused");
        await this.stop();
        break;
      case "keep":
        await this.mark("some");
        break;
      case "cancel":
      case "undo":
        await this.stop();
        await undo(library, this.topic);
        break;
      case "remove":
        return this.show({ is: "sure" });
      case "remove_sure":
        await remove(library, this.topic);
        document.dispatchEvent(new Event(CHANGED));
        break;
      case "not_now":
      case "stay":
        break;
    }
    await this.look();
  }

  private show(state: State): void {
    this.state = state;
    const language = document.documentElement.lang;
    const shown = view(state, (name, values) => word(this, name, values), (bytes) => size(bytes, language));
    draw(this, shown, (what) => void this.does(what).catch(() => this.show({ is: "shut" })));
  }
}

/** What the browser gives this site, less what is used. Where it does not say, storing itself will. */
async function room(): Promise<number> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? Infinity : quota - usage;
}

function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(ended, milliseconds);
    function ended(): void {
      clearTimeout(timer);
      removeEventListener("online", ended);
      stop.removeEventListener("abort", ended);
      done();
    }
    addEventListener("online", ended);
    stop.addEventListener("abort", ended);
    if (stop.aborted) ended();
  });
}

customElements.define("topic-download", TopicDownload);
