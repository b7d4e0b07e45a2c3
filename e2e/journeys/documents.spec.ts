// Guidelines in the library: whoever coordinates sends a file and sees it come; who learns finds it and reads it. A file that cannot be a
// document is told before it is sent or after, and what was written is still there.

import { expect, type Page, test } from "@playwright/test";
import { demo, DESK } from "../support/browser";
import { inspect } from "../support/inspect";
import { openCohort } from "../support/learner";

test.use({ viewport: DESK });

const GUIDE = "# Guía\n\nPrimero **escuchar**.\n";

async function fill(page: Page, title: string, file: Buffer): Promise<void> {
  await page.getByLabel("Título").last().fill(title);
  await page.getByLabel("Fecha del documento").last().fill("2019-03");
  await page.getByLabel("Archivo").last().setInputFiles({ name: "guia.md", mimeType: "text/markdown", buffer: file });
}

test("a guideline is sent with its way shown, read by learners, and taken out again", async ({ page, browser }) => {
  await openCohort(page);
  await page.getByRole("link", { name: "Biblioteca" }).click();
  await page.getByRole("link", { name: "Poner o cambiar documentos" }).click();
  await inspect(page, "the documents of a library");

  // Too large: told at once, and not sent.
  await fill(page, "Guía que se prueba", Buffer.alloc(5 * 1024 * 1024 + 1, "a"));
  await expect(page.getByRole("status").filter({ hasText: "El archivo pasa de 5,0 MB" })).toBeVisible();
  await fill(page, "Guía que se prueba", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]));
  await page.getByRole("button", { name: "Poner en la biblioteca" }).click();
  await expect(page.getByText("No es un PDF ni un texto")).toBeVisible();
  await expect(page.getByLabel("Título").last()).toHaveValue("Guía que se prueba");

  await fill(page, "Guía que se prueba", Buffer.from(GUIDE));
  await page.getByRole("button", { name: "Poner en la biblioteca" }).click();
  await expect(page.getByRole("link", { name: "Guía que se prueba" })).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const learner = await context.newPage();
  await learner.goto(demo().sign_in.learner);
  await learner.goto("/library?q=se+prueba");
  await learner.getByRole("link", { name: "Guía que se prueba" }).click();
  await expect(learner.getByRole("heading", { name: "Guía", exact: true })).toBeVisible();
  await context.close();

  await page.getByText("Quitar", { exact: true }).click();
  await page.getByRole("button", { name: "Sí, quitar «Guía que se prueba»" }).click();
  await expect(page.getByText("Todavía no hay documentos.")).toBeVisible();
});
