import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first";

const here = (path: string) =>
  fileURLToPath(new URL(path, import.meta.url).href);

/** Rooms of `tests` whose files speak to a real PostgreSQL. */
const databaseRooms = [
  ...["auth", "cli", "commands", "data", "database", "jobs", "prisma", "start"],
];
/** Random histories, races, attacks and mutants: minutes, not seconds. */
const proofRooms = ["model", "proofs"];
const benchRooms = ["bench"];
const elsewhere = ["e2e", "support"];

const filesOf = (rooms: readonly string[]) =>
  rooms.map((room) => `tests/**/${room}/**/*.test.{ts,tsx}`);

/**
 * One set of modules for all files of a worker: none of ours keeps what one
 * test would leave to the next, and loading them anew took half of the time.
 */
const sharesModules = { isolate: false };

/** No test is timed: a slow machine is not a failure. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

const databaseSetup = here("./support/database-setup.ts");
const shared = {
  setupFiles: [here("./support/no-console-error.ts")],
  environment: "node" as const,
};
const withDatabase = {
  ...shared,
  globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
};

export default defineConfig({
  root: here(".."),
  resolve: { alias: { "~": here("../app"), emails: here("../emails") } },
  test: {
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
    ...(process.env["TEST_REPORTS"] && {
      reporters: ["default", "json"],
      outputFile: {
        json: `${process.env["TEST_REPORTS"]}/${String(process.pid)}.json`,
      },
    }),
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          ...sharesModules,
          ...patience,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: filesOf([
            ...[...databaseRooms, ...proofRooms, ...benchRooms],
            ...elsewhere,
          ]),
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "database",
          ...sharesModules,
          // Each waits for the server about half of its time.
          maxWorkers: 2,
          include: filesOf(databaseRooms),
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "proofs",
          ...sharesModules,
          // The long ones wait for the database as much as they compute.
          maxWorkers: 2,
          include: filesOf(proofRooms),
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: { ...withDatabase, name: "bench", include: filesOf(benchRooms) },
      },
    ],
  },
});
