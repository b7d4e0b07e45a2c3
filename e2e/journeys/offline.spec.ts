// Without signal: a topic that was downloaded, a whole quiz in airplane mode, a browser that is killed, a phone that is full, a
// clock that is wrong, and two people on one phone.

import { expect, test, type Page } from "@playwright/test";
import { demo } from "../support/browser";
import { joinLink, Learner, newName, useUpAttempts } from "../support/learner";
import { Phone } from "../support/phone";
import { questions } from "../support/programme";

const ARRIVES = { timeout: 45_000 };
const KEPT = "Guardado en este teléfono";
const right = questions();

/** Somebody who has joined, whose phone has the app and the topic. */
async function withTopic(page: Page, link: string): Promise<void> {
  await new Learner(page).join(new URL(link, demo().url).href, newName("Petrona"));
  await installed(page);
  await page.goto(`${demo().url}/programme`);
  await page.getByRole("button", { name: /^Descargar tema 5 · \d+ kB$/ }).click();
  await expect(page.getByText("En este teléfono: se abre sin señal.")).toBeVisible();
}

/** The worker is in place and answers for this page. */
async function installed(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The question that is shown while a quiz is taken without signal. */
function shown(page: Page) {
  return page.locator("offline-quiz [data-part=question]:not([hidden])");
}

async function answerRight(page: Page): Promise<void> {
  const id = await shown(page).locator("input[name=question]").first().inputValue();
  const words = right.get(id)?.find((choice) => choice.right)?.words ?? "";
  await shown(page).getByRole("radio", { name: words, exact: true }).check();
  await expect(page.locator("[data-saved-state]")).toHaveText(KEPT);
}

test("a whole quiz in airplane mode is marked when the signal is back", async ({ browser, page, context }) => {
  test.setTimeout(120_000);
  await withTopic(page, await joinLink(browser));
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await expect(page.getByText("Sin señal")).toBeVisible();
  await page.getByRole("button", { name: "Empezar" }).click();
  const count = await page.locator("offline-quiz [data-part=question]").count();
  for (let number = 1; number <= count; number++) {
    await expect(shown(page).getByText(`Pregunta ${number} de ${count}`, { exact: true })).toBeVisible();
    await answerRight(page);
    // Half-way the page is loaded anew: she is where she was.
    if (number === 6) {
      await page.reload();
      await expect(shown(page)).toHaveCount(1);
      await page.getByRole("link", { name: "6", exact: false }).first().click();
      await expect(page.locator("[data-saved-state]")).toHaveText(KEPT);
    }
    await shown(page).locator("[data-go=next]").click();
  }
  await expect(page.getByRole("heading", { name: "Antes de entregar" })).toBeVisible();
  await page.getByRole("button", { name: "Entregar", exact: true }).click();
  await expect(page.getByText("Su entrega está guardada en este teléfono")).toBeVisible();
  await expect(page.getByRole("link", { name: /^\d+ cosas esperan señal$/ })).toBeVisible();

  await page.goto("/outbox");
  await expect(page.getByText("Pregunta 12 de 12")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("No espera nada")).toBeVisible(ARRIVES);
  await page.goto("/activities/t5-q");
  await page.getByRole("link", { name: "Intento 1" }).click();
  await expect(page.getByText("Aprobado", { exact: true }).first()).toBeVisible();
});

test("a browser that is killed without signal has every answer when it is started again", async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = new Phone();
  try {
    let page = await phone.start();
    await withTopic(page, await joinLink(browser));
    await page.goto(`${demo().url}/me`);
    await page.getByRole("button", { name: "Hacer el enlace" }).click();
    const way = (await page.locator("code").textContent()) ?? "";
    await phone.silence(true);
    await page.goto(`${demo().url}/activities/t5-q`);
    await page.getByRole("button", { name: "Empezar" }).click();
    await answerRight(page);
    await shown(page).locator("[data-go=next]").click();
    await answerRight(page);
    await phone.kill();

    page = await phone.start();
    await phone.silence(true);
    await page.goto(`${demo().url}/activities/t5-q`);
    await expect(page.getByText("2 de 12 respondidas")).toBeVisible();
    await page.goto(`${demo().url}/outbox`);
    await expect(page.getByText("Pregunta 2 de 12")).toBeVisible();
    // Meanwhile her session has ended: what waits says so, and goes once she has entered again.
    await phone.endSession();
    await phone.silence(false);
    await expect(page.getByRole("link", { name: "3 cosas esperan que usted entre otra vez" })).toBeVisible(ARRIVES);
    await page.goto(way.trim());
    await page.getByRole("button", { name: "Entrar en este teléfono" }).click();
    await page.goto(`${demo().url}/outbox`);
    await expect(page.getByText("No espera nada")).toBeVisible(ARRIVES);
    expect(await answersThere(page)).toHaveLength(2);
  } finally {
    await phone.remove();
  }
});

