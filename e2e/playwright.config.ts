import { defineConfig } from "@playwright/test";
import { COMMON } from "./support/browser";

export default defineConfig({ ...COMMON, testDir: "journeys" });
