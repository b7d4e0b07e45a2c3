// Questions of every form on the phone: put in order by keyboard, and a whole practice without signal whose browser is killed in the
// middle.

import { expect, test, type Locator, type Page } from "@playwright/test";
import { demo } from "../support/browser";
import { press, tabTo } from "../support/keyboard";
import { joinLink, Learner, newName } from "../support/learner";
import { Phone } from "../support/phone";

/** Ten questions of nine forms. */
const PRACTICE = "/activities/t5-c";
const COUNT = 10;
const KEPT = "Guardado en este teléfono";
const ARRIVES = { timeout: 45_000 };

/** What each row says, from the first to the last. */
function rows(around: Page | Locator): Promise<string[]> {
  return around.locator("[data-ordering] [data-text]").allTextContents();
}

async function toQuestion(page: Page, number: number): Promise<void> {
  await page.getByRole("navigation", { name: "Todas las preguntas" }).getByRole("link", { name: new RegExp(`^${number}\\b`) }).click();
  await expect(page.getByText(`Pregunta ${number} de ${COUNT}`, { exact: true })).toBeVisible();
}

test("things are put in order by keyboard, said aloud, and kept", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName("Domingo"));
  await page.goto(PRACTICE);
  await new Learner(page).beginQuiz();
  await toQuestion(page, 3);
  await expect(page.locator("[data-saved-state]")).toHaveText("Sin responder");
  const [first = "", second = "", ...others] = await rows(page);
  const down = page.getByRole("button", { name: `Bajar «${first}»` });
  await press(page, down, "Enter");
  expect(await rows(page)).toEqual([second, first, ...others]);
  await expect(page.getByText(`«${first}» está ahora en el lugar 2 de 5.`)).toBeAttached();
  // The focus went with the row: the same key goes on.
  await expect(down).toBeFocused();
  // The answer of the first move is with the server before the second is made: the page says «Guardado» of either.
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado");
  const saved = page.waitForResponse((response) => response.request().method() === "POST" && response.url().includes("/attempts/"));
  await page.keyboard.press("Space");
  await expect(page.getByText(`«${first}» está ahora en el lugar 3 de 5.`)).toBeAttached();
  const moved = await rows(page);
  await saved;
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado");
  await page.reload();
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado");
  expect(await rows(page)).toEqual(moved);
  // At the end there is nowhere to go, and it says so instead of losing the focus.
  const last = page.getByRole("button", { name: `Bajar «${moved.at(-1)}»` });
  await tabTo(page, last);
  await page.keyboard.press("Enter");
  await expect(last).toBeFocused();
  await expect(page.getByText(`«${moved.at(-1)}» está ahora en el lugar 5 de 5.`)).toBeAttached();
  const size = await last.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0), "large enough for a finger").toBeGreaterThanOrEqual(44);
});

test("on a phone the button that goes on is in sight under every question, and covers no choice", async ({ browser, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await new Learner(page).join(await joinLink(browser), newName("Domingo"));
  for (const quiz of [PRACTICE, "/activities/t5-p", "/activities/t5-q"]) {
    await page.goto(quiz);
    const count = await new Learner(page).beginQuiz();
    const first = new URL(page.url()).pathname;
    for (let number = 1; number <= count; number++) {
      await page.goto(first.replace(/\/\d+$/, `/${number}`));
      const button = page.locator("form[data-kind] > .wide");
      const places = await page.locator(".places").boundingBox();
      const lower = async (): Promise<number> => button.evaluate((it) => it.getBoundingClientRect().bottom);
      expect(await lower(), page.url()).toBeLessThanOrEqual(places!.y);
      await page.locator("form[data-kind]").evaluate((form) => form.nextElementSibling?.scrollIntoView({ block: "end" }));
      const last = await page.locator("form[data-kind] fieldset").last().evaluate((it) => it.getBoundingClientRect().bottom);
      expect(await button.evaluate((it) => it.getBoundingClientRect().top), page.url()).toBeGreaterThanOrEqual(last);
    }
  }
});

test("what is marked in a case stays when she marks its question to come back", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName("Domingo"));
  await page.goto(PRACTICE);
  await new Learner(page).beginQuiz();
  await toQuestion(page, 9);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: "Marcar para volver" }).click();
  await expect(page.getByRole("button", { name: "Quitar la marca" })).toBeVisible();
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await page.getByRole("button", { name: "Guardar y seguir el caso" }).click();
  // What follows was shown: the answer can be read, and no longer changed.
  await expect(page.getByText("ya no cambia, porque el caso siguió")).toBeVisible();
  await expect(page.locator("[name='answer.p1']")).toHaveCount(0);
});