test("a full phone says so, drops nothing, and the answer goes straight to the server", async ({ browser, page, context }) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin: demo().url, quotaSize: 2_000_000 });
  await new Learner(page).join(await joinLink(browser), newName("Petrona"));
  await page.goto("/activities/t5-q");
  await new Learner(page).beginQuiz();
  await context.setOffline(true);
  await page.getByRole("radio").nth(0).check();
  await expect(state(page)).toHaveText(KEPT);
  await fill(page);
  await page.getByRole("radio").nth(1).check();
  await expect(page.getByRole("alert").filter({ hasText: "no tiene espacio" })).toBeVisible();
  // What was kept before is still there, and both arrive: the first by itself, the second by the button.
  await context.setOffline(false);
  await page.getByRole("button", { name: "Guardar y seguir" }).click();
  await expect(page.getByText("Pregunta 2 de 12", { exact: true })).toBeVisible(ARRIVES);
  await expect(async () => expect(await answersThere(page)).toHaveLength(2)).toPass(ARRIVES);
});

test("a clock that is wrong by a year changes nothing", async ({ browser, page }) => {
  await page.clock.install({ time: Date.now() - 365 * 86_400_000 });
  await new Learner(page).join(await joinLink(browser), newName("Petrona"));
  await page.goto("/activities/t5-q");
  await new Learner(page).beginQuiz();
  const before = Date.now();
  await page.getByRole("radio").nth(0).check();
  await expect(state(page)).toHaveText("Guardado", ARRIVES);
  await page.getByRole("radio").nth(1).check();
  await expect(async () => expect(await answersThere(page)).toHaveLength(2)).toPass(ARRIVES);
  const given = (await answersThere(page)).map((answer) => answer.given);
  for (const at of given) expect(Math.abs(at - before), `given at ${new Date(at).toISOString()}`).toBeLessThan(120_000);
  expect(given[0]).toBeLessThanOrEqual(given[1] ?? 0);
});

test("two people share a phone: neither sees nor sends what the other wrote", async ({ browser, page, context }) => {
  test.setTimeout(120_000);
  const link = await joinLink(browser);
  await new Learner(page).join(link, newName("Marta"));
  await page.goto("/activities/t5-q");
  await new Learner(page).beginQuiz();
  const attempt = new URL(page.url()).pathname;
  await page.goto("/me");
  await page.getByRole("button", { name: "Hacer el enlace" }).click();
  const way = (await page.locator("code").textContent()) ?? "";
  await page.goto(attempt);
  await context.setOffline(true);
  await page.getByRole("radio").nth(2).check();
  await expect(state(page)).toHaveText(KEPT);
  // The phone goes to Rosa while nothing could be sent; the session of Marta is gone.
  await page.close();
  await context.clearCookies({ name: "telar" });
  await context.setOffline(false);

  const hers = await context.newPage();
  await new Learner(hers).join(link, newName("Rosa"));
  await hers.goto("/outbox");
  await expect(hers.getByText("No espera nada")).toBeVisible();
  await hers.goto("/activities/t5-q");
  await new Learner(hers).beginQuiz();
  await hers.getByRole("radio").nth(0).check();
  await expect(state(hers)).toHaveText("Guardado", ARRIVES);
  expect(await answersThere(hers)).toHaveLength(1);
  await hers.close();
  await context.clearCookies({ name: "telar" });

  const again = await context.newPage();
  await again.goto(way.trim());
  await again.getByRole("button", { name: "Entrar en este teléfono" }).click();
  await expect(again.getByRole("heading", { level: 1 })).toContainText("Marta");
  await expect(async () => expect(await answersThere(again)).toHaveLength(1), "Marta's answer arrives").toPass(ARRIVES);
});

