// What a lesson costs a phone: bytes and requests of the first and of the next visit, and the first contentful paint on the
// reference line. The numbers go into a file that `cargo xtask bench pages` reads; nothing is judged here.

import { expect, test, type Browser, type CDPSession, type Page } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { demo, PHONE, setting } from "../support/browser";

/** Runs whose middle counts. */
const RUNS = 5;
/** 400 kbit/s down, 150 up, 400 ms there and back. */
const REFERENCE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 150_000 / 8 };

interface Traffic {
  bytes: number;
  requests: number;
  script: number;
}

const lesson = setting("TELAR_LESSON");
const numbers: Record<string, number> = {};

test.describe.configure({ mode: "serial" });

test.afterAll(() => writeFileSync(setting("TELAR_NUMBERS"), JSON.stringify(numbers)));

test("bytes of the first visit and of the next", async ({ browser }) => {
  const page = await signedIn(browser, demo().url);
  const first = await traffic(page, lesson);
  const next = await traffic(page, lesson);
  Object.assign(numbers, {
    first_bytes: first.bytes,
    first_requests: first.requests,
    first_script_bytes: first.script,
    next_bytes: next.bytes,
    next_requests: next.requests,
  });
  expect(first.requests).toBeGreaterThan(0);
  await page.context().close();
});

test("first contentful paint by the browser's throttle", async ({ browser }) => {
  numbers["throttled_paint_ms"] = await middlePaint(browser, demo().url, async (cdp) => {
    await cdp.send("Network.emulateNetworkConditions", REFERENCE);
  });
});

test("first contentful paint behind the delaying proxy", async ({ browser }) => {
  numbers["far_paint_ms"] = await middlePaint(browser, setting("TELAR_FAR"), async () => undefined);
});

/** A browser with nothing in its cache, signed in: the session's cookie is made in another one, over the near line. */
async function signedIn(browser: Browser, url: string): Promise<Page> {
  const other = await browser.newContext({ baseURL: demo().url });
  await other.request.get(demo().sign_in.learner);
  const cookies = await other.cookies();
  await other.close();
  // Without the worker: what it fetches for a page is not counted as the page's, and would make the numbers too good.
  const context = await browser.newContext({
    baseURL: url,
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    serviceWorkers: "block",
  });
  // A cookie belongs to a host, whatever its port: the proxy's pages get it too.
  await context.addCookies(cookies);
  return context.newPage();
}

async function middlePaint(browser: Browser, url: string, prepare: (cdp: CDPSession) => Promise<void>): Promise<number> {
  const paints: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await signedIn(browser, url);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Network.enable");
    await prepare(cdp);
    await page.goto(lesson);
    paints.push(await firstContentfulPaint(page));
    await page.context().close();
  }
  return paints.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

/** Milliseconds from the start of the navigation. */
function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint === undefined) return;
          observer.disconnect();
          resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

/** Everything that one navigation brings over the wire, heads included; what came from the cache costs nothing. */
async function traffic(page: Page, path: string): Promise<Traffic> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const seen = new Map<string, { type: string; bytes: number; cached: boolean }>();
  cdp.on("Network.requestWillBeSent", (event) => {
    seen.set(event.requestId, { type: event.type ?? "Other", bytes: 0, cached: false });
  });
  cdp.on("Network.requestServedFromCache", (event) => {
    const request = seen.get(event.requestId);
    if (request !== undefined) request.cached = true;
  });
  cdp.on("Network.loadingFinished", (event) => {
    const request = seen.get(event.requestId);
    if (request !== undefined) request.bytes = event.encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await cdp.detach();
  const sent = [...seen.values()].filter((request) => !request.cached && request.bytes > 0);
  return {
    bytes: sent.reduce((sum, request) => sum + request.bytes, 0),
    requests: sent.length,
    script: sent.filter((request) => request.type === "Script").reduce((sum, request) => sum + request.bytes, 0),
  };
}
