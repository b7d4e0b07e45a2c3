// <left-over>: topics that are on this phone and no longer in her programme, so that no other place offers to take them off. It
// stands below what the programme has; where there is none, nothing is shown.

import { borrow } from "../shared";
import { size, word } from "../words";
import { remove } from "./download";
import { leftOver, type Library, type Topic } from "./library";

class LeftOver extends HTMLElement {
  private begun = false;

  connectedCallback(): void {
    if (this.begun) return;
    this.begun = true;
    void this.show();
  }

  private async show(): Promise<void> {
    const who = document.body.dataset["who"];
    if (who === undefined || !isSecureContext) return;
    try {
      const vault = await borrow().open();
      await vault.unlock(who);
      const library: Library = { who, index: vault.index, content: vault.content };
      const inProgramme = [...document.querySelectorAll<HTMLElement>("topic-download")].map((one) => one.dataset["topic"] ?? "");
      const found = await leftOver(library, inProgramme);
      this.hidden = found.length === 0;
      this.querySelector("ul")?.replaceChildren(...found.map(({ topic, bytes }) => this.line(library, topic, bytes)));
    } catch {
      // Closed with her key, or nothing can be kept here: there is nothing to show.
    }
  }

  private line(library: Library, { manifest }: Topic, bytes: number): HTMLElement {
    const line = document.createElement("li");
    const [title, amount, buttons] = [document.createElement("b"), document.createElement("small"), document.createElement("div")];
    title.textContent = manifest.title;
    amount.className = "num";
    amount.textContent = size(bytes, document.documentElement.lang);
    buttons.className = "row";
    const offer = (): void => buttons.replaceChildren(button(word(this, "remove"), sure));
    const sure = (): void => {
      const said = document.createElement("p");
      said.setAttribute("role", "status");
      said.textContent = word(this, "left-over-sure");
      const yes = button(word(this, "remove-sure"), () => void remove(library, manifest.topic).then(() => this.removed()));
      const stay = button(word(this, "stay"), () => {
        offer();
        buttons.querySelector("button")?.focus();
      });
      buttons.replaceChildren(said, yes, stay);
      yes.focus();
    };
    offer();
    line.append(title, amount, buttons);
    return line;
  }

  private async removed(): Promise<void> {
    document.dispatchEvent(new Event("downloads-changed"));
    await this.show();
    const next = this.querySelector<HTMLElement>("button");
    (next ?? document.getElementById("page"))?.focus();
  }
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

customElements.define("left-over", LeftOver);
