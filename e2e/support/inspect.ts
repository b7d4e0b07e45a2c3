// A page looked at for what shuts people out: axe, in both colours, on a phone and at a desk; and whether it must be scrolled sideways.

import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { DESK, PHONE } from "./browser";

/** A 1280 pixel desk at 200 % has half the pixels; 320 is the reflow width of WCAG 1.4.10. */
const NARROW = [PHONE, { width: 640, height: 400 }, { width: 320, height: 640 }];

/** The page as it is now, in both colours and at every width. */
export async function inspect(page: Page, what: string): Promise<void> {
  // What is folded away must be as good; one of a kind is enough.
  await page.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // Only the colours differ in the dark.
      const found = await violations(page, colorScheme === "dark" ? ["color-contrast"] : undefined);
      expect.soft(found, `${what}, ${colorScheme}, ${size.width}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
  }
  for (const size of NARROW) {
    await page.setViewportSize(size);
    expect.soft(await sideways(page), `${what} at ${size.width} scrolls sideways because of`).toEqual([]);
  }
  await page.setViewportSize(PHONE);
}

/** What axe has to say, with the elements it says it about; by all its rules, or by those named. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // Evaluated in the page by the debugger, which a Content-Security-Policy does not stop.
  await page.evaluate(`if (!("axe" in window)) { ${axe.source} }`);
  return page.evaluate(async (only) => {
    const options: axe.RunOptions = { resultTypes: ["violations"], ...(only === undefined ? {} : { runOnly: only }) };
    const results = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
  }, rules);
}

/** What sticks out to the right, where the page as a whole scrolls. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return out.map((one) => `${one.tagName.toLowerCase()}.${one.className} «${one.textContent?.trim().slice(0, 40) ?? ""}»`);
  });
}
