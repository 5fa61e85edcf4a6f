import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { isMarkAlive, processMark } from "./process-mark.mjs";
import { codeOf, StartRefusal } from "./refusal.mjs";

const longestWaitMs = 120_000;

/**
 * Runs an act while holding a lock file; waits up to two minutes for a living
 * holder, and takes the lock from a dead one.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withFileLock(path, act) {
  const until = Date.now() + longestWaitMs;
  while (!(await tryLock(path))) {
    if (Date.now() > until) {
      throw new StartRefusal(
        `Another start has been at work for two minutes (${path} says which); stop it or wait for it.`,
      );
    }
    await wait(50);
  }
  try {
    return await act();
  } finally {
    await rm(path, { force: true });
  }
}

/** @param {string} path */
async function tryLock(path) {
  // Written beside and linked, so that nobody ever reads a half-written lock.
  const own = `${path}.${process.pid}`;
  await writeFile(own, processMark(process.pid), { mode: 0o600 });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(own, { force: true });
  }
  const holder = await readFile(path, "utf8").catch(() => null);
  if (holder !== null && !isMarkAlive(holder)) await rm(path, { force: true });
  return false;
}
