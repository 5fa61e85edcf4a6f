import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint, hasStamp, writeStamp } from "./fingerprint.mjs";
import { withFileLock } from "./folder-lock.mjs";
import { StartRefusal, Stopped } from "./refusal.mjs";
import { root, runNpm, runProgram } from "./run-program.mjs";

/**
 * What has to be made from the sources before the desk can run; each step is
 * done only when its inputs changed since it was last done.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {string[]} inputs
 * @property {string} stamp
 * @property {() => Promise<boolean>} isDone without a stamp
 * @property {(isQuiet: boolean) => Promise<{ code: number, output: string }>} run
 */

/** @type {Step} */
const install = {
  title: "Installing packages (npm ci)",
  inputs: ["package-lock.json"],
  stamp: "node_modules/.desk-install",
  isDone: isInstalledByHand,
  run: (isQuiet) => runNpm(["ci", "--include=dev"], { isQuiet }),
};

/** @type {Step} */
const generate = {
  title: "Generating the database client",
  inputs: ["prisma/schema.prisma", "package-lock.json"],
  stamp: "app/data/generated/.stamp",
  isDone: async () => false,
  run: (isQuiet) =>
    runProgram(
      process.execPath,
      [join(root, "node_modules/prisma/build/index.js"), "generate"],
      {
        isQuiet,
        // Generating needs no engine, but looks for one and would try to
        // download it; any program that is there will do.
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
        },
      },
    ),
};

/** @type {Step} */
const build = {
  title: "Building the desk",
  inputs: [
    ...["app", "emails", "public", "prisma", "package-lock.json"],
    ...["vite.config.ts", "remix.config.js", "tsconfig.json"],
  ],
  stamp: "build/.stamp",
  isDone: async () => false,
  run: (isQuiet) =>
    runNpm(["run", "--silent", "build"], {
      isQuiet,
      env: { NODE_ENV: "production" },
    }),
};

/** Installs the packages when they are missing or older than the lock file. */
export const ensureInstalled = (isQuiet = false) => ensure(install, isQuiet);

/** Generates the database client when the schema changed. */
export const ensureGenerated = (isQuiet = false) => ensure(generate, isQuiet);

/** Builds the desk when anything it is built from changed. */
export const ensureBuilt = (isQuiet = false) => ensure(build, isQuiet);

/**
 * @param {Step} step
 * @param {boolean} isQuiet prints nothing unless the step is needed, and then its title alone
 */
async function ensure(step, isQuiet) {
  if (await isUpToDate(step)) return;
  await mkdir(join(root, ".cache"), { recursive: true });
  await withFileLock(join(root, ".cache/start.lock"), async () => {
    if (await isUpToDate(step)) return;
    process.stderr.write(`${step.title}\n`);
    const inputs = await fingerprintOf(step);
    const { code, output } = await step.run(isQuiet);
    if (code === 130) throw new Stopped();
    if (code !== 0) {
      process.stderr.write(output);
      throw new StartRefusal(`${step.title} failed; the reason stands above.`);
    }
    await writeStamp(join(root, step.stamp), inputs);
  });
}

/** @param {Step} step */
async function isUpToDate(step) {
  const inputs = await fingerprintOf(step);
  return (await hasStamp(join(root, step.stamp), inputs)) || step.isDone();
}

/** @param {Step} step */
function fingerprintOf({ inputs }) {
  // What the start itself does is no part of the build.
  const isStart = join("app", "start");
  const isGenerated = join("app", "data", "generated");
  return fingerprint(
    root,
    inputs,
    (path) =>
      !path.startsWith(isStart) &&
      !path.startsWith(isGenerated) &&
      !path.endsWith(".sql") &&
      !path.endsWith(".md"),
  );
}

/** Somebody ran npm: its own list of what it installed is newer than the lock file. */
async function isInstalledByHand() {
  const at = async (/** @type {string} */ path) =>
    (await stat(join(root, path)).catch(() => null))?.mtimeMs ?? 0;
  const installed = await at("node_modules/.package-lock.json");
  return installed > 0 && installed >= (await at("package-lock.json"));
}
