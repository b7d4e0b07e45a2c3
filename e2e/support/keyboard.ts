// Hands on the keyboard only: reach a thing by Tab, see that the focus shows, press.

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page needs before its main thing. */
const STOPS = 80;

export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await isFocused(target)) {
      await expectFocusShows(target);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${target}`);
}

export async function press(page: Page, target: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** An outline or a shadow, on the element or on what stands around it (a radio's whole card). */
async function expectFocusShows(target: Locator): Promise<void> {
  const shows = await target.evaluate((element) => {
    const marked = (one: Element): boolean => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    };
    return element.matches(":focus-visible") && (marked(element) || (element.closest("label") !== null && marked(element.closest("label")!)));
  });
  expect(shows, `the focus shows on ${target}`).toBe(true);
}
