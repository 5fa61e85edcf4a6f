import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./support/browser";
import { deskOrigin, deskUnderTest } from "./support/desk-under-test";

const root = fileURLToPath(new URL("..", import.meta.url).href);

/** Journeys that move the desk's clock, which would end every other's session. */
const clockJourneys = "**/overdue-mail.test.ts";

/** The journeys: a real browser against what `npm start` serves. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: "./results",
  fullyParallel: false,
  // They wait for a browser most of their time.
  workers: 3,
  forbidOnly: true,
  // A shared machine may stall a browser; what fails twice has failed.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "journeys", testMatch: "**/*.test.ts", testIgnore: clockJourneys },
    { name: "clock", testMatch: clockJourneys, dependencies: ["journeys"] },
  ],
  use: {
    actionTimeout: 30_000,
    baseURL: deskOrigin,
    browserName: "chromium",
    launchOptions: browserLaunch(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node app/start/start.mjs",
    cwd: root,
    url: `${deskOrigin}/readyz`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: String(deskUnderTest.port),
      DATA_DIR: deskUnderTest.dataDir,
      APP_ORIGIN: deskOrigin,
      NODE_ENV: "production",
    },
  },
});
