// Pictures of every page for people to look at: phone and desk, light and dark. Nothing is compared.

import { test } from "@playwright/test";
import { join } from "node:path";
import { DESK, PHONE, setting } from "../support/browser";
import { VISITS } from "../support/pages";

for (const visit of VISITS) {
  test(visit.who, async ({ browser, page }) => {
    for (const place of await visit.open(browser, page)) {
      await page.goto(place.path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const [kind, size] of [["phone", PHONE], ["desk", DESK]] as const) {
          await page.setViewportSize(size);
          const file = `${visit.who.replaceAll(" ", "-")}-${place.name}-${kind}-${colorScheme}.png`;
          await page.screenshot({ path: join(setting("TELAR_SHOTS"), file), fullPage: true });
        }
      }
      await page.setViewportSize(PHONE);
    }
  });
}
