// Coming back on another device: by a link that works once, and by a PIN on a printed slip.

import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { joinLink, Learner, newName, openCohort } from "../support/learner";

test("a one-time link enters on a second device, once", async ({ browser, page }) => {
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName("Juana"));
  await page.goto("/activities/t5-q");
  await learner.beginQuiz();
  await page.getByRole("radio").nth(1).check();
  await expect(page.getByRole("status").filter({ hasText: /^Guardado$/ })).toBeVisible();
  const question = page.url();
  await page.goto("/me");
  await page.getByRole("button", { name: "Hacer el enlace" }).click();
  const link = (await page.locator("code").textContent()) ?? "";

  const tablet = await browser.newContext();
  const second = await tablet.newPage();
  // Opening the link, as a messenger's preview does, spends nothing.
  await second.goto(link.trim());
  await second.goto(link.trim());
  await second.getByRole("button", { name: "Entrar en este teléfono" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toContainText("Juana");
  await second.goto(question);
  await expect(second.getByRole("radio").nth(1)).toBeChecked();

  const thief = await browser.newContext({ locale: "es-GT" });
  const third = await thief.newPage();
  await third.goto(link.trim());
  await expect(third.getByRole("heading", { name: "Este enlace ya se usó" })).toBeVisible();
  await thief.close();

  // She sees the other device, and can end its session.
  await page.goto("/me");
  await page.getByRole("button", { name: /^Cerrar ahí: / }).click();
  await second.goto("/today");
  await expect(second).toHaveURL(/\/enter$/);
  await tablet.close();
});

test("a printed slip's code and PIN enter", async ({ browser, page }) => {
  const name = newName("Candelaria");
  await new Learner(page).join(await joinLink(browser), name);
  const desk = await browser.newPage();
  await openCohort(desk);
  await desk.getByLabel(`Más acciones para ${name}`).click();
  const [slip] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: `Papelito nuevo para ${name}` }).click(),
  ]);
  const paper = execFileSync("pdftotext", ["-raw", await slip.path(), "-"], { encoding: "utf8" });
  const pin = /^PIN\s+([\d ]+)$/m.exec(paper)?.[1] ?? "";
  const code = /^Código\s+([2-9A-Z -]+)$/m.exec(paper)?.[1] ?? "";
  expect([pin, code], paper).not.toContain("");
  await desk.close();

  const phone = await browser.newContext({ locale: "es-GT" });
  const other = await phone.newPage();
  await other.goto(new URL("/enter", page.url()).href);
  await other.getByLabel("Código").fill(code);
  await other.getByLabel("PIN").fill("0000");
  await other.getByRole("button", { name: "Entrar" }).click();
  await expect(other.getByRole("alert")).toContainText("Lo que escribió no coincide");
  await other.getByLabel("Código").fill(code);
  await other.getByLabel("PIN").fill(pin);
  await other.getByRole("button", { name: "Entrar" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("Candelaria");
  await phone.close();
});
