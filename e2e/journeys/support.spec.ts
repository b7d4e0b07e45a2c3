// Help on the phone: two browsers, a nurse's and her coordinator's, both of 360 px.

import { expect, test } from "@playwright/test";
import { joinLink, Learner, newName } from "../support/learner";

const PHONE = { viewport: { width: 360, height: 800 }, locale: "es-GT" };

test("a coordinator sees what the nurse sees, changes nothing, and her phone keeps nothing of it", async ({ browser }) => {
  const name = newName("Elena");
  const nurse = await browser.newContext(PHONE);
  const hers = await nurse.newPage();
  await new Learner(hers).join(await joinLink(browser), name);
  await hers.goto("/me");
  await hers.getByRole("link", { name: "Pedir ayuda" }).click();
  await hers.getByRole("button", { name: "Mostrar un código" }).click();
  const code = (await hers.locator(".spoken").textContent()) ?? "";
  expect(code).toMatch(/^[2-9A-Z]{6}$/);

  const office = await browser.newContext(PHONE);
  const page = await office.newPage();
  await page.goto("/demo/coordinator");
  await page.goto("/support");
  await page.getByLabel("Código").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Ver lo que ve" }).click();
  const banner = page.locator(".acting");
  await expect(banner).toContainText(`Está viendo lo que ve ${name}`);
  for (const path of ["/today", "/programme", "/me", "/activities/t5-q", "/activities/t5-l1"]) {
    await page.goto(path);
    await page.mouse.wheel(0, 600);
    await expect(banner).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(page.locator("[data-who]:not([data-who=''])")).toHaveCount(0);
    for (const button of await page.locator("main button").all()) await expect(button).toBeDisabled();
  }

  await hers.goto("/today");
  await expect(hers.locator(".seen-by")).toContainText("está viendo sus páginas");
  await hers.locator(".seen-by").getByRole("button", { name: "Terminar" }).click();
  await expect(hers.getByRole("status").filter({ hasText: "ya no ve sus páginas" })).toBeVisible();
  await page.goto("/today");
  await expect(page.getByRole("status").filter({ hasText: "La ayuda terminó" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await office.close();
  await nurse.close();
});
