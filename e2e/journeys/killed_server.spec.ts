// The server is killed while a learner answers in two tabs, and started again: whatever a tab said was saved stands, and
// what it kept on the phone arrives by itself.

import { expect, test, type Page } from "@playwright/test";
import { joinLink, Learner, newName } from "../support/learner";
import { OwnServer } from "../support/server";

const KEPT = "Guardado en este teléfono";
const SAVED = "Guardado";
/** The queue waits up to 30 seconds between tries. */
const ARRIVES = { timeout: 45_000 };

test("two tabs answer while the server is killed and started", async ({ browser }) => {
  test.setTimeout(240_000);
  const server = new OwnServer();
  try {
    const { url, sign_in } = await server.start();
    const link = await joinLink(browser, sign_in.coordinator);
    const context = await browser.newContext({ baseURL: url });
    const one = await context.newPage();
    const learner = new Learner(one);
    await learner.join(link, newName("Marta"));
    await one.goto("/activities/t5-q");
    await learner.beginQuiz();
    const first = new URL(one.url()).pathname;
    const second = first.replace(/\d+$/, "2");
    const third = first.replace(/\d+$/, "3");
    const two = await context.newPage();
    await two.goto(second);

    await answer(one, 0, SAVED);
    await answer(two, 1, SAVED);
    await server.kill();
    await answer(one, 1, KEPT);
    await answer(two, 0, KEPT);
    // A tab that is closed takes nothing with it.
    await two.close();
    await server.start();
    await expect(status(one)).toHaveText(SAVED, ARRIVES);
    await one.goto(third);
    await answer(one, 0, SAVED);
    await server.kill();
    await server.start();

    // What stands is asked of the server by a browser that runs no script and keeps nothing.
    const plain = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
    await plain.addCookies(await context.cookies());
    const reader = await plain.newPage();
    for (const [path, choice] of [[first, 1], [second, 0], [third, 0]] as const) {
      await expect(async () => {
        await reader.goto(path);
        expect(await reader.getByRole("radio").nth(choice).isChecked()).toBe(true);
      }, `${path} has the answer given last`).toPass(ARRIVES);
    }
  } finally {
    await server.remove();
  }
});

function status(page: Page) {
  return page.getByRole("status").filter({ hasText: /Guardado|Sin responder/ });
}

async function answer(page: Page, choice: number, where: string): Promise<void> {
  await page.getByRole("radio").nth(choice).check();
  await expect(status(page)).toHaveText(where, ARRIVES);
}
