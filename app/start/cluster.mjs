import { randomBytes } from "node:crypto";
import {
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "./free-port.mjs";
import { findPostgresBinaries } from "./postgres-binaries.mjs";
import { isProcessAlive } from "./process-mark.mjs";
import { StartRefusal } from "./refusal.mjs";
import { findRunner, giveTo, spawnAs } from "./run-as.mjs";
import { readPidFile } from "./running-cluster.mjs";

const longestStartMs = 120_000;
const longestStopMs = 20_000;
const longestLogBytes = 10_000_000;

/**
 * Makes a new cluster in `DATA_DIR/postgres` and returns the password of its
 * superuser. It is made beside and renamed, so that a start cut short leaves
 * nothing half-made. The locale is PostgreSQL's own C.UTF-8, the same on
 * every machine.
 *
 * @param {string} dataDir
 */
export async function initialiseCluster(dataDir) {
  const data = join(dataDir, "postgres");
  const making = `${data}.new`;
  const runner = await findRunner(data);
  const { initdb } = await findPostgresBinaries();
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await giveTo(runner, making);
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join(dataDir, `password.${process.pid}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(runner, passwordFile);
  try {
    const args = [
      `--pgdata=${making}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
      "--no-instructions",
    ];
    await runInitdb(runner, initdb, args, dataDir);
    await rename(making, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
  return password;
}

/**
 * @param {import("./run-as.mjs").Runner} runner
 * @param {string} initdb
 * @param {string[]} args
 * @param {string} dataDir
 */
async function runInitdb(runner, initdb, args, dataDir) {
  const child = await spawnAs(runner, initdb, args, [dataDir], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr?.on("data", (chunk) => (complaint += String(chunk)));
  const [code] = await once(child, "close");
  if (code === 0) return;
  const line = complaint.split("\n").find((text) => /error|fatal/i.test(text));
  throw new StartRefusal(
    `The embedded PostgreSQL could not be made in ${dataDir}: ${line ?? complaint.trim()}.`,
  );
}

/**
 * Starts the cluster of a data folder on 127.0.0.1 and returns its port once
 * it takes connections. It runs in a session of its own, so that a Ctrl-C in
 * the terminal reaches the desk first and the database last.
 *
 * @param {string} dataDir
 * @param {{ port?: number | undefined, settings: Record<string, string> }} wish
 * @returns {Promise<number>}
 */
export async function startCluster(dataDir, wish) {
  const data = join(dataDir, "postgres");
  const log = join(dataDir, "postgres.log");
  const runner = await findRunner(data);
  const { postgres } = await findPostgresBinaries();
  const port = await findFreePort(wish.port);
  const settings = Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    log_timezone: "UTC",
    timezone: "UTC",
    ...wish.settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { size } = await stat(log).catch(() => ({ size: 0 }));
  if (size > longestLogBytes) await rename(log, `${log}.1`);
  const file = await open(log, "a", 0o600);
  const child = await spawnAs(
    runner,
    postgres,
    ["-D", data, "-p", String(port), ...settings],
    [dataDir],
    { detached: true, stdio: ["ignore", file.fd, file.fd] },
  );
  // Before anything is waited for: a server that refuses is gone at once.
  let isGone = false;
  child.once("exit", () => (isGone = true));
  child.once("error", () => (isGone = true));
  child.unref();
  await file.close();
  const until = Date.now() + longestStartMs;
  while (!isReady(data, child.pid)) {
    if (isGone || Date.now() > until) {
      child.kill("SIGINT");
      throw new StartRefusal(
        `The embedded PostgreSQL did not start in ${dataDir}: ${await lastComplaint(log)} (more in ${log}).`,
      );
    }
    await wait(20);
  }
  return port;
}

/**
 * The server itself notes in its pid file when it is ready for connections.
 *
 * @param {string} data
 * @param {number | undefined} pid
 */
function isReady(data, pid) {
  const noted = readPidFile(data);
  return noted?.pid === pid && noted?.isReady === true;
}

/** @param {string} log */
async function lastComplaint(log) {
  const lines = (await readFile(log, "utf8")).split("\n").slice(-40);
  const fatal = lines.reverse().find((line) => /FATAL|PANIC|error/.test(line));
  return fatal?.replace(/^.*?(FATAL|PANIC):\s*/, "") ?? "it gave no reason";
}

/**
 * Stops the server of a data folder: open connections are ended and their
 * transactions rolled back. Returns when it is down.
 *
 * @param {string} data
 */
export async function stopCluster(data) {
  const pid = tellClusterToStop(data);
  const until = Date.now() + longestStopMs;
  let isPressed = false;
  while (readPidFile(data) && pid && isProcessAlive(pid)) {
    if (!isPressed && Date.now() > until) {
      isPressed = true;
      process.kill(pid, "SIGQUIT");
    }
    await wait(20);
  }
}

/**
 * Asks the server to stop, without waiting; returns its process number.
 *
 * @param {string} data
 */
export function tellClusterToStop(data) {
  const noted = readPidFile(data);
  if (!noted || !isProcessAlive(noted.pid)) return null;
  process.kill(noted.pid, "SIGINT");
  return noted.pid;
}
