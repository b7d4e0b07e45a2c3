// The language is switched at any time, and follows the person to another page.

import { expect, test } from "@playwright/test";
import { joinLink, Learner, newName } from "../support/learner";

test("a learner switches to English and back", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName());
  await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Today" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/programme");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Comprehensive care for children and adolescents");
  await page.getByRole("contentinfo").getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Atención integral a la niñez y la adolescencia");
  await expect(page).toHaveURL(/\/programme$/);
});

test("a visitor whose browser asks for English reads English, and may choose Spanish", async ({ browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("contentinfo").getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await context.close();
});
