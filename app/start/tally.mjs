import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * How many tests passed and failed.
 *
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * Adds up the reports that Vitest and Playwright wrote as JSON into a folder.
 *
 * @param {string} folder
 * @returns {Promise<Tally & { reports: number }>}
 */
export async function readReports(folder) {
  const names = await readdir(folder).catch(() => []);
  const reports = names.filter((name) => name.endsWith(".json"));
  const tallies = await Promise.all(
    reports.map(async (name) =>
      tallyOf(JSON.parse(await readFile(join(folder, name), "utf8"))),
    ),
  );
  return { ...addUp(tallies), reports: reports.length };
}

/**
 * The tally of one report: Vitest's, or Playwright's, in which a test that
 * passed when repeated has passed: what fails twice has failed.
 *
 * @param {{ numPassedTests?: number, numFailedTests?: number, stats?: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Tally}
 */
export function tallyOf({ numPassedTests, numFailedTests, stats }) {
  if (stats) {
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  }
  return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
}

/**
 * The tally of a step: that of its reports, and at least one failure when the
 * step as a whole failed, as when a file did not even load.
 *
 * @param {Tally & { reports: number }} reported
 * @param {number} code the step's exit code
 * @param {Tally} [besides] what it did that no report tells of
 * @returns {Tally}
 */
export function tallyOfStep(reported, code, besides) {
  const { passed, failed } = addUp([reported, besides ?? none]);
  if (code !== 0) return { passed, failed: Math.max(failed, 1) };
  return { passed: Math.max(passed, 1), failed };
}

/**
 * The steps of `npm run check` that are no tests (types, lint, …) count as
 * one each; so do those that are, when they left no report.
 *
 * @param {string} output of the check
 * @param {number} reports how many reports it left
 * @returns {Tally}
 */
export function tallyOfCheck(output, reports) {
  const steps = [
    ...output.matchAll(/^(passed|FAILED) {2}(.+?) {2}[\d.]+ s$/gm),
  ];
  const counted = steps.filter(
    ([, , name = ""]) => reports === 0 || !/\btests$/.test(name),
  );
  const passed = counted.filter(([, mark]) => mark === "passed").length;
  return { passed, failed: counted.length - passed };
}

/** @param {Tally[]} tallies */
export function addUp(tallies) {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
    }),
    none,
  );
}

/** @type {Tally} */
const none = { passed: 0, failed: 0 };