test("an order that is right as it stands is an answer once it is saved", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName("Domingo"));
  await page.goto(PRACTICE);
  await new Learner(page).beginQuiz();
  await toQuestion(page, 3);
  const stands = await rows(page);
  await page.getByRole("button", { name: "Ver por qué" }).click();
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado");
  await expect(page.locator(".notice[role=status]")).toBeVisible();
  expect(await rows(page)).toEqual(stands);
});

test("what is not whole yet is said, and nothing marked is no answer", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName("Domingo"));
  await page.goto(PRACTICE);
  await new Learner(page).beginQuiz();
  const box = page.getByRole("checkbox").first();
  await box.check();
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado");
  await box.uncheck();
  await page.getByRole("button", { name: "Ver por qué" }).click();
  await expect(page.getByText("Responda antes de seguir. Nada se perdió.")).toBeVisible();
  await page.goto("/outbox");
  await expect(page.getByText("No espera nada")).toBeVisible();
  await page.goto(PRACTICE);
  await new Learner(page).beginQuiz();
  await toQuestion(page, 2);
  await page.getByRole("combobox").first().selectOption({ index: 1 });
  await expect(page.locator("[data-saved-state]")).toHaveText("Guardado · en parte");
  await expect(page.locator(".map [aria-current=step]")).toContainText("en parte");
});

test("a whole practice of every form in airplane mode, with the browser killed in the middle", async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = new Phone();
  try {
    let page = await phone.start();
    await new Learner(page).join(new URL(await joinLink(browser), demo().url).href, newName("Petrona"));
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
    await page.reload();
    await page.goto(`${demo().url}/programme`);
    await page.getByRole("button", { name: /^Descargar tema 5 · / }).click();
    await expect(page.getByText("En este teléfono: se abre sin señal.")).toBeVisible();
    await phone.remember();
    await phone.silence(true);
    await page.goto(demo().url + PRACTICE);
    await page.getByRole("button", { name: "Empezar" }).click();
    for (let number = 1; number <= 5; number++) await answer(page, number);
    await expect(shown(page).getByText(`Pregunta 6 de ${COUNT}`, { exact: true })).toBeVisible();
    await shown(page).getByRole("button", { name: "Marcar para volver" }).click();
    await expect(page.locator(".map [aria-current=step] .flag")).toBeVisible();
    await phone.kill();

    page = await phone.start();
    await phone.silence(true);
    await page.goto(demo().url + PRACTICE);
    // Where she was, with all that she had.
    await expect(shown(page).getByText(`Pregunta 6 de ${COUNT}`, { exact: true })).toBeVisible();
    await expect(page.getByText(`5 de ${COUNT} respondidas`)).toBeVisible();
    await expect(page.locator(".map [aria-current=step] .flag")).toBeVisible();
    for (let number = 6; number <= COUNT; number++) await answer(page, number);
    await expect(page.getByRole("heading", { name: "Antes de entregar" })).toBeVisible();
    await page.getByRole("button", { name: "Entregar", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Entregado" })).toBeVisible();

    await phone.silence(false);
    await page.goto(`${demo().url}/outbox`);
    await expect(page.getByText("No espera nada")).toBeVisible(ARRIVES);
    await page.goto(demo().url + PRACTICE);
    await page.getByRole("link", { name: "Intento 1" }).click();
    // All but the one that a person reads.
    await expect(page.getByText("9 de 10 · 90 %", { exact: true })).toBeVisible();
  } finally {
    await phone.remove();
  }
});

function shown(page: Page): Locator {
  return page.locator("offline-quiz [data-part=question]:not([hidden])");
}

/** Answers as its authors would, sees what is said of it, and goes on. */
async function answer(page: Page, number: number): Promise<void> {
  await expect(shown(page).getByText(`Pregunta ${number} de ${COUNT}`, { exact: true })).toBeVisible();
  const id = await shown(page).getAttribute("data-question");
  await new Learner(page).answerRight(shown(page));
  const cases = shown(page).locator("[data-vignette-part]");
  if ((await cases.count()) > 0) {
    // The first part can be read and no longer changed; the last is kept at a press like those before it.
    await expect(cases.first().getByRole("radio").first()).toBeDisabled();
    await shown(page).locator("[data-go=next]").click();
  }
  const saved = page.locator("[data-saved-state]");
  // What is typed is kept when she stops for a moment.
  if ((await shown(page).locator("form:is([data-kind=short_answer], [data-kind=open])").count()) > 0) await expect(saved, id ?? "").toHaveText(KEPT);
  // An order may by chance be right as it stands: then this press keeps it.
  await shown(page).getByRole("button", { name: "Ver por qué" }).click();
  await expect(saved, id ?? "").toHaveText(KEPT);
  await expect(shown(page).locator("[data-feedback]"), id ?? "").toContainText(/Acertó|La lee una persona/);
  await expect(shown(page).locator("[data-feedback]")).not.toContainText("Todavía no");
  await shown(page).locator("[data-go=next]").click();
}
