import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { failuresOf } from "./failures.mjs";

/**
 * How many tests passed and failed, and what each failure is called.
 *
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Tally
 */

/**
 * Adds up the reports that Vitest and Playwright wrote as JSON into a folder.
 *
 * @param {string} folder
 * @returns {Promise<Tally & { reports: number }>}
 */
export async function readReports(folder) {
  const names = await readdir(folder).catch(() => []);
  const reports = await Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .map(async (name) =>
        JSON.parse(await readFile(join(folder, name), "utf8")),
      ),
  );
  const failures = reports.flatMap(failuresOf);
  const sum = addUp(reports.map(tallyOf));
  return { ...sum, failures, reports: reports.length };
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
  const sum = addUp(besides ? [reported, besides] : [reported]);
  if (code === 0) return { ...sum, passed: Math.max(sum.passed, 1) };
  if (sum.failed > 0) return sum;
  const failures = [`a step ended with exit code ${String(code)}`];
  return { ...sum, failed: 1, failures };
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
  const failures = counted
    .filter(([, mark]) => mark === "FAILED")
    .map(([, , name = ""]) => `npm run check: ${name}`);
  const failed = failures.length;
  return { passed: counted.length - failed, failed, failures };
}

/**
 * @param {Tally[]} tallies
 * @returns {Required<Tally>}
 */
export function addUp(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    failures: tallies.flatMap(({ failures = [] }) => failures),
  };
}
