import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { codeOf, explainFolderError, StartRefusal } from "./refusal.mjs";

/**
 * Makes the data folder where it is missing and returns its whole path.
 * Throws `StartRefusal` when it cannot be written to.
 *
 * @param {string} dataDir
 */
export async function makeDataFolder(dataDir) {
  const at = resolve(dataDir);
  const probe = join(at, `probe.${process.pid}`);
  try {
    await makeFolder(join(at, "users"));
    await writeFile(probe, "");
    await rm(probe);
    return at;
  } catch (error) {
    const sentence = explainFolderError(error, at);
    throw sentence ? new StartRefusal(sentence, { cause: error }) : error;
  }
}

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` never
 * returns where a folder cannot be made below one that is there, as in /proc.
 *
 * @param {string} path
 * @returns {Promise<void>}
 */
async function makeFolder(path) {
  const isThere = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return;
  if (path !== dirname(path)) await makeFolder(dirname(path));
  await mkdir(path).catch((error) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
}
