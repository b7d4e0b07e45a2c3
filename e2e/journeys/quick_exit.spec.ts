// «Salir rápido»: one touch, and neither Back, nor another tab, nor an address typed again shows anything until she comes
// back by herself. With script and without, with the server and without it.

import { expect, test, type Page } from "@playwright/test";
import { joinLink, Learner, newName } from "../support/learner";

for (const script of ["with", "without"] as const) {
  test.describe(`${script} script`, () => {
    test.use({ javaScriptEnabled: script === "with" });

    test(`one touch leaves a calendar, and Back shows nothing else, ${script} script`, async ({ browser, page }) => {
      await new Learner(page).join(await joinLink(browser), newName());
      await page.goto("/programme");
      await page.goto("/activities/t5-l1");
      await page.getByRole("button", { name: "Salir rápido" }).click();
      await expectCalendar(page);
      // The page sends on at once to the calendar, which may end the navigation that the browser waits for.
      await page.goBack().catch(() => undefined);
      await expectCalendar(page);
      await page.goto("/today");
      await expectCalendar(page);
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page.getByRole("navigation", { name: "Secciones" })).toBeVisible();
    });
  });
}

test("another tab changes too, as soon as it is looked at", async ({ browser, page, context }) => {
  await new Learner(page).join(await joinLink(browser), newName());
  const other = await context.newPage();
  await other.goto("/activities/t5-l1");
  await page.bringToFront();
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await expectCalendar(page);
  await other.bringToFront();
  await other.evaluate(() => dispatchEvent(new Event("focus")));
  await expectCalendar(other);
});

test("without a signal the page is replaced all the same", async ({ browser, page, context }) => {
  await new Learner(page).join(await joinLink(browser), newName());
  await page.goto("/activities/t5-l1");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await expectCalendar(page);
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Continuar" })).toBeVisible();
});

test("titles and addresses say nothing of what is read", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName());
  for (const path of ["/today", "/activities/t5-l1", "/activities/t5-q", "/who-to-tell", "/help"]) {
    await page.goto(path);
    const shown = `${await page.title()} ${page.url()}`;
    expect(shown).not.toMatch(/abus|violen|viol|sexual|trauma|denunci|delito|sobreviv/i);
  }
});

async function expectCalendar(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/calendar$/);
  await expect(page).toHaveTitle("Calendario");
  await expect(page.locator("main.month")).toBeVisible();
  await expect(page.getByText(/Telar|lección/i)).toHaveCount(0);
}

test("the help page leads to the licences of what others wrote and this page uses", async ({ page }) => {
  await page.goto("/help");
  await page.getByRole("link", { name: /^Programas de otras personas/ }).click();
  for (const name of ["idb", "workbox-core"]) await expect(page.getByText(new RegExp(`^${name} \\d`, "m"))).toBeVisible();
  await expect(page.getByText("Permission is hereby granted")).toBeVisible();
});
