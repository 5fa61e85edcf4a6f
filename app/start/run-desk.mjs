import { isDatabaseCommand, runDatabaseCommand } from "./database-commands.mjs";
import { deskEnvironment } from "./desk-environment.mjs";
import { ensureBuilt, ensureGenerated } from "./install.mjs";
import { builtFile } from "./load-server.mjs";
import { newDeskMode } from "./new-desk.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { runProgram } from "./run-program.mjs";
import { readStartEnvironment } from "./start-environment.mjs";

/**
 * Runs one command of the desk and returns its exit code. An embedded server
 * that is not running is started for the command and stopped after it.
 *
 * @param {string[]} args
 */
export async function runDesk(args) {
  if (isDatabaseCommand(args)) return runDatabaseCommand(args);
  if (isQuestionForHelp(args)) {
    await makeBuild();
    return runBuilt("cli", args, {});
  }
  return runWithDatabase("cli", args);
}

/**
 * Runs a built program with a prepared database and returns its exit code.
 *
 * @param {"cli" | "worker"} program
 * @param {string[]} args
 */
export async function runWithDatabase(program, args) {
  const environment = readStartEnvironment();
  await makeBuild();
  const prepared = await prepareDatabase(environment, {
    newDeskMode: newDeskMode({
      ...environment,
      // Only the start makes a demo; who begins here begins in earnest.
      isDemoWanted: environment.isDemoWanted ?? false,
    }),
  });
  try {
    return await runBuilt(program, args, deskEnvironment(prepared.urls));
  } finally {
    await prepared.release();
  }
}

async function makeBuild() {
  await ensureGenerated(true);
  await ensureBuilt(true);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function runBuilt(program, args, env) {
  const { code } = await runProgram(
    process.execPath,
    [builtFile(program), ...args],
    {
      env: { NODE_ENV: process.env["NODE_ENV"] || "production", ...env },
      isInteractive: true,
    },
  );
  return code;
}

/** @param {string[]} args */
function isQuestionForHelp([first]) {
  return first === undefined || ["help", "--help", "-h"].includes(first);
}
