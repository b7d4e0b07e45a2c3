// Paper is a screen too: what is printed is the page's own words, without the frame, on letter paper.

import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { joinLink, Learner, newName } from "../support/learner";

test("a lesson and the job aid print without the frame", async ({ browser, page }) => {
  await new Learner(page).join(await joinLink(browser), newName());
  for (const path of ["/activities/t5-l1", "/topics/t5/job-aid"]) {
    await page.goto(path);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Secciones" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Salir rápido" })).toBeHidden();
    await expect(page.getByRole("contentinfo")).toBeHidden();
    const paper = await page.pdf({ format: "Letter" });
    const words = execFileSync("pdftotext", ["-", "-"], { input: paper, encoding: "utf8" });
    expect(words.replace(/\s+/g, " ")).toContain(title.replace(/\s+/g, " "));
    expect(words).not.toContain("Salir rápido");
    await page.emulateMedia({ media: null });
  }
});