test("leaving in a hurry without signal leaves nothing readable, and signing in brings the topic back", async ({ browser, page, context }) => {
  test.setTimeout(120_000);
  await withTopic(page, await joinLink(browser));
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Qué es un indicador, y qué no es" })).toBeVisible();
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await expect(page.locator("table")).toBeVisible();
  for (const path of ["/activities/t5-l1", "/today", "/outbox"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^[A-Z][a-z]+ \d{4}$/i);
    await expect(page.getByText("Telar")).toHaveCount(0);
  }
  expect(await readable(page), "no word of hers can be read on the phone").toEqual([]);
  // Without signal nobody comes back: the key is the server's to give. It is said in words that tell nothing.
  await page.goto("/calendar");
  await expect(page.getByText("Para continuar hace falta conexión")).toBeHidden();
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByText("Para continuar hace falta conexión. Pruebe otra vez cuando haya señal.")).toBeVisible();
  await expect(page).toHaveTitle("Calendario");
  await expect(page.getByText("Telar")).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Petrona");
  await expect(page.getByText("Lo que guardó en este teléfono se abre otra vez, también sin señal.")).toBeVisible(ARRIVES);
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Qué es un indicador, y qué no es" })).toBeVisible();
  // It is said once.
  await context.setOffline(false);
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Petrona");
  await expect(page.getByText("se abre otra vez, también sin señal")).toBeHidden();
});

test("whoever comes back and goes on at once has what is on the phone all the same", async ({ browser, page, context }) => {
  test.setTimeout(120_000);
  await withTopic(page, await joinLink(browser));
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await page.getByRole("button", { name: "Continuar" }).click();
  // No page of hers stays long enough to see the key arrive.
  await expect(page).toHaveURL(/\/today$/);
  await page.goto("about:blank");
  const [worker] = context.serviceWorkers();
  await expect(async () => expect(await worker?.evaluate(countRows, "keys")).toBe(1)).toPass(ARRIVES);
  await context.setOffline(true);
  await page.goto("/activities/t5-l1");
  await expect(page.getByRole("heading", { name: "Qué es un indicador, y qué no es" })).toBeVisible();
});

