// Every page there is, by who may see it: the list that is looked at for accessibility, for width and in pictures. Pages whose
// address holds an id are found by following links, as people do.

import { expect, type Browser, type Page } from "@playwright/test";
import { demo, type Role } from "./browser";
import { joinLink, Learner, newName, openCohort } from "./learner";
import { HERE, makeKey, withLock } from "./passkeys";

export interface Place {
  name: string;
  path: string;
}

/** Someone who is signed in (or nobody) and the pages that she can open. */
export interface Visit {
  who: string;
  open(browser: Browser, page: Page): Promise<Place[]>;
}

export const VISITS: Visit[] = [
  { who: "nobody", open: nobody },
  { who: "learner who begins", open: beginner },
  { who: "learner who has finished", open: finisher },
  { who: "learner with a key on her phone", open: keyHolder },
  { who: "learner at her limit of data", open: atLimit },
  { who: "learner of the demonstration", open: (_, page) => as(page, "learner", ["/today", "/programme", "/me", "/me/data"]) },
  { who: "coordinator", open: coordinator },
  { who: "facilitator", open: (_, page) => as(page, "facilitator", ["/desk", "/support", "/me"]) },
  { who: "assessor", open: (_, page) => as(page, "assessor", ["/desk", "/me"]) },
  { who: "analyst", open: (_, page) => as(page, "analyst", ["/numbers", "/me"]) },
  { who: "administrator", open: administrator },
];

async function nobody(browser: Browser): Promise<Place[]> {
  const paths = ["/", "/enter", "/enter/a-link-that-is-none", "/verify", "/verify/XXXX-XXXX-XXXX", "/help", "/who-to-tell", "/calendar", "/calendar#later", "/there-is-no-such-page"];
  return [...toPlaces(paths), { name: "join", path: await joinLink(browser) }];
}

async function beginner(browser: Browser, page: Page): Promise<Place[]> {
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName());
  const places = toPlaces(["/today", "/programme", "/me", "/me/data", "/me/profile", "/me/password", "/me/support", "/outbox", "/topics/t5", "/topics/t5/job-aid", "/activities/t5-l1", "/activities/t5-q"]);
  await page.goto("/activities/t5-q");
  await learner.beginQuiz();
  const question = new URL(page.url()).pathname;
  const attempt = question.replace(/\/questions\/.*/, "");
  places.push({ name: "question", path: question }, { name: "review", path: attempt });
  await page.goto("/activities/t5-p");
  await learner.beginQuiz();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Ver por qué" }).click();
  await expect(page.getByRole("link", { name: "Siguiente pregunta" })).toBeVisible();
  places.push({ name: "practice-question", path: new URL(page.url()).pathname });
  // One question of each form, as it is asked.
  await page.goto("/activities/t5-c");
  const count = await learner.beginQuiz();
  const first = new URL(page.url()).pathname;
  for (let number = 1; number <= count; number++) {
    places.push({ name: `question-of-form-${number}`, path: first.replace(/\/\d+$/, `/${number}`) });
  }
  return places;
}

async function finisher(browser: Browser, page: Page): Promise<Place[]> {
  const learner = new Learner(page);
  await learner.join(await joinLink(browser), newName());
  await learner.finishProgramme();
  await page.goto("/today");
  const check = await page.getByRole("link", { name: "Obtener mi constancia" }).getAttribute("href");
  const number = await learner.takeCertificate();
  const places = toPlaces(["/today", "/programme", "/library", "/activities/t5-l1", "/activities/t5-q"]);
  places.push({ name: "certificate", path: `/certificates/${number}` }, { name: "verify-found", path: `/verify/${number}` });
  await page.goto("/activities/t5-q");
  const result = await page.getByRole("link", { name: /^Intento/ }).first().getAttribute("href");
  if (check === null || result === null) throw new Error("no certificate or no result to look at");
  return [...places, { name: "result", path: result }, { name: "certificate-check", path: check }];
}

/** Keys are made at `localhost` alone. */
async function keyHolder(browser: Browser, page: Page): Promise<Place[]> {
  await withLock(page);
  await new Learner(page).join(`${HERE}${await joinLink(browser)}`, newName());
  await makeKey(page, "Teléfono de la casa", HERE);
  return [{ name: "me-with-key", path: `${HERE}/me` }, { name: "enter-by-key", path: `${HERE}/enter?code=X` }];
}

async function atLimit(browser: Browser, page: Page): Promise<Place[]> {
  await new Learner(page).join(await joinLink(browser), newName());
  const limit = (wish: string) => page.request.post("/me/data-limit", { form: { wish, megabytes: "1" }, headers: { "sec-fetch-site": "same-origin" } });
  await limit("set");
  // A megabyte is used up soonest by forms that are far too long.
  const name = "x".repeat(60_000);
  for (let sent = 0; sent < 18; sent += 1) {
    await page.request.post("/me/name", { form: { name }, headers: { "sec-fetch-site": "same-origin" } });
  }
  await page.goto("/today");
  await expect(page.getByRole("button", { name: "Seguir este mes" })).toBeVisible();
  return [{ name: "data-limit", path: "/today" }, { name: "me-at-limit", path: "/me" }];
}

