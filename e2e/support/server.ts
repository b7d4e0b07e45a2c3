// A server of a journey's own, on its own folder, that it may kill and start again at the same address: people who keep a page
// open meet the same origin afterwards.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setting, type Demo } from "./browser";
import { PROGRAMME } from "./programme";

export class OwnServer {
  private readonly folder = mkdtempSync(join(tmpdir(), "telar-journey-"));
  private child: ChildProcess | undefined;
  demo: Demo | undefined;

  private listen: string;
  private readonly command: string[];

  /** Listens where it is told, or on a port that the system picks; after a kill, where it did before. A demonstration, or with `serve` an empty
   * site with these settings. */
  constructor({ listen = "127.0.0.1:0", programme = PROGRAMME, serve }: { listen?: string; programme?: string; serve?: string[] } = {}) {
    this.listen = listen;
    this.command = serve === undefined ? ["demo", "--programme", programme] : ["serve", "--language", "es", "--log-level", "warn", ...serve];
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<Demo> {
    const child = spawn(setting("TELAR_BINARY"), [...this.command, "--json", "--listen", this.listen, "--data", this.folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.child = child;
    for await (const line of createInterface(child.stdout)) {
      if (!line.startsWith("{")) continue;
      this.demo = JSON.parse(line) as Demo;
      this.listen = new URL(this.demo.url).host;
      // Whatever it says later is read and left.
      child.stdout.resume();
      return this.demo;
    }
    throw new Error("the server ended before it was ready");
  }

  /** SIGKILL: it cannot close anything. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
