// Where each role of staff lands: on something to do or to read, never on an empty page, and never on another's.

import { expect, test } from "@playwright/test";
import { demo, DESK } from "../support/browser";
import { openCohort } from "../support/learner";

test.use({ viewport: DESK });

test("the coordinator sees the cohort, its people and who needs a hand", async ({ page }) => {
  await openCohort(page);
  await expect(page.getByRole("link", { name: "Mesa" })).toHaveAttribute("aria-current", "page");
  const people = page.getByRole("table", { name: "Personas de la cohorte, con su avance" });
  expect(await people.getByRole("row").count()).toBeGreaterThanOrEqual(35);
  await expect(page.getByRole("heading", { name: "Necesitan una mano" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Avance de / }).first()).toBeVisible();
  const [poster] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Afiche/ }).click()]);
  expect(poster.suggestedFilename()).toMatch(/\.pdf$/);
});

test("the facilitator and the assessor land on their desk", async ({ page }) => {
  for (const role of ["facilitator", "assessor"] as const) {
    await page.goto(demo().sign_in[role]);
    await expect(page.getByRole("link", { name: "Mesa" })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("table", { name: /^Personas de la cohorte/ })).toBeVisible();
  }
});

test("the analyst reads totals and never a person", async ({ page }) => {
  await openCohort(page);
  const cohort = page.url();
  const names = await page.getByRole("table", { name: /^Personas de la cohorte/ }).locator("tbody th b").allTextContents();
  expect(names.length).toBeGreaterThan(30);

  await page.goto(demo().sign_in.analyst);
  await expect(page.getByRole("heading", { level: 1, name: "Números" })).toBeVisible();
  const words = await page.getByRole("main").innerText();
  for (const name of names) expect(words).not.toContain(name);
  // Every table has its anchor, and each file is named by the day of the publication.
  for (const table of ["Por sector", "Por organización", "Por departamento", "Por sexo", "Por pueblo", "Por comunidad lingüística", "Por cohorte"]) {
    await page.getByRole("navigation", { name: "Tablas" }).getByRole("link", { name: table }).click();
    await expect(page.getByRole("heading", { level: 2, name: table })).toBeInViewport();
  }
  const health = page.getByRole("table", { name: "Números por sector" }).getByRole("row", { name: /^Salud/ });
  await expect(health.getByRole("cell").first()).toHaveText(/^\d+$/);
  for (const [link, file] of [["Hoja de cálculo (XLSX)", /^numeros-\d{4}-\d\d-\d\d\.xlsx$/], ["Documento (PDF)", /^numeros-.*\.pdf$/], ["Por pueblo, como CSV", /^numeros-.*-people\.csv$/]] as const) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
    expect(saved.suggestedFilename()).toMatch(file);
  }
  const other = await page.goto(cohort);
  expect(other?.status()).toBe(404);
});

test("the administrator opens a cohort and names its coordinator, who enters by the link", async ({ browser, page }) => {
  await page.goto(demo().sign_in.administrator);
  await page.goto("/site");
  await expect(page.getByRole("heading", { level: 1, name: "Sitio" })).toBeVisible();
  const cohort = `Salamá ${Date.now() % 100_000}`;
  await page.getByLabel("Nombre", { exact: true }).fill(cohort);
  await page.getByLabel("Empieza").fill("2027-02-08");
  await page.getByLabel("Termina").fill("2027-03-12");
  await page.getByLabel("Organización").fill("Hospital de prueba");
  await page.getByRole("button", { name: "Abrir la cohorte" }).click();
  await expect(page.getByRole("heading", { level: 1, name: cohort })).toBeVisible();
  await page.goto("/site");
  await page.getByLabel("Nombre completo").fill("Ofelia Choc");
  await page.getByLabel("Papel").selectOption({ label: "Coordina" });
  await page.getByLabel("Cohorte", { exact: true }).selectOption({ label: cohort });
  await page.getByRole("button", { name: "Nombrar y hacer su enlace" }).click();
  const link = (await page.locator("code").first().textContent()) ?? "";

  const phone = await browser.newContext();
  const hers = await phone.newPage();
  await hers.goto(link.trim());
  await hers.getByRole("main").getByRole("button").first().click();
  await expect(hers.getByRole("heading", { level: 1, name: cohort })).toBeVisible();
  await expect(hers.getByText("Todavía no hay nadie")).toBeVisible();
  await phone.close();
});
