// One learner, one line that breaks: `cargo xtask cuts`.
import { defineConfig } from "@playwright/test";
import { COMMON } from "./support/browser";

export default defineConfig({ ...COMMON, testDir: "cuts", workers: 1, timeout: 0 });
