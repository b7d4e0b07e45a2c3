// The programme that ships, as somebody takes it: a test that is drawn by chance from a pool, each time in another order, is taken in
// airplane mode and marked when the signal is back; a lecture and its drawing open without signal.

import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { inspect } from "../support/inspect";
import { joinLink, Learner, newName, openCohort } from "../support/learner";
import { SHIPPED } from "../support/programme";
import { OwnServer } from "../support/server";

const ARRIVES = { timeout: 45_000 };

test("a drawn and shuffled test of the shipped programme in airplane mode", async ({ browser }) => {
  test.setTimeout(240_000);
  const server = new OwnServer({ programme: SHIPPED });
  const { url, sign_in } = await server.start();
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    const learner = new Learner(page, SHIPPED);
    await learner.join(await joinLink(browser, sign_in.coordinator), newName("Petrona"));
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto("/programme");
    await page.getByRole("button", { name: /^Descargar tema 1 · \d+ kB$/ }).click();
    await expect(page.getByText("En este teléfono: se abre sin señal.")).toBeVisible(ARRIVES);

    await context.setOffline(true);
    await page.goto("/activities/t1-k");
    await expect(page.getByRole("img").first()).toBeVisible();
    await page.goto("/activities/t1-q");
    await page.getByRole("button", { name: "Empezar" }).click();
    const shown = page.locator("offline-quiz [data-part=question]:not([hidden])");
    const asked: string[] = [];
    for (let number = 1; number <= 12; number++) {
      await expect(shown.getByText(`Pregunta ${number} de 12`, { exact: true })).toBeVisible();
      asked.push((await shown.getAttribute("data-question")) ?? "");
      await learner.answerRight(shown);
      const unfold = shown.getByRole("button", { name: "Guardar y seguir el caso" });
      if (await unfold.isVisible()) await unfold.click();
      else await shown.locator("[data-go=next]").click();
    }
    await expect(page.getByRole("heading", { name: "Antes de entregar" })).toBeVisible();
    await page.getByRole("button", { name: "Entregar", exact: true }).click();
    await expect(page.getByText("Su entrega está guardada en este teléfono")).toBeVisible();
    expect(new Set(asked).size, "twelve of the pool, none twice").toBe(12);

    await context.setOffline(false);
    await page.goto("/outbox");
    await expect(page.getByText("No espera nada")).toBeVisible(ARRIVES);
    await page.goto("/activities/t1-q");
    await page.getByRole("link", { name: "Intento 1" }).click();
    await expect(page.getByText("12 de 12 · 100 %", { exact: true })).toBeVisible();
  } finally {
    await context.close();
    await server.remove();
  }
});

test("each of the eight sheets to keep at hand prints on one page of letter and A4 paper", async ({ browser }) => {
  test.setTimeout(120_000);
  const server = new OwnServer({ programme: SHIPPED });
  const { url, sign_in } = await server.start();
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    await page.goto(sign_in.learner);
    for (let topic = 1; topic <= 8; topic++) {
      await page.goto(`/topics/t${topic}/job-aid`);
      await expect(page.getByRole("main").locator(".sheet")).toBeVisible();
      for (const format of ["Letter", "A4"]) {
        const told = execFileSync("pdfinfo", ["-"], { input: await page.pdf({ format }), encoding: "utf8" });
        expect(told, `topic ${topic}, ${format}`).toMatch(/^Pages:\s+1$/m);
      }
    }
  } finally {
    await context.close();
    await server.remove();
  }
});

test("axe and width: what the shipped programme is read by", async ({ browser }) => {
  test.setTimeout(240_000);
  const server = new OwnServer({ programme: SHIPPED });
  const { url, sign_in } = await server.start();
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    await new Learner(page, SHIPPED).join(await joinLink(browser, sign_in.coordinator), newName("Petrona"));
    await page.goto("/library");
    // One sheet of each kind, as the library leads to it.
    const all = await page.getByRole("main").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const kinds = new Map(all.filter((href) => /^\/[a-z-]+\//.test(href)).map((href) => [href.split("/")[1], href]));
    const activities = ["t1-k", "t1-l1", "t1-v", "t1-d1"].map((id) => `/activities/${id}`);
    for (const path of ["/library", "/programme", "/topics/t3/law", ...activities, ...kinds.values()]) {
      await page.goto(path);
      await inspect(page, path);
    }
    await openCohort(page, sign_in.coordinator);
    const cohort = new URL(page.url()).pathname;
    for (const path of [`${cohort}/library`, `${cohort}/guides/t1`]) {
      await page.goto(path);
      await inspect(page, path);
    }
  } finally {
    await context.close();
    await server.remove();
  }
});
