// <unsent-choice>: what becomes of what waits on this phone when she leaves, as she chooses, with how many things wait now. The
// choice lies on the phone alone, hers apart from others'. Without script it is not shown, and everything stays.

import { borrow } from "../shared";
import type { Unsent, Vault } from "../vault/vault";
import { forCount, word } from "../words";

class UnsentChoice extends HTMLElement {
  private begun = false;
  /** As it lies on the phone. */
  private chosen: Unsent = "keep";

  connectedCallback(): void {
    const who = document.body.dataset["who"];
    if (this.begun || who === undefined) return;
    this.begun = true;
    void this.begin(who).catch(() => undefined);
  }

  private async begin(who: string): Promise<void> {
    const { open, outbox } = borrow();
    const vault = await open();
    this.chosen = await vault.unsent(who);
    this.mark(this.chosen);
    this.addEventListener("change", () => void this.choose(vault, who));
    const show = async (): Promise<void> => {
      // Storage knows it, also before the key is here.
      const count = (await vault.outbox.of(who)).length;
      this.say("[data-count]", count === 0 ? word(this, "none") : forCount(this, "waits", count));
    };
    outbox.watch(() => void show().catch(() => undefined));
    await show();
    this.hidden = false;
  }

  private async choose(vault: Vault, who: string): Promise<void> {
    const wish = this.querySelector<HTMLInputElement>("input:checked")?.value === "wipe" ? "wipe" : "keep";
    try {
      // At once: whoever signs out the moment after is asked by what she chose the moment before.
      await vault.choose(who, wish);
      this.chosen = wish;
      this.say("[data-said]", word(this, "saved"));
    } catch {
      this.mark(this.chosen);
      this.say("[data-said]", word(this, "shut"));
    }
  }

  private mark(choice: Unsent): void {
    for (const input of this.querySelectorAll<HTMLInputElement>("input")) input.checked = input.value === choice;
  }

  private say(place: string, text: string): void {
    const element = this.querySelector<HTMLElement>(place);
    if (element === null) return;
    element.hidden = text === "";
    if (element.textContent !== text) element.textContent = text;
  }
}

customElements.define("unsent-choice", UnsentChoice);
