// Questions of other forms than choices on the phone: put in order by keyboard, and what is seen of them.

import { expect, test, type Locator, type Page } from "@playwright/test";
import { press, tabTo } from "../support/keyboard";
import { joinLink, Learner, newName } from "../support/learner";

/** Ten questions of nine forms. */
const PRACTICE = "/activities/t5-c";
const COUNT = 10;

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
  await page.keyboard.press("Space");
  await expect(page.getByText(`«${first}» está ahora en el lugar 3 de 5.`)).toBeAttached();
  const moved = await rows(page);
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
