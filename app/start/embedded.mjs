import { readdirSync, rmSync } from "node:fs";
import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  initialiseCluster,
  startCluster,
  stopCluster,
  tellClusterToStop,
} from "./cluster.mjs";
import { makeDataFolder } from "./data-folder.mjs";
import { withFileLock } from "./folder-lock.mjs";
import { readSecrets, saveSecrets } from "./secrets.mjs";
import { isMarkAlive, processMark } from "./process-mark.mjs";
import { findRunningCluster } from "./running-cluster.mjs";
import { StartRefusal } from "./refusal.mjs";

/**
 * A PostgreSQL server of our own in a data folder.
 *
 * @typedef {object} Embedded
 * @property {number} port on 127.0.0.1
 * @property {string} password of the superuser `postgres`
 * @property {() => Promise<void>} release stops the server, unless another living program uses it
 * @property {() => void} releaseNow the same without waiting, for a process that is about to exit
 */

/**
 * Opens the embedded server of a data folder: makes it when the folder is
 * empty, starts it when nothing runs, joins it when another program of the
 * desk already does. The last one to release it stops it. Throws
 * `StartRefusal` when the folder or the server says no.
 *
 * @param {string} dataDir
 * @param {Record<string, string>} [settings] of the server, for tests
 * @returns {Promise<Embedded>}
 */
export async function openEmbedded(dataDir, settings = {}) {
  const at = await makeDataFolder(dataDir);
  const lock = join(at, "lock");
  const mark = join(at, "users", processMark(process.pid));
  const data = join(at, "postgres");
  const { port, password } = await withFileLock(lock, async () => {
    const secrets = await secretsFor(at, data);
    await writeFile(mark, "", { mode: 0o600 });
    const running = await findRunningCluster(data);
    const port = running ?? (await startCluster(at, { ...secrets, settings }));
    if (port !== secrets.port) await saveSecrets(at, { ...secrets, port });
    return { port, password: secrets.postgres };
  });
  const release = () =>
    withFileLock(lock, async () => {
      rmSync(mark, { force: true });
      if (!isUsed(join(at, "users"))) await stopCluster(data);
    });
  const releaseNow = () => {
    rmSync(mark, { force: true });
    if (!isUsed(join(at, "users"))) tellClusterToStop(data);
  };
  return { port, password, release, releaseNow };
}

/**
 * The secrets of the folder, with those of a new cluster when there is none.
 *
 * @param {string} at
 * @param {string} data
 */
async function secretsFor(at, data) {
  const secrets = await readSecrets(at);
  const isThere = await access(data).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const fresh = { postgres: await initialiseCluster(at) };
    await saveSecrets(at, fresh);
    return { ...fresh, port: undefined };
  }
  if (!secrets.postgres) {
    throw new StartRefusal(
      `DATA_DIR ${at} holds a database but its logins.json is missing; put that file back, or move the folder away to begin anew.`,
    );
  }
  return { ...secrets, postgres: secrets.postgres };
}

/**
 * Whether a living program uses the server; forgets the dead ones.
 *
 * @param {string} folder
 */
function isUsed(folder) {
  const [dead, living] = [false, true].map((isAlive) =>
    readdirSync(folder).filter((mark) => isMarkAlive(mark) === isAlive),
  );
  for (const mark of dead ?? []) rmSync(join(folder, mark), { force: true });
  return (living ?? []).length > 0;
}
