// A phone whose browser can be killed: Chromium as a process of our own on its own profile, so that SIGKILL takes all of it at
// once, and a new one finds what the old one had on its disk.

import { chromium, type BrowserContext, type Cookie, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { LAUNCH, PHONE } from "./browser";

export class Phone {
  private readonly profile = mkdtempSync(join(tmpdir(), "telar-phone-"));
  private child: ChildProcess | undefined;
  private context: BrowserContext | undefined;
  private session: Cookie[] = [];

  /** Starts the browser; a page is open then. */
  async start(): Promise<Page> {
    const size = `--window-size=${PHONE.width},${PHONE.height}`;
    const place = [`--user-data-dir=${this.profile}`, "--remote-debugging-port=0", "--lang=es-GT", "--accept-lang=es-GT"];
    const child = spawn(LAUNCH.executablePath, ["--headless=new", ...LAUNCH.args, size, ...place, "about:blank"], {
      stdio: ["ignore", "ignore", "pipe"],
      // A group of its own: its helpers are killed with it.
      detached: true,
    });
    this.child = child;
    for await (const line of createInterface(child.stderr)) {
      const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (endpoint === undefined) continue;
      child.stderr.resume();
      const browser = await chromium.connectOverCDP(endpoint);
      this.context = browser.contexts()[0];
      await this.context?.addCookies(this.session);
      return this.open();
    }
    throw new Error("the browser ended before it was ready");
  }

  async open(): Promise<Page> {
    if (this.context === undefined) throw new Error("the browser is not running");
    const page = await this.context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  /**
   * The session that is open now is open again after a kill. Chromium writes cookies to its disk up to half a minute late; a
   * session lost by that is entered again, which is not what every test is about.
   */
  async remember(): Promise<void> {
    this.session = (await this.context?.cookies()) ?? [];
  }

  /** The session is over, as after many months. */
  async endSession(): Promise<void> {
    await this.context?.clearCookies({ name: "telar" });
  }

  /** Airplane mode, for pages and workers. */
  async silence(on: boolean): Promise<void> {
    await this.context?.setOffline(on);
  }

  /** SIGKILL for the browser and all its helpers: nothing is written that was not written. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    this.context = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
