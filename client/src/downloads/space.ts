// <download-space>: what this site takes on the phone and how much it may still take, whether the browser has promised to keep it,
// and whether it has dropped everything. A browser that drops takes all at once and says nothing; a cookie, which it leaves,
// tells us afterwards that there had been something.

import { borrow } from "../shared";
import type { Vault } from "../vault/vault";
import { size, word } from "../words";

const KEPT = "kept";
const A_YEAR = 31_536_000;

/** Before the first download: from now on something is kept here, and the browser is asked not to drop it. */
export async function noteKept(vault: Vault): Promise<void> {
  document.cookie = `${KEPT}=1; Path=/; Max-Age=${A_YEAR}; SameSite=Lax; Secure`;
  if ((await vault.meta.get<boolean>(KEPT)) !== true) await vault.meta.put(KEPT, true);
  // Not waited for: some browsers ask her first.
  void navigator.storage?.persist?.().catch(() => false);
}

async function wasDropped(vault: Vault): Promise<boolean> {
  const noted = document.cookie.split("; ").includes(`${KEPT}=1`);
  return noted && (await vault.meta.get<boolean>(KEPT)) !== true;
}

class DownloadSpace extends HTMLElement {
  private begun = false;

  connectedCallback(): void {
    if (this.begun || !isSecureContext) return;
    this.begun = true;
    document.addEventListener("downloads-changed", () => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const lines: string[] = [];
    try {
      const vault = await borrow().open();
      if (await wasDropped(vault)) lines.push(word(this, "dropped"));
      if ((await vault.meta.get<boolean>(KEPT)) === true) lines.push(...(await this.space()));
    } catch {
      // Each topic says that nothing can be kept here.
    }
    this.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.className = "small num";
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  private async space(): Promise<string[]> {
    const language = document.documentElement.lang;
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    const lines: string[] = [];
    if (quota !== undefined && usage !== undefined) {
      lines.push(word(this, "space", { used: size(usage, language), left: size(Math.max(0, quota - usage), language) }));
    }
    if ((await navigator.storage?.persisted?.()) !== true) lines.push(word(this, "not-promised"));
    return lines;
  }
}

customElements.define("download-space", DownloadSpace);
