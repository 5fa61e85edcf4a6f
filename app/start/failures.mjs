import { stripVTControlCharacters } from "node:util";

/**
 * A report of Vitest or of Playwright, as far as its failures go.
 *
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status?: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ title: string, file?: string, ok: boolean, tests?: { results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ testResults?: VitestFile[], suites?: Suite[] }} Report
 */

/**
 * What failed, a line each: the file, the test, and the first line of why, so
 * that the end of a long run says what to look at.
 *
 * @param {Report} report
 * @returns {string[]}
 */
export function failuresOf(report) {
  return [
    ...(report.testResults ?? []).flatMap(failuresOfFile),
    ...(report.suites ?? []).flatMap(failuresOfSuite),
  ];
}

/** @param {VitestFile} file */
function failuresOfFile(file) {
  const failed = file.assertionResults.filter((t) => t.status === "failed");
  if (failed.length === 0 && file.status === "failed")
    return [line(file.name, "the file as a whole", file.message)];
  return failed.map((test) =>
    line(file.name, test.fullName ?? "", test.failureMessages?.[0]),
  );
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failuresOfSuite({ suites = [], specs = [] }) {
  const own = specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const results = (spec.tests ?? []).flatMap(({ results }) => results);
      const why = results.find(({ error }) => error)?.error?.message;
      return line(spec.file ?? "", spec.title, why);
    });
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/**
 * @param {string} file
 * @param {string} test
 * @param {string} [why]
 */
function line(file, test, why) {
  const name = file.replace(/^.*\/tests\//, "tests/");
  const reason = stripVTControlCharacters(why ?? "").split("\n")[0];
  return `${name}: ${test}${reason && ` (${reason})`}`;
}
