import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  deskUnderTest,
  freePort,
  originAt,
  seededDataDir,
} from "./desk-under-test";

const root = fileURLToPath(new URL("../..", import.meta.url).href);
const longestStartMs = 600_000;

/** Stops a desk that was started, and its database. */
export type Stop = () => Promise<void>;

/** Playwright's own start: builds, makes the demo desk, and stops it again. */
export default async function makeSeededDesk(): Promise<void> {
  const stop = await startDesk(seededDataDir, await freePort());
  await stop();
}

/** Starts this worker's desk on a copy of the one that was made for all. */
export async function startOwnDesk(): Promise<Stop> {
  const { dataDir, port } = deskUnderTest;
  // With its owners: as root the embedded PostgreSQL is another user.
  await promisify(execFile)("cp", ["-a", seededDataDir, dataDir]);
  const logins = join(dataDir, "logins.json");
  const kept = JSON.parse(await readFile(logins, "utf8")) as object;
  // Several would want the same port at the same moment.
  await writeFile(logins, JSON.stringify({ ...kept, port: undefined }));
  const stop = await startDesk(dataDir, port);
  return async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function startDesk(dataDir: string, port: number): Promise<Stop> {
  const origin = originAt(port);
  const desk = spawn(process.execPath, ["app/start/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      APP_ORIGIN: origin,
      NODE_ENV: "production",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(desk, "exit");
  const isGone = () => desk.exitCode !== null || desk.signalCode !== null;
  const until = Date.now() + longestStartMs;
  while (!(await isReady(origin))) {
    if (isGone()) throw new Error("The desk under test did not start.");
    if (Date.now() > until) {
      desk.kill("SIGTERM");
      throw new Error("The desk under test did not start in ten minutes.");
    }
    await wait(100);
  }
  return async () => {
    if (!isGone()) desk.kill("SIGTERM");
    await gone;
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}
