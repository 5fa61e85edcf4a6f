import { readFileSync } from "node:fs";

/**
 * A mark that tells this process from a later one with the same number, as
 * happens after a restart of a container: its number, and on Linux the moment
 * it began.
 *
 * @param {number} pid
 */
export function processMark(pid) {
  return `${pid}:${beganAt(pid)}`;
}

/**
 * Whether the process that a mark was made for is still alive.
 *
 * @param {string} mark
 */
export function isMarkAlive(mark) {
  const pid = Number(mark.split(":")[0]);
  return isProcessAlive(pid) && processMark(pid) === mark;
}

/** @param {number} pid */
export function isProcessAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a living process too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {number} pid */
function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks; field 22 is the 20th after it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
