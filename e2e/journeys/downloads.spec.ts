// A topic on its way to the phone: paused, gone on with after the page was closed, asked about at the limit, taken off again; and the
// app as it opens without signal.

import { expect, test, type Page, type Route } from "@playwright/test";
import { demo, LAUNCH, PHONE } from "../support/browser";
import { joinLink, Learner, newName, withoutTopic } from "../support/learner";

const HERE = "En este teléfono: se abre sin señal.";

async function join(page: Page, link: string): Promise<void> {
  await new Learner(page).join(link, newName("Rosa"));
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
}

/** What was asked for a topic: how many pieces the phone said it had. */
function watch(page: Page): number[] {
  const here: number[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST" || !request.url().endsWith("/topics/t5/download")) return;
    const said = new URLSearchParams(request.postData() ?? "").get("here") ?? "";
    here.push(said.split(".").filter((part) => part !== "").length);
  });
  return here;
}

/** Lets this many bytes of the unpacked answer come, and then ends it as a line does that breaks. */
async function cutAfter(route: Route, bytes: (whole: Buffer) => number): Promise<void> {
  const response = await route.fetch({ headers: { ...route.request().headers(), "accept-encoding": "gzip" } });
  const whole = await response.body();
  const { "content-encoding": _, "content-length": __, ...headers } = response.headers();
  await route.fulfill({ status: response.status(), headers, body: whole.subarray(0, bytes(whole)) });
}

/** The head, two pieces and half of the third. */
function afterTwo(whole: Buffer): number {
  const end = whole.indexOf("\n");
  const { coming } = JSON.parse(whole.subarray(0, end).toString()) as { coming: [number, number][] };
  const [first = 0, second = 0, third = 0] = coming.map(([, length]) => length);
  return end + 1 + first + second + Math.floor(third / 2);
}

/** Takes data until this month's use is so near her limit of 1 MB that `room` bytes would cross it. */
async function useUp(page: Page, room: number): Promise<void> {
  const origin = new URL(page.url()).origin;
  const set = await page.request.post("/me/data-limit", { headers: { origin }, form: { wish: "set", megabytes: "1" } });
  expect(set.ok()).toBe(true);
  for (let used = 0; used + room <= 1_000_000; ) {
    await page.request.post("/topics/t5/download", { headers: { origin }, form: { limit: "asked" } });
    used = ((await (await page.request.get("/me/data-use.json")).json()) as { month_bytes: number }).month_bytes;
  }
}

test("a download is paused, goes on where it was when the page is opened again, and can be taken off", async ({ browser, page, context }) => {
  await join(page, await joinLink(browser));
  const here = watch(page);
  await page.goto("/programme");
  // Two pieces come whole and one by half; the next answer hangs.
  await context.route("**/topics/t5/download", async (route) => {
    if (here.length === 1) await cutAfter(route, afterTwo);
  });
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(/^[1-9]\d* kB de \d+ kB$/)).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect.poll(() => here, "what is here is not asked for again").toEqual([0, 2]);
  await page.getByRole("button", { name: "Pausar" }).click();
  await expect(page.getByText("En pausa. Lo que ya llegó está guardado.")).toBeVisible();
  await context.unroute("**/topics/t5/download");

  await page.goto("/programme");
  await expect(page.getByText("En pausa. Lo que ya llegó está guardado.")).toBeVisible();
  here.length = 0;
  await page.getByRole("button", { name: "Seguir" }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  expect(here, "one answer brings the rest").toEqual([2]);
  await expect(page.getByText(/^Lo guardado ocupa .* en este teléfono\. Quedan .* para este sitio\.$/)).toBeVisible();

  // A page that finds it whole asks for nothing.
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/programme");
  await expect(page.getByText(HERE)).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/download"))).toEqual([]);

  await page.getByRole("button", { name: "Quitar de este teléfono" }).click();
  await page.getByRole("button", { name: "Sí, quitarlo" }).click();
  await expect(page.getByRole("button", { name: /^Descargar tema 5/ })).toBeVisible();
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Esta página no está en el teléfono" })).toBeVisible();
});

test("a browser that takes gzip alone gets all of a topic", async ({ browser, playwright }) => {
  // Under a name that is not this machine's own Chromium takes no zstd over http, as it took none at all until 2024.
  const origin = `http://telar.test:${new URL(demo().url).port}`;
  const flags = ["--host-resolver-rules=MAP telar.test 127.0.0.1", `--unsafely-treat-insecure-origin-as-secure=${origin}`];
  const older = await playwright.chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, ...flags] });
  const page = await older.newPage({ locale: "es-GT", viewport: PHONE, baseURL: origin });
  await join(page, await joinLink(browser));
  await page.goto("/programme");
  const answered = page.waitForResponse("**/topics/t5/download");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  expect(await (await answered).headerValue("content-encoding")).toBe("gzip");
  await older.close();
});

test("at the limit that she chose a download asks first", async ({ browser, page }) => {
  await join(page, await joinLink(browser));
  await page.goto("/programme");
  await useUp(page, 10_000);
  const here = watch(page);
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(/^Este mes lleva [\d,]+ MB de su límite de 1,0 MB\. Esta descarga son \d+ kB más\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Ahora no" }).click();
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await page.getByRole("button", { name: "Descargar de todos modos" }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  expect(here, "each time one request").toEqual([0, 0, 0]);
});

test("past her limit a lesson that is on the phone opens from there, and any other page asks", async ({ browser, page }) => {
  await join(page, await joinLink(browser));
  await page.goto("/programme");
  await page.getByRole("button", { name: /^Descargar tema 5/ }).click();
  await expect(page.getByText(HERE)).toBeVisible();
  await useUp(page, 0);
  await page.goto("/activities/t5-l1");
  await expect(page.getByText("De este teléfono: llegó a su límite y esta página no gastó datos")).toBeVisible();
  await page.getByRole("button", { name: "Terminé esta lección" }).click();
  await expect(page).toHaveTitle("Tema 5 · Lección 2 · Telar");
  await expect(page.getByText("De este teléfono: llegó")).toBeVisible();
  await page.goto("/programme");
  await expect(page.getByText(/de sus 1 MB de este mes\. ¿Seguir\?/)).toBeVisible();
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page).toHaveTitle("Programa · Telar");
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
