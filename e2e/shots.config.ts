import { defineConfig } from "@playwright/test";
import { COMMON } from "./support/browser";

export default defineConfig({ ...COMMON, testDir: "pictures", testMatch: "*.shots.ts", timeout: 300_000 });
