// A coordinator sends the list that she has, looks it through, mends a row, names everybody, and takes it back.

import { expect, test } from "@playwright/test";
import { DESK } from "../support/browser";
import { newName, openCohort } from "../support/learner";
import { sendList } from "../support/pages";

test.use({ viewport: DESK });

/** A name as it is written on a certificate. */
function properName(first: string): string {
  const [, surname, ...letters] = newName(first).split(" ").slice(-4);
  const last = letters.join("");
  return `${first} ${surname?.[0]?.toUpperCase() ?? ""}${surname?.slice(1) ?? ""} ${last[0]?.toUpperCase() ?? ""}${last.slice(1)}`;
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test(`a list is looked through, mended, taken and taken back, ${script ? "with" : "without"} script`, async ({ page }) => {
      await openCohort(page);
      const cohort = new URL(page.url()).pathname;
      const [first, second] = [properName("Odilia"), properName("Fermina")];
      await sendList(page, cohort, ["Nombre;Municipio", `${first.toUpperCase()};Coban`, `@${second};Cobam`]);
      await expect(page.getByText("Nombrar a una persona")).toBeVisible();
      await expect(page.getByText(`queda «${first}»`)).toBeVisible();
      await page.getByRole("link", { name: /^Corregir la fila 3/ }).click();
      await page.getByLabel(/^Nombre/).first().fill(second);
      await page.getByRole("button", { name: "Guardar esta fila" }).click();
      await page.getByRole("button", { name: "Nombrar a 2 personas" }).click();
      await expect(page.getByText("2 personas nuevas, nombradas")).toBeVisible();
      const list = page.url();
      await page.goto(`${cohort}/admission`);
      await expect(page.getByText(second)).toBeVisible();
      await page.goto(list);
      await page.getByRole("button", { name: "Deshacer esta lista" }).click();
      await expect(page.getByText("2 se borraron: nunca habían entrado")).toBeVisible();
      await page.goto(`${cohort}/admission`);
      await expect(page.getByText(second)).toHaveCount(0);
    });
  });
}
