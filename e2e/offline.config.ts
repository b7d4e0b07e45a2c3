// Measured one after another: nothing else may use the machine meanwhile.
import { defineConfig } from "@playwright/test";
import { COMMON } from "./support/browser";

export default defineConfig({ ...COMMON, testDir: "bench", testMatch: "offline.bench.ts", workers: 1, timeout: 300_000 });
