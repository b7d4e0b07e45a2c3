// A topic on its way to the phone: paused, gone on with after the page was closed, asked about at the limit, taken off again; and the
// app as it opens without signal.

import { expect, test, type Page } from "@playwright/test";
import { joinLink, Learner, newName, withoutTopic } from "../support/learner";

const HERE = "En este teléfono: se abre sin señal.";

async function join(page: Page, link: string): Promise<void> {
  await new Learner(page).join(link, newName("Rosa"));
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
}

function pieces(asked: string[]): string[] {
  return asked.filter((path) => path.startsWith("/offline/"));
}

test("a download is paused, goes on where it was when the page is opened again, and can be taken off", async ({ browser, page, context }) => {
  await join(page, await joinLink(browser));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/programme");
  // The first two pieces come; the others hang.
  await context.route("**/offline/*", async (route) => {
    if (pieces(asked).indexOf(new URL(route.request().url()).pathname) < 2) await route.continue();
  });
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(/^[1-9]\d* kB de \d+ kB$/)).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Pausar" }).click();
  await expect(page.getByText("En pausa. Lo que ya llegó está guardado.")).toBeVisible();
  await context.unroute("**/offline/*");

  await page.goto("/programme");
  await expect(page.getByText("En pausa. Lo que ya llegó está guardado.")).toBeVisible();
  const before = pieces(asked).slice(0, 2);
  asked.length = 0;
  await page.getByRole("button", { name: "Seguir" }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  expect(pieces(asked).length).toBeGreaterThan(0);
  expect(pieces(asked).filter((path) => before.includes(path)), "what was here came again").toEqual([]);
  await expect(page.getByText(/^Lo guardado ocupa .* en este teléfono\. Quedan .* para este sitio\.$/)).toBeVisible();

  // A page that finds it whole asks for nothing.
  asked.length = 0;
  await page.goto("/programme");
  await expect(page.getByText(HERE)).toBeVisible();
  expect(asked.filter((path) => path.includes("offline/") || path.endsWith("/download"))).toEqual([]);

  await page.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await page.getByRole("button", { name: "Sí, quitarlo" }).click();
  await expect(page.getByRole("button", { name: /^Descargar tema 5/ })).toBeVisible();
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Esta página no está en el teléfono" })).toBeVisible();
});

test("at the limit that she chose a download asks first", async ({ browser, page, context }) => {
  await join(page, await joinLink(browser));
  await context.route("**/me/data-use.json", (route) => route.fulfill({ json: { month_bytes: 9_990_000, limit: 10_000_000 } }));
  await page.goto("/programme");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(/^Este mes lleva 10,0 MB de su límite de 10,0 MB\. Esta descarga son \d+ kB más\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Ahora no" }).click();
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await page.getByRole("button", { name: "Descargar de todos modos" }).click();
  await expect(page.getByText(HERE)).toBeVisible();
});

test("without signal the app opens with what is on the phone, and says when it was seen", async ({ browser, page, context }) => {
  await join(page, await joinLink(browser));
  await page.goto("/programme");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "En este teléfono" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Hoy", exact: true }).click();
  await expect(page).toHaveTitle("Hoy · Telar");
  await expect(page.getByText(/^Sin señal · vista de las \d{1,2}:\d{2}$/)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Secciones" }).getByRole("link", { name: "Hoy" })).toHaveAttribute("aria-current", "page");
  await page.goto("/");
  await page.getByRole("link", { name: "Tema 5 · Lección 1" }).click();
  await expect(page.getByText("Sin señal · descargada en este teléfono")).toBeVisible();
  await page.getByRole("button", { name: "Terminé esta lección" }).click();
  await page.getByRole("article").getByRole("link", { name: "Seguir" }).click();
  await expect(page).toHaveTitle("Tema 5 · Lección 2 · Telar");
});

test("a topic that has left the programme is listed with its size, and can be taken off", async ({ browser, page, context }) => {
  await join(page, await joinLink(browser));
  await page.goto("/programme");
  await expect(page.getByRole("heading", { name: "También en este teléfono" })).toBeHidden();
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  await withoutTopic(page, "t5");
  await page.reload();
  const left = page.locator("left-over");
  await expect(left.getByText("Estos temas ya no están en su programa.")).toBeVisible();
  await expect(left.getByRole("listitem")).toContainText(/Tema 5: .*\d+ kB/);
  // It opens as before.
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByText("Sin señal · descargada en este teléfono")).toBeVisible();
  await context.setOffline(false);
  await page.goto("/programme");
  await left.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await left.getByRole("button", { name: "Dejarlo aquí" }).click();
  await expect(left.getByRole("button", { name: "Quitar de este teléfono" })).toBeFocused();
  await left.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await left.getByRole("button", { name: "Sí, quitarlo" }).click();
  await expect(left).toBeHidden();
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Esta página no está en el teléfono" })).toBeVisible();
});
