import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isProcessAlive } from "./process-mark.mjs";
import { codeOf, explainFolderError, StartRefusal } from "./refusal.mjs";

/**
 * The port of the server that runs on this data folder, or null. A pid file
 * left by a crash is removed: PostgreSQL itself refuses to start over one
 * whose number now belongs to some other process, as in a restarted container.
 *
 * @param {string} data
 */
export async function findRunningCluster(data) {
  const noted = readPidFile(data);
  if (!noted) return null;
  if (await isPostgres(noted.pid, data)) return noted.port;
  await rm(join(data, "postmaster.pid"), { force: true });
  return null;
}

/**
 * @param {string} data
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
export function readPidFile(data) {
  try {
    const text = readFileSync(join(data, "postmaster.pid"), "utf8");
    const lines = text.split("\n");
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      isReady: lines[7]?.trim() === "ready",
    };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    const sentence = explainFolderError(error, data);
    throw sentence ? new StartRefusal(sentence, { cause: error }) : error;
  }
}

/**
 * @param {number} pid
 * @param {string} data
 */
async function isPostgres(pid, data) {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(
    () => "",
  );
  return command.split("\0").includes(data);
}
