import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chown, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StartRefusal } from "./refusal.mjs";

/**
 * How programs of PostgreSQL, which refuse to run as root, are started: as
 * ourselves, or, when we are root, as the user `postgres`, made when absent.
 *
 * @typedef {{ uid: number, gid: number } | null} Runner
 */

/**
 * Data that are there already stay with the user they belong to.
 *
 * @param {string} data the folder of the database, there or not
 * @returns {Promise<Runner>}
 */
export async function findRunner(data) {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(data).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = userIds("postgres") ?? makeUser() ?? userIds("nobody");
  if (!known) {
    throw new StartRefusal(
      "PostgreSQL does not run as root and no user postgres could be made; start as an ordinary user.",
    );
  }
  return known;
}

/**
 * Starts a program as the runner. Where root's own folders hide its files
 * from that user, it is given the right to read and search past them, and no
 * other.
 *
 * @param {Runner} runner
 * @param {string} program
 * @param {string[]} args
 * @param {string[]} folders what the program has to reach
 * @param {import("node:child_process").SpawnOptions} options
 */
export async function spawnAs(runner, program, args, folders, options) {
  if (!runner) return spawn(program, args, options);
  const isHidden = !(await areAllOpen([dirname(program), ...folders]));
  if (!isHidden) return spawn(program, args, { ...options, ...runner });
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new StartRefusal(
      `The user postgres cannot reach ${[dirname(program), ...folders].join(" or ")}; start as an ordinary user, or move the folder and DATA_DIR out of root's home.`,
    );
  }
  const rights = ["--inh-caps", "--ambient-caps"].map(
    (kind) => `${kind}=+dac_read_search`,
  );
  const user = [`--reuid=${runner.uid}`, `--regid=${runner.gid}`];
  return spawn(
    "setpriv",
    [...user, "--clear-groups", ...rights, program, ...args],
    options,
  );
}

/**
 * @param {Runner} runner
 * @param {string} path
 */
export async function giveTo(runner, path) {
  if (runner) await chown(path, runner.uid, runner.gid);
}

/** @param {string[]} folders */
async function areAllOpen(folders) {
  for (const folder of folders) {
    let at = resolve(folder);
    while (at !== dirname(at)) {
      const { mode } = await stat(at);
      if ((mode & 0o001) === 0) return false;
      at = dirname(at);
    }
  }
  return true;
}

/** @param {string} name */
function userIds(name) {
  try {
    const ask = (/** @type {string} */ flag) =>
      Number(
        execFileSync("id", [flag, name], {
          stdio: ["ignore", "pipe", "ignore"],
        }),
      );
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function makeUser() {
  const made = spawnSync(
    "useradd",
    ["--system", "--no-create-home", "--user-group", "postgres"],
    { stdio: "ignore" },
  );
  return made.status === 0 ? userIds("postgres") : null;
}