test("who chose that nothing unsent stays is asked at sign-out, and leaves nothing by a quick exit", async ({ browser, page, context }) => {
  test.setTimeout(120_000);
  await withTopic(page, await joinLink(browser));
  await page.goto("/me");
  await expect(page.getByText("Ahora no espera nada.")).toBeVisible();
  await page.getByRole("radio", { name: "Se borra de este teléfono y no se recupera" }).check();
  await expect(page.getByText("Guardado en este teléfono.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Se borra de este teléfono y no se recupera" })).toBeChecked();
  // Her own pages come, and nothing that she writes is let through.
  await context.route((url) => /\/(attempts|answers|submission)\b/.test(url.pathname), (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await page.getByRole("button", { name: "Empezar" }).click();
  await answerRight(page);
  await context.setOffline(false);
  await page.goto("/me");
  await expect(page.getByText("Ahora esperan 2 cosas.")).toBeVisible();
  const signOut = page.getByRole("button", { name: "Cerrar sesión", exact: true });
  await signOut.click();
  await expect(page.getByText("2 cosas no se han enviado. Usted eligió que se borren al salir; no se recuperan.")).toBeVisible();
  await page.getByRole("button", { name: "No cerrar sesión" }).click();
  await expect(signOut).toBeFocused();
  expect(await rows(page, "outbox")).toBe(2);
  await page.getByRole("button", { name: "Salir rápido" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^[A-Z][a-z]+ \d{4}$/i);
  await expect(async () => expect(await rows(page, "outbox")).toBe(0)).toPass(ARRIVES);
  // The worker may put another neutral page in place of this one meanwhile.
  await expect(async () => expect(await rows(page, "content"), "what was downloaded stays, closed").toBeGreaterThan(0)).toPass(ARRIVES);
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.goto("/outbox");
  await expect(page.getByText("No espera nada")).toBeVisible();
});

test("an attempt that the server does not accept keeps what was answered in it, and leads to the one that is open", async ({ browser, page, context }) => {
  test.setTimeout(180_000);
  await withTopic(page, await joinLink(browser));
  // Begun without signal, while another phone uses up what there is.
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await page.getByRole("button", { name: "Empezar" }).click();
  await answerRight(page);
  await shown(page).locator("[data-go=next]").click();
  await answerRight(page);
  const open = await useUpAttempts(context);
  await page.goto("/outbox");
  await context.setOffline(false);
  const refused = page.getByRole("listitem").filter({ hasText: "no se recibió" });
  await expect(refused.getByText("Ver 2 respuestas")).toBeVisible(ARRIVES);
  await expect(refused).toHaveCount(1);
  await refused.getByText("Ver 2 respuestas").click();
  await expect(refused.getByText(/Pregunta 2 de 12: ./)).toBeVisible();
  // Without signal the quiz says so too, and asks nothing more.
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await expect(page.getByRole("alert").getByRole("link", { name: "Ver lo que respondió" })).toBeVisible();
  await expect(shown(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^(Empezar|Continuar)$/ })).toHaveCount(0);
  await context.setOffline(false);
  await page.goto("/outbox");
  const before = await known(page, "t5-q");
  await refused.getByRole("link", { name: "Ir al intento abierto" }).click();
  await expect(page).toHaveURL(new RegExp(open));
  // The phone has seen which attempt is open.
  await expect(async () => expect(await known(page, "t5-q")).not.toBe(before)).toPass(ARRIVES);
  await page.goto("/outbox");
  await refused.getByRole("button", { name: "Quitar" }).click();
  await refused.getByRole("button", { name: /Toque otra vez/ }).click();
  await expect(page.getByText("No espera nada")).toBeVisible();
  // Nothing of it comes back: without signal she goes on in the one that is open, with what was answered in that.
  await context.setOffline(true);
  await page.goto("/activities/t5-q");
  await expect(shown(page).locator("form").first()).toHaveAttribute("action", `/attempts/${open}/answers`);
  await expect(page.getByText("0 de 12 respondidas")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

/** Takes all the room that the browser gives this site, down to the last bytes. */
function fill(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open("filler", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("bytes", { autoIncrement: true });
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    for (let size = 400_000; size >= 10; size = Math.floor(size / 4)) {
      for (let fits = true; fits; ) {
        fits = await new Promise<boolean>((done) => {
          const writing = database.transaction("bytes", "readwrite");
          writing.objectStore("bytes").add(crypto.getRandomValues(new Uint8Array(Math.min(size, 60_000))));
          for (let more = 60_000; more < size; more += 60_000) writing.objectStore("bytes").add(crypto.getRandomValues(new Uint8Array(60_000)));
          writing.oncomplete = () => done(true);
          writing.onabort = () => done(false);
        });
      }
    }
    database.close();
  });
}

/** How many rows a store of the phone holds. */
function rows(page: Page, store: string): Promise<number> {
  return page.evaluate(countRows, store);
}

/** In a page or in the worker. */
async function countRows(store: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open("telar");
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const counting = database.transaction(store).objectStore(store).count();
  const count = await new Promise<number>((done) => (counting.onsuccess = () => done(counting.result)));
  database.close();
  return count;
}

/** What the phone knows of her attempt at a quiz, sealed: whatever is put down anew has other bytes. */
function known(page: Page, quiz: string): Promise<string> {
  return page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open("telar");
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const store = database.transaction("index").objectStore("index");
    const [keys, rows] = await Promise.all(
      [store.getAllKeys(), store.getAll()].map((asking) => new Promise<unknown[]>((done) => (asking.onsuccess = () => done(asking.result)))),
    );
    database.close();
    const at = keys?.findIndex((key) => String(key).endsWith(`:quiz:${name}`)) ?? -1;
    return JSON.stringify((rows?.[at] as { sealed: Uint8Array } | undefined)?.sealed ?? null);
  }, quiz);
}

function state(page: Page) {
  return page.locator("[data-saved-state]");
}

interface Given {
  question: string;
  given: number;
}

/** Her answers as the server has them, in the order in which they came. */
async function answersThere(page: Page): Promise<Given[]> {
  const answer = await page.request.get(`${demo().url}/me/data.json`);
  const { facts } = (await answer.json()) as { facts: { kind: string; says: Given | null }[] };
  return facts.flatMap((fact) => (fact.kind.startsWith("answer") && fact.says !== null ? [fact.says] : []));
}

/** Words of lessons and pages that stand in the open in any of the browser's storages. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const look = (where: string, text: string): void => {
      if (/indicador|Petrona|Buen[ao]s/i.test(text)) found.push(`${where}: ${text.slice(0, 80)}`);
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? "");
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done, fail) => {
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => done(asking.result as unknown[]);
          asking.onerror = () => fail(asking.error);
        });
        const text = (value: unknown): unknown =>
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value instanceof CryptoKey ? "KEY indicador" : value;
        for (const row of rows) look(`${name}/${store}`, JSON.stringify(text(row) === row ? row : [text(row)], (_, value) => text(value)));
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        // The kit and the assets are the same for everybody and name nobody.
        if (/\/(assets\/|kit\.json)/.test(request.url)) continue;
        look(`cache ${request.url}`, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    for (let place = 0; place < localStorage.length; place++) look("localStorage", localStorage.getItem(localStorage.key(place) ?? "") ?? "");
    return found;
  });
}
