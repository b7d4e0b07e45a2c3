// A key on the phone, by Chromium's own virtual authenticator: made in Yo, entering by it alone, taken away, refused. Browsers make keys for
// names, so these journeys reach the demonstration as `localhost`.

import { expect, test, type Page } from "@playwright/test";
import { demo } from "../support/browser";
import { joinLink, Learner, newName } from "../support/learner";
import { HERE, makeKey, withLock, type Lock } from "../support/passkeys";

test.use({ baseURL: HERE });

const ENTER = "Entrar con la llave de este teléfono";

async function keys(phone: Lock) {
  return (await phone.cdp.send("WebAuthn.getCredentials", { authenticatorId: phone.id })).credentials;
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/me");
  await page.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(page.getByRole("link", { name: "Entrar", exact: true }).first()).toBeVisible();
}

async function enterByKey(page: Page): Promise<void> {
  await page.goto("/enter");
  await page.getByRole("button", { name: ENTER }).click();
}

test("a key made in Yo enters by itself, and one that was taken away is refused in words", async ({ browser, page }) => {
  const phone = await withLock(page);
  await new Learner(page).join(await joinLink(browser), newName("Juana"));
  await makeKey(page);
  const list = page.locator("#passkeys");
  await expect(list).toContainText("Sin usar");
  const [key] = await keys(phone);
  expect(key).toMatchObject({ isResidentCredential: true, rpId: "localhost" });
  expect(atob(key?.userHandle ?? "")).toHaveLength(16);

  await signOut(page);
  await enterByKey(page);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Juana");
  await page.goto("/me");
  await expect(list).toContainText("Usada el");

  // The phone has it already, and says so; nothing is made twice.
  await page.getByRole("button", { name: "Guardar una llave en este teléfono" }).click();
  await expect(list.getByRole("alert")).toContainText("ya tiene una llave suya");
  expect(await keys(phone)).toHaveLength(1);

  await page.getByRole("button", { name: /^Quitar la llave: / }).click();
  await expect(page.getByText("La llave se quitó")).toBeVisible();
  await signOut(page);
  await enterByKey(page);
  await expect(page.getByRole("alert").filter({ hasText: "se quitó de la cuenta" })).toBeVisible();
  await page.goto("/today");
  await expect(page).toHaveURL(/\/enter$/);
});

test("on a shared phone the key says who enters, and the session that was there ends", async ({ browser, context, page }) => {
  await withLock(page);
  const link = await joinLink(browser);
  await new Learner(page).join(link, newName("Candelaria"));
  await makeKey(page, "Teléfono de la casa");
  await expect(page.locator("#passkeys")).toContainText("Teléfono de la casa");
  await signOut(page);
  await new Learner(page).join(link, newName("Rosenda"));
  const rosendas = (await context.cookies()).find(({ name }) => name === "telar")?.value ?? "";
  await page.goto("/enter?code=X");
  await page.getByRole("button", { name: ENTER }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Candelaria");
  const old = await browser.newContext({ baseURL: HERE, extraHTTPHeaders: { cookie: `telar=${rosendas}` } });
  const opened = await old.request.get("/today", { maxRedirects: 0 });
  expect([opened.status(), opened.headers()["location"]]).toEqual([303, "/enter"]);
  await old.close();
});

test("what waits on the phone is opened by the key, and sent", async ({ browser, context, page }) => {
  await withLock(page);
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName());
  await makeKey(page);
  await page.goto("/activities/t5-q");
  await learner.beginQuiz();
  const question = page.url();
  const answers = (url: URL): boolean => url.pathname.endsWith("/answers");
  await context.route(answers, (route) => route.abort());
  await page.getByRole("radio").nth(1).check();
  await expect(page.getByRole("status").filter({ hasText: /^Guardado en este teléfono/ })).toBeVisible();
  await signOut(page);
  await context.unroute(answers);
  const sent = page.waitForResponse((response) => answers(new URL(response.url())) && response.ok());
  await enterByKey(page);
  await sent;
  await page.goto(question);
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
});

test("a phone that does not make sure who holds it does not enter", async ({ browser, context, page }) => {
  const phone = await withLock(page);
  await new Learner(page).join(await joinLink(browser), newName());
  await makeKey(page);
  await signOut(page);
  await phone.cdp.send("WebAuthn.setUserVerified", { authenticatorId: phone.id, isUserVerified: false });
  await enterByKey(page);
  await expect(page.getByRole("alert").filter({ hasText: "No se entró" })).toBeVisible();
  expect((await context.cookies()).filter(({ name }) => name === "telar")).toEqual([]);
  // She tries again, and it is she.
  await phone.cdp.send("WebAuthn.setUserVerified", { authenticatorId: phone.id, isUserVerified: true });
  await page.getByRole("button", { name: ENTER }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("what was signed once enters once", async ({ browser, page }) => {
  await withLock(page);
  await new Learner(page).join(await joinLink(browser), newName());
  await makeKey(page);
  await signOut(page);
  await page.goto("/enter");
  const sent = page.waitForRequest((request) => request.url().endsWith("/enter/passkey"));
  await page.getByRole("button", { name: ENTER }).click();
  const signed = await sent;
  const held = await signed.headerValue("cookie");
  await expect(page).toHaveURL(/\/today$/);
  const thief = await browser.newContext({ baseURL: HERE });
  const headers = { cookie: held ?? "", accept: "application/json", origin: HERE, "sec-fetch-site": "same-origin" };
  const again = await thief.request.post("/enter/passkey", { headers, data: signed.postDataBuffer() ?? Buffer.alloc(0) });
  expect(again.status()).toBe(422);
  expect(await again.json()).toMatchObject({ problem: "spent" });
  await thief.close();
});

test("without a phone that can, without signal, or by a number in place of a name, it says so or says nothing", async ({ browser, context, page }) => {
  const link = await joinLink(browser);
  await page.goto(`${demo().url}/enter`);
  await expect(page.getByRole("button", { name: "Entrar", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: ENTER })).toBeHidden();
  await new Learner(page).join(`${demo().url}${link}`, newName());
  await page.goto(`${demo().url}/me`);
  await expect(page.getByRole("button", { name: "Cerrar sesión" })).toBeVisible();
  await expect(page.locator("#passkeys")).toBeHidden();

  // No key is on this phone: what the browser refuses is told, and can be tried again.
  await withLock(page);
  await enterByKey(page);
  await expect(page.getByRole("alert").filter({ hasText: "No se entró" })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: ENTER }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No hay señal" })).toBeVisible();
  await context.setOffline(false);

  const plain = await browser.newContext({ baseURL: HERE, locale: "es-GT", javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto("/enter");
  await expect(other.getByRole("button", { name: "Entrar", exact: true })).toBeVisible();
  await expect(other.getByText("llave").filter({ visible: true })).toHaveCount(0);
  await plain.close();
});
