import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { run } from "~/cli/run";
import { closeConnections } from "~/data/pools.server";
import { connectHere } from "./desk-stage";
import { deskOrigin, deskUnderTest } from "./desk-under-test";

const root = fileURLToPath(new URL("../..", import.meta.url).href);

/** What one command printed, and its exit code. */
export type CommandRun = { code: number; out: string; err: string };

/**
 * Runs `desk …` in a process of its own, as an operator does beside the desk
 * that the journeys drive.
 */
export function runDeskCommand(
  argv: readonly string[],
  input = "",
): Promise<CommandRun> {
  const { port, dataDir } = deskUnderTest;
  const child = spawn(process.execPath, ["app/start/desk.mjs", ...argv], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      APP_ORIGIN: deskOrigin,
      NODE_ENV: "production",
    },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code: code ?? -1, out, err });
    });
  });
}

/**
 * Runs `desk …` on the same desk without a process of its own, of which each
 * takes two seconds to begin; one at a time.
 */
export async function runDeskCommandHere(
  argv: readonly string[],
  input = "",
): Promise<CommandRun> {
  await connectHere();
  let out = "";
  let err = "";
  try {
    const code = await run(argv, {
      out: (words) => (out += words),
      err: (words) => (err += words),
      isWatched: false,
      readInput: () => Promise.resolve(input),
    });
    return { code, out, err };
  } finally {
    await closeConnections();
  }
}
