// A learner asks that her data be erased, the administrator carries it out, and nothing of hers is left to enter or to read.

import { expect, test } from "@playwright/test";
import { demo } from "../support/browser";
import { joinLink, Learner, newName, openCohort } from "../support/learner";

test("erasure: asked for, withdrawn, asked for again, carried out", async ({ browser, page }) => {
  const name = newName("Rosaura");
  const link = await joinLink(browser);
  await new Learner(page).join(link, name);
  await page.goto("/me");
  await page.getByRole("button", { name: "Pedir que se borren" }).click();
  await page.getByRole("button", { name: "Retirar mi pedido" }).click();
  await page.getByRole("button", { name: "Pedir que se borren" }).click();
  await expect(page.getByRole("button", { name: "Retirar mi pedido" })).toBeVisible();

  const office = await browser.newContext();
  const administrator = await office.newPage();
  await administrator.goto(demo().sign_in.administrator);
  await administrator.goto("/site");
  await administrator.getByRole("link", { name: `Revisar el pedido de ${name}` }).click();
  await expect(administrator.getByRole("heading", { name: "Qué se va" })).toBeVisible();
  await expect(administrator.getByRole("heading", { name: "Qué queda" })).toBeVisible();
  await administrator.getByLabel(/BORRAR/).fill("BORRAR");
  await administrator.getByRole("button", { name: "Borrar sin vuelta atrás" }).click();
  await expect(administrator.getByText("Los datos se borraron.")).toBeVisible();
  await office.close();

  await page.goto("/today");
  await expect(page).toHaveURL(/\/enter$/);
  const desk = await browser.newContext();
  const coordinator = await desk.newPage();
  await openCohort(coordinator);
  await expect(coordinator.getByRole("heading", { name: "Personas", exact: true })).toBeVisible();
  await expect(coordinator.getByRole("main")).not.toContainText(name);
  await desk.close();
});
