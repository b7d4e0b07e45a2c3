// A phone with a screen lock, which can hold keys: Chromium's virtual authenticator. Browsers make keys for names, so the demonstration
// is reached as `localhost`.

import { expect, type CDPSession, type Page } from "@playwright/test";
import { demo } from "./browser";

export const HERE = demo().url.replace("127.0.0.1", "localhost");

export interface Lock {
  cdp: CDPSession;
  id: string;
}

/** Gives the page's phone a screen lock that opens, and room for keys. */
export async function withLock(page: Page): Promise<Lock> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return { cdp, id: authenticatorId };
}

export async function makeKey(page: Page, name?: string, at = ""): Promise<void> {
  await page.goto(`${at}/me`);
  if (name !== undefined) await page.getByLabel("Nombre de la llave").fill(name);
  await page.getByRole("button", { name: "Guardar una llave en este teléfono" }).click();
  await expect(page.getByText("La llave quedó guardada")).toBeVisible();
}
