import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./support/browser";
import { deskOrigin } from "./support/desk-under-test";

/** Journeys that move the desk's clock, which would end every other's session. */
const clockJourneys = "**/overdue-mail.test.ts";

/**
 * The journeys: a real browser against what `npm start` serves. Every worker
 * drives a desk of its own (support/start-desk.ts), and a journey that is
 * repeated gets a new worker.
 */
export default defineConfig({
  testDir: "./e2e",
  globalSetup: "./support/start-desk.ts",
  outputDir: "./results",
  fullyParallel: false,
  // They wait for a browser most of their time.
  workers: 3,
  forbidOnly: true,
  // A shared machine may stall a browser; what fails twice has failed.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 900_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  projects: [
    { name: "journeys", testMatch: "**/*.test.ts", testIgnore: clockJourneys },
    { name: "clock", testMatch: clockJourneys, dependencies: ["journeys"] },
  ],
  use: {
    actionTimeout: 60_000,
    baseURL: deskOrigin,
    browserName: "chromium",
    launchOptions: browserLaunch(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Taking one of every journey is a third of a browser's work.
    trace: "on-first-retry",
  },
});
