import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensureBrowser } from "./find-browser.mjs";
import { printFailure } from "./refusal.mjs";
import { root } from "./run-program.mjs";
import { addUp, readReports, tallyOfCheck, tallyOfStep } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const reports = join(root, ".cache", "test-reports");

/**
 * Runs everything that proves the desk, goes on after a failure, and returns
 * the sum of it all. The journeys wait for a browser two thirds of their time,
 * which the proofs beside them use; the check keeps both cores busy by itself.
 *
 * @returns {Promise<Tally>}
 */
export async function runTests() {
  const checked = await runCheck();
  const together = await Promise.all([runVitest("test:proofs"), runJourneys()]);
  return addUp([checked, ...together]);
}

async function runCheck() {
  const folder = await emptyFolder("check");
  const { code, output } = await runScript("check", [], {
    TEST_REPORTS: folder,
  });
  const reported = await readReports(folder);
  const besides = tallyOfCheck(output, reported.reports);
  return tallyOfStep(reported, code, besides);
}

/** @param {string} script */
async function runVitest(script) {
  const folder = await emptyFolder(script.replace(":", "-"));
  const file = join(folder, "vitest.json");
  const args = ["--reporter=default", "--reporter=json"];
  const { code } = await runScript(
    script,
    [...args, `--outputFile.json=${file}`],
    {},
  );
  return tallyOfStep(await readReports(folder), code);
}

async function runJourneys() {
  try {
    await ensureBrowser();
  } catch (error) {
    printFailure(error);
    return { passed: 0, failed: 1, failures: ["no browser for the journeys"] };
  }
  const folder = await emptyFolder("journeys");
  const { code } = await runScript("test:e2e", ["--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, "playwright.json"),
  });
  return tallyOfStep(await readReports(folder), code);
}

/** @param {string} name */
async function emptyFolder(name) {
  const folder = join(reports, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Runs a script of package.json, shows what it prints line by line, each
 * behind the name of the script, and keeps it too.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function runScript(script, args, env) {
  process.stdout.write(`\n== npm run ${script}\n`);
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  createInterface({ input: child.stdout }).on("line", (line) => {
    output += `${line}\n`;
    process.stdout.write(`${script} | ${line}\n`);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
