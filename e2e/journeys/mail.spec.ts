// Asking for a link by e-mail, on a site that sends mail: what the demonstration never does. Its mail server answers nothing, and the pages do.

import { expect, test } from "@playwright/test";
import { inspect } from "../support/inspect";
import { OwnServer } from "../support/server";

test("a link by e-mail is asked for without script, and the page says what to do when nothing comes", async ({ browser }) => {
  test.setTimeout(120_000);
  const server = new OwnServer({ serve: ["--mail-server", "smtp://127.0.0.1:9", "--mail-from", "telar@example.org"] });
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const { url } = await server.start();
    const page = await context.newPage();
    await page.goto(`${url}/enter`);
    const field = page.getByLabel("Su correo", { exact: true });
    const ask = page.getByRole("button", { name: "Recibir un enlace" });
    // The browser's own check lets this pass; the site's does not.
    await field.fill("marta@example");
    await ask.click();
    await expect(page.getByRole("alert")).toContainText("no es un correo completo");
    await expect(field).toHaveValue("marta@example");
    await field.fill("marta@example.org");
    await ask.click();
    await expect(page).toHaveURL(`${url}/enter/mail`);
    await expect(page.getByRole("heading", { name: "Si no llega nada" })).toBeVisible();
    await expect(page).toHaveTitle("Entrar · Telar");
  } finally {
    await context.close();
    await server.remove();
  }
});

test("axe and width: the pages of a site that sends mail", async ({ page }) => {
  test.setTimeout(120_000);
  const server = new OwnServer({ serve: ["--mail-server", "smtp://127.0.0.1:9", "--mail-from", "telar@example.org"] });
  try {
    const { url } = await server.start();
    await page.goto(`${url}/enter`);
    await inspect(page, "/enter with mail");
    await page.getByLabel("Su correo", { exact: true }).fill("marta@example");
    await page.getByRole("button", { name: "Recibir un enlace" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await inspect(page, "/enter with a wrong address");
    await page.goto(`${url}/enter/mail`);
    await inspect(page, "/enter/mail");
  } finally {
    await server.remove();
  }
});
