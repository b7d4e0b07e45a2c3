// Hundreds of cuts on one learner's way through a quiz. Whatever her phone said was kept, the server has at the end: once, and
// in the order in which she gave it. What happens is decided by a seed, so that a run can be looked at again.

import { expect, test, type Page } from "@playwright/test";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { demo, setting } from "../support/browser";
import { joinLink, Learner, newName } from "../support/learner";
import { Phone } from "../support/phone";
import { OwnServer } from "../support/server";

const CUTS = Number(setting("TELAR_CUTS"));
const ARRIVES = { timeout: 90_000 };
const KEPT = /^Guardado( en este teléfono)?$/;
const far = demo().url;

/** A small generator of chance (mulberry32), so that the seed alone decides. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function signal(there: boolean): void {
  const silence = setting("TELAR_SILENCE");
  if (there) rmSync(silence, { force: true });
  else writeFileSync(silence, "");
}

interface Given {
  question: string;
  choice: string;
  /** Whether the phone said that it keeps it; what it did not say may be there or not. */
  told: boolean;
}

test(`nothing is lost, doubled or out of order over ${CUTS} cuts`, async ({ browser }) => {
  const server = new OwnServer({ listen: setting("TELAR_LISTEN") });
  const phone = new Phone();
  const chance = chanceOf(Number(BigInt(setting("TELAR_SEED")) & 0xffffffffn));
  const given: Given[] = [];
  /** Of each question, what must stand in the end; nothing where a cut came before the phone spoke. */
  const last = new Map<string, string>();
  /** How often the page had spoken before an answer that is left to itself; under 0 where there is none. */
  let under = -1;
  let page: Page;
  let here = "";
  /** Comes back to the question, as soon as it can be had. */
  const back = async (): Promise<void> => {
    await expect(async () => {
      await page.goto(here, { timeout: 5_000, waitUntil: "load" });
      await expect(page.getByRole("radio").first()).toBeVisible({ timeout: 2_000 });
    }).toPass(ARRIVES);
  };
  const answer = async (): Promise<void> => {
    const question = await page.locator("input[name=question]").first().inputValue();
    // What was left to itself before is first on the disk, or was there already: else its word would be taken for this one's.
    await keptBeyond(page, under, 1_500);
    const before = await kept(page);
    under = before;
    const open = await page
      .locator("input[name=answer]")
      .evaluateAll((all) => (all as HTMLInputElement[]).filter((one) => !one.checked).map((one) => one.value));
    const choice = open[chance(open.length)] ?? "";
    const one: Given = { question, choice, told: false };
    given.push(one);
    last.delete(question);
    await page.locator(`input[name=answer][value="${choice}"]`).check();
    // Some cuts come before the phone has said anything.
    if (chance(4) === 0) return;
    const anew = await keptBeyond(page, before, 5_000);
    under = -1;
    await expect(page.locator("[data-saved-state]")).toHaveText(KEPT);
    // A page that was still filling itself in: what was chosen was there already, and is not written twice.
    if (!anew) given.splice(given.indexOf(one), 1);
    else one.told = true;
    last.set(question, choice);
  };
  try {
    const { sign_in } = await server.start();
    const link = await joinLink(browser, sign_in.coordinator);
    page = await phone.start();
    await expect(async () => {
      await new Learner(page).join(far + link, newName("Petrona"));
    }).toPass(ARRIVES);
    await expect(async () => {
      await page.goto(`${far}/activities/t5-q`);
      await page.getByRole("button", { name: /^(Empezar|Continuar)$/ }).click();
      await expect(page).toHaveURL(/\/questions\/\d+$/);
    }).toPass(ARRIVES);
    here = page.url();
    await phone.remember();
    const cuts: [string, () => Promise<void>][] = [
      ["the signal goes and comes", async () => {
        signal(false);
        await answer();
        await answer();
        signal(true);
      }],
      ["the page is loaded anew", async () => {
        await answer();
        await back();
      }],
      ["the page is closed without signal", async () => {
        signal(false);
        await answer();
        await page.close();
        page = await phone.open();
        signal(true);
        await back();
      }],
      ["the browser is killed", async () => {
        if (chance(2) === 0) signal(false);
        await answer();
        await phone.kill();
        signal(true);
        page = await phone.start();
        await back();
      }],
      ["the server is killed", async () => {
        await answer();
        await server.kill();
        await answer();
        await server.start();
      }],
      ["another question is opened", async () => {
        here = here.replace(/\d+$/, String(1 + chance(12)));
        await back();
        await answer();
      }],
    ];
    for (let count = 0; count < CUTS; count++) {
      const [name, cut] = cuts[chance(cuts.length)] ?? ["", async () => undefined];
      await test.step(`${count + 1}: ${name}`, cut);
      if ((count + 1) % 10 === 0) console.log(`  ${count + 1} cuts, ${given.length} answers given`);
    }
    signal(true);
    await expect(async () => {
      await page.goto(`${far}/outbox`, { timeout: 10_000 });
      await expect(page.getByText("No espera nada")).toBeVisible({ timeout: 20_000 });
    }).toPass(ARRIVES);
    await same(page, given, last);
  } finally {
    if (existsSync(setting("TELAR_SILENCE"))) signal(true);
    await phone.remove();
    await server.remove();
  }
});

