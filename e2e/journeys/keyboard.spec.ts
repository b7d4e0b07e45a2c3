// Everything with the keyboard alone: from the link to an answer handed in, with the focus in sight at every step.

import { expect, test } from "@playwright/test";
import { press, tabTo } from "../support/keyboard";
import { joinLink, Learner, newName } from "../support/learner";

test("joins, reads, answers and hands in by keyboard only", async ({ browser, page }) => {
  test.setTimeout(120_000);
  await page.goto(await joinLink(browser));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ir al contenido" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Nombre completo"));
  await page.keyboard.type(newName("Domingo"));
  await tabTo(page, page.getByLabel("Sector"));
  await page.keyboard.type("Salud");
  await tabTo(page, page.getByLabel("Organización o lugar de trabajo"));
  await page.keyboard.type("Puesto de Salud de Chisec");
  await tabTo(page, page.getByLabel("Departamento", { exact: true }));
  await page.keyboard.type("Alta Verapaz");
  await tabTo(page, page.getByLabel("Municipio donde trabaja"));
  await page.keyboard.type("Chisec");
  await press(page, page.getByLabel("Acepto que mis datos se usen así"), "Space");
  await press(page, page.getByLabel("Me comprometo a cumplir este código"), "Space");
  await press(page, page.getByRole("button", { name: "Inscribirme" }), "Enter");
  await expect(page).toHaveURL(/\/today$/);

  await press(page, page.getByRole("link", { name: "Empezar" }).first(), "Enter");
  await expect(page).toHaveURL(/\/activities\//);
  const lesson = page.url();
  await press(page, page.getByRole("button", { name: "Terminé esta lección" }), "Enter");
  await expect(page).not.toHaveURL(lesson);

  await page.goto("/activities/t5-q");
  await press(page, page.getByRole("button", { name: "Empezar" }), "Enter");
  const learner = new Learner(page);
  for (let number = 1; number <= 12; number++) {
    await expect(page.getByText(`Pregunta ${number} de 12`, { exact: true })).toBeVisible();
    // Tab comes to the group, the arrows move within it.
    await tabTo(page, page.getByRole("radio").first());
    const right = page.getByRole("radio", { name: await learner.rightAnswer(), exact: true });
    await page.keyboard.press("Space");
    for (let move = 0; move < 6 && !(await right.isChecked()); move++) await page.keyboard.press("ArrowDown");
    await expect(right).toBeChecked();
    await press(page, page.getByRole("button", { name: /^Guardar y / }), "Enter");
  }
  await press(page, page.getByRole("button", { name: "Entregar", exact: true }), "Enter");
  await expect(page.getByText("Aprobado", { exact: true })).toBeVisible();
});
