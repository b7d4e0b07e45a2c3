// Every page, in light and dark, on a phone and at a desk: axe finds nothing, and nothing must be scrolled sideways, at 360
// pixels nor at 200 % zoom.

import { expect, test } from "@playwright/test";
import { inspect, sideways } from "../support/inspect";
import { joinLink, Learner, newName, useUpAttempts, withoutTopic } from "../support/learner";
import { VISITS } from "../support/pages";

for (const visit of VISITS) {
  test(`axe and width: ${visit.who}`, async ({ browser, page }) => {
    test.setTimeout(240_000);
    for (const place of await visit.open(browser, page)) {
      await page.goto(place.path);
      await inspect(page, place.path);
    }
  });
}

for (const visit of VISITS) {
  test(`width of a phone at 200 %: ${visit.who}`, async ({ browser, page }) => {
    test.setTimeout(120_000);
    const places = await visit.open(browser, page);
    await page.setViewportSize({ width: 180, height: 400 });
    for (const { path } of places) {
      await page.goto(path);
      await page.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
      expect.soft(await sideways(page), `${path} scrolls sideways because of`).toEqual([]);
      const labels = await page.locator(".places a span").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      const ends = labels.map((label) => label.right);
      expect.soft(labels.slice(1).every((label, place) => label.left >= (ends[place] ?? 0)), `${path}: one place runs into the next`).toBe(true);
    }
  });
}

test("axe and width: what is refused", async ({ browser, page }) => {
  test.setTimeout(120_000);
  const link = await joinLink(browser);
  await page.goto(link);
  await page.getByRole("button", { name: "Inscribirme" }).click();
  await expect(page.getByRole("alert")).toContainText("Falta corregir algo");
  await inspect(page, "joining with nothing filled in");

  const name = newName();
  await new Learner(page).join(link, name);
  await page.context().clearCookies();
  await new Learner(page).fillIn(link, name);
  await expect(page.getByRole("heading", { name: "Ya hay alguien con ese nombre" })).toBeVisible();
  await inspect(page, "joining with a name that is there");

  await page.goto("/enter");
  await page.getByLabel("Código").fill("ABCDEF");
  await page.getByLabel("PIN").fill("000000");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await inspect(page, "entering with a wrong PIN");
});

test("axe and width: without signal", async ({ browser, page, context }) => {
  test.setTimeout(240_000);
  await new Learner(page).join(await joinLink(browser), newName());
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.goto("/programme");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText("En este teléfono: se abre sin señal.")).toBeVisible();
  await inspect(page, "a topic that is on the phone");
  await page.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await inspect(page, "whether to remove it");
  await page.getByRole("button", { name: "Dejarlo aquí" }).click();
  await context.setOffline(true);
  for (const path of ["/", "/today", "/programme", "/activities/t5-l1", "/topics/t5/job-aid", "/me", "/outbox", "/who-to-tell"]) {
    await page.goto(path);
    await expect(page.getByText(/^Sin señal/).first()).toBeVisible();
    await inspect(page, `${path} without signal`);
  }
  for (const quiz of ["/activities/t5-p", "/activities/t5-q"]) {
    await page.goto(quiz);
    await inspect(page, `${quiz} before it begins`);
    await page.getByRole("button", { name: "Empezar" }).click();
    await page.getByRole("radio").first().check();
    const why = page.getByRole("button", { name: "Ver por qué" });
    if (await why.isVisible()) await why.click();
    await inspect(page, `${quiz}, a question`);
    await page.getByRole("link", { name: "Revisar y entregar" }).click();
    await expect(page.getByRole("heading", { name: "Antes de entregar" })).toBeFocused();
    await inspect(page, `${quiz}, its review`);
    await page.getByRole("button", { name: "Entregar sin responder todo" }).click();
    await expect(page.getByRole("heading", { name: "¿Entregar así?" })).toBeVisible();
    await inspect(page, `${quiz}, with open questions`);
    await page.getByRole("button", { name: "Sí, entregar así" }).click();
    await expect(page.getByRole("heading", { name: "Entregado" })).toBeVisible();
    await inspect(page, `${quiz}, handed in`);
  }
});

test("axe and width: what is left on a phone, and leaving it", async ({ browser, page, context }) => {
  test.setTimeout(240_000);
  await new Learner(page).join(await joinLink(browser), newName());
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.goto("/programme");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText("En este teléfono: se abre sin señal.")).toBeVisible();
  await withoutTopic(page, "t5");
  await page.reload();
  await expect(page.getByRole("heading", { name: "También en este teléfono" })).toBeVisible();
  await page.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await inspect(page, "a topic that has left the programme");
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await page.getByRole("button", { name: "Empezar" }).click();
  await page.getByRole("radio").first().check();
  await useUpAttempts(context);
  await context.setOffline(false);
  await page.goto("/outbox");
  await expect(page.getByText("Ver 1 respuesta", { exact: true })).toBeVisible({ timeout: 45_000 });
  await inspect(page, "an attempt that was not accepted");
  await page.goto("/me");
  await page.getByRole("radio", { name: "Se borra de este teléfono y no se recupera" }).check();
  await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
  await expect(page.getByRole("button", { name: "Borrar y cerrar sesión" })).toBeVisible();
  await inspect(page, "whether what waits goes");
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByText("se abre otra vez, también sin señal")).toBeVisible({ timeout: 45_000 });
  await inspect(page, "coming back");
});
