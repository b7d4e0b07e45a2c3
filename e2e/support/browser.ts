// How every run starts the browser and finds the server: one demonstration, started by `cargo xtask` and named in the environment.

import type { PlaywrightTestConfig } from "@playwright/test";

export interface Demo {
  url: string;
  sign_in: Record<Role, string>;
}

export const ROLES = ["learner", "facilitator", "assessor", "coordinator", "analyst", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** A variable that `cargo xtask` sets; without it there is nothing to test. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set: start with cargo xtask test --only journeys`);
  return value;
}

export function demo(): Demo {
  return JSON.parse(setting("TELAR_DEMO")) as Demo;
}

export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1280, height: 800 };

/** Flags for a machine without a display, as root, whose browser must not look for anything outside it. */
export const LAUNCH = {
  executablePath: setting("TELAR_CHROMIUM"),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const COMMON = {
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What passes at the second go alone is named «flaky» in the closing lines: a race of the page or of the journey, to be mended.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: demo().url,
    browserName: "chromium",
    launchOptions: LAUNCH,
    viewport: PHONE,
    locale: "es-GT",
    timezoneId: "America/Guatemala",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
  },
} satisfies PlaywrightTestConfig;
