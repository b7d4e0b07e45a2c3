// How much of the reference line the download of a topic uses, and how soon the app opens without signal on a slow phone. The numbers go
// into a file that `cargo xtask bench offline` reads; nothing is judged here.

import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { demo, PHONE, setting } from "../support/browser";
import { Learner, newName } from "../support/learner";

/** Starts whose middle counts. */
const RUNS = 5;
const numbers: Record<string, number> = {};

test.afterAll(() => writeFileSync(setting("TELAR_NUMBERS"), JSON.stringify(numbers)));

test("two topics over the reference line, then the app without signal", async ({ browser }) => {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, locale: "es-GT" });
  const page = await context.newPage();
  // The proxy's address is another origin than the server's own: all of it goes over the far line.
  const far = setting("TELAR_FAR");
  page.setDefaultTimeout(60_000);
  await new Learner(page).join(far + setting("TELAR_LINK"), newName("Petrona"));
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.goto(`${far}/programme`, { waitUntil: "networkidle" });
  await download(page, "t5", "text");
  await download(page, "t6", "lecture");

  await page.goto(`${far}/today`, { waitUntil: "networkidle" });
  await context.setOffline(true);
  numbers["start_ms"] = await middleStart(page, far, async () => undefined);
  const workers = await browser.newBrowserCDPSession();
  numbers["cold_start_ms"] = await middleStart(page, far, async () => {
    // A page of no site, so that nothing keeps the worker awake; then it is ended, as the phone does by itself.
    const { targetInfos } = await workers.send("Target.getTargets");
    for (const target of targetInfos) {
      if (target.type === "service_worker") await workers.send("Target.closeTarget", { targetId: target.targetId });
    }
  });
  await context.close();
  expect(demo().url).not.toBe(far);
});

/** Downloads a topic; the numbers are said under a name of their own. */
async function download(page: Page, topic: string, name: string): Promise<void> {
  const element = page.locator(`topic-download[data-topic="${topic}"]`);
  numbers[`${name}_said_bytes`] = Number(await element.getAttribute("data-bytes"));
  // Taken in the page, from the tap to the words: the runner looks only once in a while.
  const took = element.evaluate(untilWhole, "En este teléfono: se abre sin señal.");
  await element.getByRole("button", { name: /^Descargar tema / }).click();
  numbers[`${name}_ms`] = await took;
  numbers[`${name}_line_bytes`] = await page.evaluate(overTheLine, `/topics/${topic}/download`);
}

/** Milliseconds from the next tap until these words stand there. */
function untilWhole(element: Element, words: string): Promise<number> {
  return new Promise((resolve) => {
    let tapped = NaN;
    addEventListener("click", (event) => (tapped = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (element.textContent?.includes(words) !== true) return;
      observer.disconnect();
      resolve(performance.now() - tapped);
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
  });
}

/** Bytes of what was asked there as the browser says that they came: the body as packed, and 300 for its head. */
function overTheLine(path: string): number {
  return (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    .filter(({ name }) => name.endsWith(path))
    .reduce((sum, entry) => sum + entry.transferSize, 0);
}

/** Milliseconds from opening the app to the words on its page, on a processor four times slower. */
async function middleStart(page: Page, far: string, prepare: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const app = await page.context().newPage();
    const cdp: CDPSession = await app.context().newCDPSession(app);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await prepare();
    await app.goto(`${far}/today`);
    times.push(await app.evaluate(contentfulPaint));
    await expect(app.getByRole("heading", { level: 1 })).toContainText("Petrona");
    await app.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

function contentfulPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const paint = list.getEntriesByName("first-contentful-paint")[0];
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}
