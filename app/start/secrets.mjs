import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, explainFolderError, StartRefusal } from "./refusal.mjs";

/**
 * What `DATA_DIR/logins.json` keeps, readable by its owner alone.
 *
 * @typedef {object} Secrets
 * @property {string} [postgres] password of the embedded server's superuser
 * @property {number} [port] last used by the embedded server
 * @property {string} [server] host, port and name of the database that the logins are for
 * @property {Record<string, string>} [logins] passwords by login
 */

/**
 * @param {string} dataDir
 * @returns {Promise<Secrets>}
 */
export async function readSecrets(dataDir) {
  const path = join(dataDir, "logins.json");
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return {};
    throw new StartRefusal(
      explainFolderError(error, dataDir) ??
        `${path} is not readable as JSON; put back a whole copy of it.`,
      { cause: error },
    );
  }
}

/**
 * Written beside and renamed, so that a crash leaves the old file or the new.
 *
 * @param {string} dataDir
 * @param {Secrets} secrets
 */
export async function saveSecrets(dataDir, secrets) {
  const path = join(dataDir, "logins.json");
  const text = `${JSON.stringify(secrets, null, 2)}\n`;
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
