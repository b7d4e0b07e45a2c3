// <outbox-list>: all that waits on this phone, with what it is, when it was written and why it is still here; and what can be done
// about it: try now, copy the text, take away what was refused. What was answered in an attempt that was not accepted stands
// together, under why. Nothing goes that she did not take away. The words come with the page, as `data-words-…`.

import { QUIZ } from "../downloads/library";
import type { QuizRecord } from "../offline/quiz_record";
import { borrow } from "../shared";
import { forCount, word } from "../words";
import type { Entry } from "./entry";
import { answersOf, grouped, quizOf, textOf, type Attempt } from "./groups";

const { outbox } = borrow();

class OutboxList extends HTMLElement {
  private drawn = "";

  connectedCallback(): void {
    outbox.watch(() => this.draw());
    this.draw();
  }

  private draw(): void {
    const { entries, key } = outbox.state;
    // Until the phone has been asked there is nothing to say; what the server wrote stands.
    if (key === "none" || key === "asked") return;
    const drawn = JSON.stringify([entries, outbox.why()]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.querySelector("[data-try]:focus") !== null;
    this.textContent = "";
    const none = key === "here" ? "empty" : "locked";
    if (entries.length === 0) return this.append(make("p", "", word(this, none)));
    const list = make("ul", "steps", "");
    list.append(...grouped(entries).map((one) => ("entry" in one ? this.item(one.entry) : this.attempt(one.attempt))));
    if (outbox.waiting().length > 0) {
      const button = this.button("button wide", "try", () => outbox.wake("hand"));
      button.dataset["try"] = "";
      this.append(outbox.state.stopped === undefined ? button : this.entering());
      if (focused) button.focus();
    }
    this.append(list);
  }

  private entering(): HTMLElement {
    const link = make("a", "button wide", word(this, "enter")) as HTMLAnchorElement;
    link.href = "/enter";
    return link;
  }

  private item(entry: Entry): HTMLElement {
    const item = make("li", "", "");
    const letter = "letter" in entry ? entry.letter : undefined;
    item.append(make("b", "", letter?.label || word(this, "unnamed")), this.line(entry), make("p", "small", this.reason(entry)));
    const actions = make("span", "row", "");
    if (letter !== undefined && letter.text !== "") actions.append(this.copying(letter.text));
    if (entry.is === "refused" || entry.is === "damaged") actions.append(this.dismissing([entry.command]));
    item.append(actions);
    return item;
  }

  /** One that the server did not accept, with what was answered in it: to read, to copy, to take away; and where she can go on. */
  private attempt(attempt: Attempt): HTMLElement {
    const { start, rest } = attempt;
    const item = make("li", "", "");
    item.append(make("b", "", start.letter.label || word(this, "unnamed")), this.line(start), make("p", "small", start.refused.words));
    const actions = make("span", "row", "");
    const answers = answersOf(attempt);
    if (answers.length > 0) {
      const folded = make("details", "", "");
      const list = make("ul", "", "");
      list.append(...answers.map(({ letter }) => make("li", "small", `${letter.label}: ${letter.text}`)));
      folded.append(make("summary", "", forCount(this, "answers", answers.length)), list);
      item.append(make("p", "small", word(this, "answers-note")), folded);
      actions.append(this.copying(textOf(answers), "copy-all"));
    }
    if (start.refused.next !== undefined) {
      const onward = make("a", "button quiet", word(this, "go-on-attempt")) as HTMLAnchorElement;
      onward.href = start.refused.next;
      actions.prepend(onward);
    }
    // The reason goes last: were it cut off half-way, what is left still says why.
    actions.append(this.dismissing([...rest, start].map(({ command }) => command), () => void this.forget(attempt)));
    item.append(actions);
    return item;
  }

  private line(entry: Entry): HTMLElement {
    const when = make("time", "num", new Date(entry.claimed).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" } as Intl.DateTimeFormatOptions));
    when.setAttribute("datetime", new Date(entry.claimed).toISOString());
    const written = make("small", "", `${word(this, "written")} `);
    written.append(when);
    const line = make("span", "row", "");
    line.append(make("span", entry.is === "waiting" ? "tag wait" : "tag", word(this, `tag-${entry.is}`)), written);
    return line;
  }

  private reason(entry: Entry): string {
    if (entry.is === "refused") return entry.refused.words;
    return word(this, entry.is === "waiting" ? `why-${outbox.why().replace(/_/g, "-")}` : `why-${entry.is}`);
  }

  /** Old browsers and plain HTTP have no clipboard: then the text is shown, marked, to be copied by hand. */
  private copying(text: string, name = "copy"): HTMLElement {
    const button = this.button("button quiet", name, () => {
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
      copied.then(
        () => (button.textContent = word(this, "copied")),
        () => {
          const shown = make("pre", "", text);
          button.replaceWith(shown);
          getSelection()?.selectAllChildren(shown);
        },
      );
    });
    return button;
  }

  /** The phone does not go on in an attempt of which nothing is left. */
  private async forget(attempt: Attempt): Promise<void> {
    const { activity, id } = quizOf(attempt);
    const { who } = attempt.start;
    const vault = await borrow().open();
    const known = await vault.index.get<QuizRecord>(who, QUIZ + activity);
    if (known?.attempt === id) await vault.index.remove(who, QUIZ + activity);
  }

  private dismissing(commands: string[], then = (): void => undefined): HTMLElement {
    let sure = false;
    const button = this.button("button quiet", "dismiss", () => {
      if (sure) {
        for (const command of commands) outbox.take({ on: "dismiss", command });
        then();
      }
      sure = true;
      button.textContent = word(this, "dismiss-sure");
    });
    return button;
  }

  private button(className: string, name: string, press: () => void): HTMLButtonElement {
    const button = make("button", className, word(this, name)) as HTMLButtonElement;
    button.type = "button";
    button.addEventListener("click", press);
    return button;
  }
}

function make(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.textContent = text;
  return element;
}

customElements.define("outbox-list", OutboxList);