/** How often this page has said that something is on the phone's disk. */
function kept(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counting = window as unknown as { kept?: number };
    if (counting.kept === undefined) {
      counting.kept = 0;
      document.addEventListener("outbox-kept", () => (counting.kept = (counting.kept ?? 0) + 1));
    }
    return counting.kept;
  });
}

/** Waits until the page has spoken once more. A page that was loaded since has nothing under way. */
async function keptBeyond(page: Page, before: number, timeout: number): Promise<boolean> {
  if (before < 0 || (await kept(page)) < before) return true;
  const beyond = expect(async () => expect(await kept(page)).toBeGreaterThan(before));
  return beyond.toPass({ timeout, intervals: [5, 20, 50] }).then(() => true, () => false);
}

/** The journal's answers are those that she gave: each that was told of is there, in her order, and none is there twice. */
async function same(page: Page, given: Given[], last: Map<string, string>): Promise<void> {
  let facts: { kind: string; says: { question: string; answer: { choice: string } } | null }[] = [];
  await expect(async () => {
    const answer = await page.request.get(`${far}/me/data.json`);
    facts = ((await answer.json()) as { facts: typeof facts }).facts;
  }).toPass(ARRIVES);
  const there = facts.filter((fact) => fact.kind.startsWith("answer") && fact.says !== null);
  const short = (question: string, choice: string): string => `${question.slice(-2)}${choice}`;
  const story = [
    `given: ${given.map((one) => short(one.question, one.choice) + (one.told ? "" : "?")).join(" ")}`,
    `there: ${there.map((fact) => short(fact.says?.question ?? "", fact.says?.answer.choice ?? "")).join(" ")}`,
  ].join("\n");
  // Up to which fact the answers so far may reach: several, since of those that were cut short each may be there or not.
  let reached = new Set([0]);
  for (const one of given) {
    const came = [...reached].filter((at) => there[at]?.says?.question === one.question && there[at]?.says?.answer.choice === one.choice);
    reached = new Set([...came.map((at) => at + 1), ...(one.told ? [] : reached)]);
    expect(reached.size, `${short(one.question, one.choice)} was kept and never came\n${story}`).toBeGreaterThan(0);
  }
  expect(reached.has(there.length), `facts that nobody gave, or that came twice\n${story}`).toBe(true);
  for (const [question, choice] of last) {
    const standing = there.filter((fact) => fact.says?.question === question).at(-1);
    expect(standing?.says?.answer.choice, `what stands at ${question}`).toBe(choice);
  }
  console.log(`  ${given.length} answers given, ${there.length} with the server, ${given.filter((one) => !one.told).length} cut before the phone spoke`);
}
