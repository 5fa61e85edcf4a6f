import { parseArgs } from "node:util";
import { parts } from "./logins.mjs";
import { newDeskMode } from "./new-desk.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { readStartEnvironment } from "./start-environment.mjs";

/**
 * `desk db migrate` and `desk db url --role app|auth|checks|public`: what the
 * command line can do before there is a build.
 */

/** @param {string[]} args */
export function isDatabaseCommand(args) {
  return args[0] === "db";
}

/**
 * Returns the exit code: 0 done, 2 used wrongly.
 *
 * @param {string[]} args
 */
export async function runDatabaseCommand(args) {
  const asked = parse(args);
  if (!asked) {
    process.stderr.write(
      "Usage: desk db migrate [--json] · desk db url --role app|auth|checks|public [--json]\n",
    );
    return 2;
  }
  const environment = readStartEnvironment();
  const prepared = await prepareDatabase(environment, {
    newDeskMode: newDeskMode({
      ...environment,
      isDemoWanted: environment.isDemoWanted ?? false,
    }),
    onStep: (step) => process.stderr.write(`${step}\n`),
  });
  await prepared.release();
  if (asked.part) {
    const url = prepared.urls[asked.part];
    print(asked.isJson, { role: asked.part, url }, url);
  } else {
    const count = prepared.applied.length;
    const text = count === 0 ? "Nothing to migrate." : `Migrated: ${count}.`;
    print(asked.isJson, { applied: prepared.applied }, text);
  }
  return 0;
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: "string" }, json: { type: "boolean" } },
    });
    const isJson = values.json ?? false;
    const act = positionals.slice(1).join(" ");
    if (act === "migrate" && values.role === undefined) {
      return { isJson, part: null };
    }
    const found = parts.find(({ part }) => part === values.role);
    return act === "url" && found ? { isJson, part: found.part } : null;
  } catch {
    return null;
  }
}

/**
 * @param {boolean} isJson
 * @param {object} value
 * @param {string} text
 */
function print(isJson, value, text) {
  process.stdout.write(`${isJson ? JSON.stringify(value) : text}\n`);
}
