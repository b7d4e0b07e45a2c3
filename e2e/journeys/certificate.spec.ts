// The main job: from the cohort's link to a certificate that anyone can verify, on a phone, with script and without.

import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { joinLink, Learner, newName } from "../support/learner";

for (const script of ["with", "without"] as const) {
  test.describe(`${script} script`, () => {
    test.use({ javaScriptEnabled: script === "with" });

    test(`from the link to a certificate that anyone can verify, ${script} script`, async ({ browser, page }) => {
      test.setTimeout(180_000);
      const name = newName("Ángela María");
      const learner = new Learner(page);
      await learner.join(await joinLink(browser), name);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Ángela");
      await learner.finishProgramme();
      const number = await learner.takeCertificate();

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Descargar el PDF" }).click(),
      ]);
      const paper = execFileSync("pdftotext", ["-layout", await download.path(), "-"], { encoding: "utf8" });
      expect(paper).toContain(number);
      expect(paper.replace(/\s+/g, " ")).toContain(name);

      const stranger = await browser.newPage();
      await stranger.goto(new URL(`/verify/${number}`, page.url()).href);
      await expect(stranger.getByRole("main")).toContainText(name);
      await expect(stranger.getByRole("heading", { level: 1, name: "Constancia válida" })).toBeVisible();
      const answer = await stranger.request.get(stranger.url(), { headers: { accept: "application/json" } });
      const said = (await answer.json()) as { number: string; name: string };
      expect([said.number.replaceAll("-", ""), said.name]).toEqual([number.replaceAll("-", ""), name]);
      await stranger.close();
    });
  });
}

test("the cloth is woven as activities are done, and says so in words", async ({ browser, page }) => {
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName());
  await page.goto("/programme");
  await expect(page.getByRole("img", { name: /^Su tejido: 0 de / })).toBeVisible();
  await page.goto("/today");
  await learner.openNext();
  await learner.finishLesson();
  await page.goto("/programme");
  await expect(page.getByRole("img", { name: /^Su tejido: 1 de / })).toBeVisible();
});

test("answers are on the phone or saved, and stand after a reload", async ({ browser, page }) => {
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName());
  await page.goto("/activities/t5-q");
  await learner.beginQuiz();
  const status = page.getByRole("status").filter({ hasText: /Guardado|Sin responder/ });
  await expect(status).toHaveText("Sin responder");
  await page.getByRole("radio").first().check();
  await expect(status).toHaveText("Guardado");
  await page.context().setOffline(true);
  await page.getByRole("radio").nth(1).check();
  await expect(status).toHaveText("Guardado en este teléfono");
  await page.context().setOffline(false);
  await expect(status).toHaveText("Guardado");
  await page.reload();
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
});
