// <offline-list>: what is on this phone to open without signal: the pages she saw last, then each topic with its lessons,
// sheets and quizzes. Its words stand on it; what is listed comes from the vault.

import { SEEN, seenPage, topics, type Item, type Library, type Topic } from "../downloads/library";
import { borrow } from "../shared";
import { seenAt, size, word } from "../words";

const THREADS: Record<Item["kind"], string | undefined> = {
  lesson: "lesson",
  practice: "practice",
  gate: "practice",
  job_aid: undefined,
};

class OfflineList extends HTMLElement {
  private shown = false;

  connectedCallback(): void {
    if (this.shown) return;
    this.shown = true;
    void this.show();
  }

  private async show(): Promise<void> {
    const who = document.body.dataset["who"];
    try {
      const vault = await borrow().open();
      if (who === undefined || !(await vault.isOpen(who))) return this.say("locked");
      const library: Library = { who, index: vault.index, content: vault.content };
      const here = new Set(await vault.content.hashes(who));
      const cards = [...(await this.seen(library)), ...(await topics(library)).flatMap((topic) => this.topic(topic, here))];
      if (cards.length === 0) this.say("empty");
      else this.replaceChildren(...cards);
    } catch {
      this.say("locked");
    }
  }

  private say(name: string): void {
    this.replaceChildren(made("p", word(this, name)));
  }

  private async seen(library: Library): Promise<HTMLElement[]> {
    const names = await library.index.names(library.who, SEEN);
    const rows: HTMLElement[] = [];
    // Hoy before Programa, whatever the order of their addresses.
    for (const path of names.map((name) => name.slice(SEEN.length)).sort().reverse()) {
      const page = await seenPage(library, path);
      if (page !== undefined) rows.push(row(path, word(this, path.slice(1)), seenAt(this, page.at)));
    }
    return rows.length === 0 ? [] : [card("", rows)];
  }

  private topic({ manifest }: Topic, here: ReadonlySet<string>): HTMLElement[] {
    const rows = manifest.items
      .filter((item) => here.has(item.hash))
      .map((item) => {
        const [kind, bytes] = [word(this, item.kind.replace("_", "-")), size(item.bytes, document.documentElement.lang)];
        return row(item.path, item.title, kind === item.title ? bytes : `${kind} · ${bytes}`, THREADS[item.kind]);
      });
    return rows.length === 0 ? [] : [card(manifest.title, rows)];
  }
}

function card(title: string, rows: HTMLElement[]): HTMLElement {
  const list = made("ul", "");
  list.className = "steps";
  list.append(...rows);
  const whole = made("section", "");
  whole.className = "card";
  whole.append(...(title === "" ? [] : [made("h2", title)]), list);
  return whole;
}

function row(path: string, title: string, about: string, thread?: string): HTMLElement {
  const link = document.createElement("a");
  link.href = path;
  link.append(made("b", title));
  const line = made("li", "");
  if (thread !== undefined) line.dataset["thread"] = thread;
  line.append(link, made("small", about));
  return line;
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

customElements.define("offline-list", OfflineList);