async function coordinator(_: Browser, page: Page): Promise<Place[]> {
  await openCohort(page);
  const places = toPlaces(["/me"]);
  places.push({ name: "cohort", path: new URL(page.url()).pathname });
  const path = await page.locator("a[href$='/revocation']").first().getAttribute("href");
  if (path === null) throw new Error("nobody in the demonstration has a certificate to revoke");
  places.push({ name: "revocation", path }, { name: "reissue", path: path.replace("revocation", "reissue") });
  const cohort = places[1]?.path ?? "";
  places.push({ name: "certificates", path: `${cohort}/certificates` });
  places.push({ name: "quizzes", path: `${cohort}/quizzes` }, { name: "quiz-results", path: `${cohort}/quizzes/t5-q` });
  places.push({ name: "quiz-question", path: `${cohort}/quizzes/t5-q/questions/t5-q-01` });
  places.push({ name: "quiz-statistics", path: `${cohort}/quizzes/t5-q/statistics` });
  places.push({ name: "documents", path: `${cohort}/documents` });
  places.push({ name: "version", path: `${cohort}/version` }, { name: "staff-library", path: `${cohort}/library` });
  places.push({ name: "admission", path: `${cohort}/admission` }, { name: "staff-lesson", path: `${cohort}/activities/t5-l1` });
  places.push({ name: "lists", path: `${cohort}/lists` }, { name: "announcements", path: `${cohort}/announcements` });
  places.push({ name: "list", path: await sendList(page, cohort, LIST) });
  places.push({ name: "list-row", path: `${places.at(-1)?.path ?? ""}/rows/3` });
  places.push({ name: "reading", path: `${cohort}/reading` }, { name: "to-review", path: `${cohort}/review` });
  await page.goto(`${cohort}/quizzes/t5-q?sort=best`);
  for (const [name, label] of [["attempt-of-person", /^Ver el intento de/], ["allowances", /^Dar más a/]] as const) {
    const found = await page.getByRole("link", { name: label }).first().getAttribute("href");
    if (found === null) throw new Error(`nobody in the demonstration has a page for ${name}`);
    places.push({ name, path: found });
  }
  return places;
}

/** Odd on purpose: what is proposed in its place, what only a person can mend, what says nothing known. */
export const LIST = ["Nombre completo;Sexo;Sector;Municipio;Teléfono;Mascota", "HERLINDA EJEMPLO XOL;F;Salud;Coban;5551-2345;gato", "=1+1;M;Justicia;Cobam;;", "Herlinda Ejemplo Xol;;;;;", "Ana Ejemplo Pérez;?;marciano;Nunca jamás;12;"];

/** Sends a list of people and gives back where it is looked through. */
export async function sendList(page: Page, cohort: string, rows: string[]): Promise<string> {
  await page.goto(`${cohort}/lists`);
  await page.getByLabel("Archivo de Excel (.xlsx) o CSV").setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\r\n")}\r\n`) });
  await page.getByRole("button", { name: "Enviar y revisar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "lista.csv" })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function administrator(browser: Browser, page: Page): Promise<Place[]> {
  const phone = await browser.newContext({ baseURL: demo().url });
  const learner = new Learner(await phone.newPage());
  const name = newName("Herlinda");
  await learner.join(await joinLink(browser), name);
  await learner.page.goto("/me");
  await learner.page.getByRole("button", { name: "Pedir que se borren" }).click();
  await expect(learner.page.getByRole("button", { name: "Retirar mi pedido" })).toBeVisible();
  await phone.close();
  const places = await as(page, "administrator", ["/site", "/site/people?name=a", "/site/programmes", "/site/organisations", "/site/organisations/new", "/site/organisations/sorting", "/desk", "/numbers", "/me"]);
  await page.goto("/site");
  const member = await page.getByRole("region", { name: "Equipo" }).getByRole("link").first().getAttribute("href");
  if (member === null) throw new Error("nobody is in the team");
  const erasure = await page.getByRole("link", { name: `Revisar el pedido de ${name}` }).getAttribute("href");
  if (erasure === null) throw new Error("a request for erasure leads nowhere");
  await page.goto("/site/organisations");
  const organisation = await page.getByRole("link", { name: "Red de Apoyo Las Verapaces" }).getAttribute("href");
  if (organisation === null) throw new Error("the demonstration has no organisation to look at");
  const merging = `${organisation}?into=Hospital`;
  places.push({ name: "organisation", path: organisation }, { name: "organisation-merging", path: merging });
  return [...places, { name: "person", path: member }, { name: "erasure", path: erasure }];
}

async function as(page: Page, role: Role, paths: string[]): Promise<Place[]> {
  await page.goto(demo().sign_in[role]);
  return toPlaces(paths);
}

function toPlaces(paths: string[]): Place[] {
  return paths.map((path) => ({ name: named(path), path }));
}

function named(path: string): string {
  const words = path.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return words === "" ? "home" : words;
}
