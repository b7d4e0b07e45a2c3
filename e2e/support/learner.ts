// A learner at her phone: she joins by the cohort's link, does what her programme asks, and takes her certificate. Each step is
// done through what she sees, so that the journeys with and without script are the same words.

import { expect, request, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { demo } from "./browser";
import { PROGRAMME, questions, rightFields, type Field } from "./programme";

const right = questions();

/** The demonstration's cohort, as its coordinator sees it. */
export async function openCohort(page: Page, signIn = demo().sign_in.coordinator): Promise<void> {
  await page.goto(signIn);
  await page.goto(new URL("/desk", signIn).href);
  await expect(page).toHaveURL(/\/cohorts\/[^/]+$/);
}

/** The cohort's join link, as its coordinator reads it. */
export async function joinLink(browser: Browser, signIn = demo().sign_in.coordinator): Promise<string> {
  const page = await browser.newPage();
  await openCohort(page, signIn);
  const link = await page.getByRole("link", { name: "Enlace de la cohorte" }).getAttribute("href");
  await page.close();
  if (link === null) throw new Error("the cohort shows no link");
  return new URL(link, signIn).pathname;
}

let made = 0;

/** A name that nobody else in this run has; names have no digits. */
export function newName(first = "María José"): string {
  const letters = [process.pid, Date.now() % 1_000_000, made++].map((number) =>
    Array.from(String(number), (digit) => "abcdefghij"[Number(digit)]).join(""),
  );
  return `${first} Ixcoy ${letters.join(" ")}`;
}

/** Begins attempts at the quiz of topic 5 from elsewhere, in her name, until none is left; the one that stays open. */
export async function useUpAttempts(context: BrowserContext): Promise<string> {
  const who = { headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 };
  let open = "";
  for (let left = true; left; ) {
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const own = await request.newContext({ baseURL: demo().url, extraHTTPHeaders: { cookie: cookies } });
    const attempt = crypto.randomUUID();
    const answer = await own.post("/activities/t5-q/attempts", { ...who, form: { command: crypto.randomUUID(), attempt }, headers: { ...who.headers, accept: "application/json" } });
    left = answer.status() === 200;
    if (left) open = attempt;
    await own.dispose();
  }
  return open;
}

/** From now on pages come as if this topic were no longer in the programme. */
export async function withoutTopic(page: Page, topic: string): Promise<void> {
  await page.addInitScript((name) => {
    const look = (): void => document.querySelector(`topic-download[data-topic=${name}]`)?.closest("li")?.remove();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }, topic);
}

export class Learner {
  private readonly fields: Map<string, Field[]>;

  constructor(
    readonly page: Page,
    programme = PROGRAMME,
  ) {
    this.fields = rightFields(programme);
  }

  async join(link: string, name: string): Promise<void> {
    await this.fillIn(link, name);
    await expect(this.page).toHaveURL(/\/today$/);
  }

  /** Opens the link, fills in the form and sends it, whatever comes of it. */
  async fillIn(link: string, name: string): Promise<void> {
    const { page } = this;
    await page.goto(link);
    await page.getByLabel("Nombre completo").fill(name);
    await page.getByLabel("Sector").selectOption({ label: "Salud" });
    await page.getByLabel("Organización o lugar de trabajo").fill("Centro de Salud de Tactic");
    // With script a list of departments narrows the list of municipalities.
    const department = page.getByLabel("Departamento", { exact: true });
    if (await department.isVisible()) await department.selectOption({ label: "Alta Verapaz" });
    await page.getByLabel("Municipio donde trabaja").selectOption({ label: "Tactic" });
    await page.getByLabel("Acepto que mis datos se usen así").check();
    await page.getByLabel("Me comprometo a cumplir este código").check();
    await page.getByRole("button", { name: "Inscribirme" }).click();
  }

  /** Does what Hoy offers next, until all is done. */
  async finishProgramme(): Promise<void> {
    const finished = this.page.getByText("Terminó todas las actividades de este programa");
    await this.page.goto("/today");
    for (let step = 0; !(await finished.isVisible()); step++) {
      expect(step, "a programme ends").toBeLessThan(30);
      await this.openNext();
      const lesson = this.page.getByRole("button", { name: "Terminé esta lección" });
      if (await lesson.isVisible()) {
        await this.finishLesson();
      } else {
        await this.takeQuiz();
      }
      await this.page.goto("/today");
    }
  }

  /** Finishes the lesson on the screen; what comes next opens. */
  async finishLesson(): Promise<void> {
    const here = this.page.url();
    await this.page.getByRole("button", { name: "Terminé esta lección" }).click();
    await expect(this.page).not.toHaveURL(here);
  }

  /** The one filled button of Hoy. */
  async openNext(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^(Empezar|Continuar)$/ }).first().click();
    await expect(this.page).toHaveURL(/\/activities\//);
  }

  async beginQuiz(): Promise<number> {
    await this.page.getByRole("button", { name: /^(Empezar|Continuar|Intentar otra vez)$/ }).click();
    const words = await this.page.getByText(/^Pregunta \d+ de \d+$/).textContent();
    return Number(words?.split(" ").at(-1));
  }

  /** From the quiz's page to its result, every answer right. */
  async takeQuiz(): Promise<void> {
    const { page } = this;
    const count = await this.beginQuiz();
    for (let number = 1; number <= count; number++) {
      await expect(page.getByText(`Pregunta ${number} de ${count}`, { exact: true })).toBeVisible();
      await this.answerRight();
      const why = page.getByRole("button", { name: "Ver por qué" });
      if (await why.isVisible()) {
        await why.click();
        await expect(page.getByText(/^(Acertó|La lee una persona)$/).first()).toBeVisible();
        await page.getByRole("link", { name: number < count ? "Siguiente pregunta" : "Revisar y entregar" }).first().click();
      } else {
        await page.getByRole("button", { name: number < count ? "Guardar y seguir" : "Guardar y revisar" }).click();
      }
    }
    await expect(page.getByRole("heading", { name: "Antes de entregar" })).toBeVisible();
    await page.getByRole("button", { name: "Entregar", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Su resultado" })).toBeVisible();
  }

  /** Answers the question there, of whatever form, as its authors would; a case that unfolds, part by part. */
  async answerRight(around: Locator = this.page.locator("main")): Promise<void> {
    const id = await around.locator("input[name=question]").first().inputValue();
    const unfold = around.getByRole("button", { name: "Guardar y seguir el caso" });
    const left = [...(this.fields.get(id) ?? [])];
    if (left.length === 0) throw new Error(`no right answer is known for ${id}`);
    while (left.length > 0) {
      const next = left[0]!;
      // A part that has not unfolded is not on the page, or is folded there.
      const control = this.control(around, next);
      const there = (await control.count()) > 0 && (await control.first().isEnabled());
      if (!there) {
        await unfold.click();
        await expect(this.control(around, next).first()).toBeEnabled();
      }
      await this.fill(around, left.shift()!);
    }
  }

  /** What a field is filled in by; of choices, each with its value. */
  private control(around: Locator, { name, value }: Field): Locator {
    return around.locator(`[name="${name}"]:not([type=radio], [type=checkbox], [type=hidden]), [name="${name}"][value="${value}"]:is([type=radio], [type=checkbox])`);
  }

  private async fill(around: Locator, field: Field): Promise<void> {
    const control = this.control(around, field);
    const tag = await control.first().evaluate((it) => (it instanceof HTMLInputElement ? it.type : it.localName));
    if (tag === "radio" || tag === "checkbox") {
      await control.check();
    } else if (tag !== "select") {
      await control.fill(field.value);
    } else if (await control.isVisible()) {
      await control.selectOption(field.words === undefined ? { value: field.value } : { label: field.words });
    } else {
      await this.moveTo(around, control, field);
    }
  }

  /** With script the places of an ordering are not chosen: its rows are moved. */
  private async moveTo(around: Locator, place: Locator, { name, value }: Field): Promise<void> {
    const wanted = Number(value);
    const row = around.locator("[data-item]").filter({ has: this.page.locator(`[name="${name}"]`) });
    for (let moves = 0; (await place.inputValue()) !== String(wanted); moves++) {
      expect(moves, "it gets there").toBeLessThan(20);
      await row.locator(Number(await place.inputValue()) > wanted ? "[data-move=up]" : "[data-move=down]").click();
    }
  }

  /** The words of the right choice of the question on the screen. */
  async rightAnswer(): Promise<string> {
    const id = await this.page.locator("input[name=question]").first().inputValue();
    const words = right.get(id)?.find((choice) => choice.right)?.words;
    if (words === undefined) throw new Error(`no right answer is known for ${id}`);
    return words;
  }

  /** From Hoy to the certificate's page; its number. */
  async takeCertificate(): Promise<string> {
    const { page } = this;
    await page.goto("/today");
    await page.getByRole("link", { name: "Obtener mi constancia" }).click();
    await page.getByRole("button", { name: "Sí, obtener mi constancia" }).click();
    await expect(page.getByRole("heading", { name: "Constancia de participación" })).toBeVisible();
    return new URL(page.url()).pathname.split("/").at(-1) ?? "";
  }
}
