import { readStartEnvironment } from "./start-environment.mjs";
import { deskEnvironment } from "./desk-environment.mjs";
import { isPortFree } from "./free-port.mjs";
import { ensureBuilt, ensureGenerated } from "./install.mjs";
import { newDeskMode, welcome } from "./new-desk.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { printFailure, StartRefusal } from "./refusal.mjs";
import { loadServer } from "./load-server.mjs";

/** @typedef {import("./prepare-database.mjs").Prepared} Prepared */

const longestDrainMs = 10_000;

/**
 * Opens the desk and prints where it is and how to sign in. Ctrl-C, SIGTERM,
 * a closed terminal and a crash all stop the server first and then the
 * database that was started for it.
 *
 * @param {{ isDevelopment: boolean }} options
 */
export async function serveDesk({ isDevelopment }) {
  const environment = readStartEnvironment();
  if (environment.port > 0 && !(await isPortFree(environment.port))) {
    throw new StartRefusal(
      `Port ${environment.port} is in use; stop what uses it, or choose another with PORT.`,
    );
  }
  const closing = new Closing();
  try {
    const prepared = await closing.hold(
      prepareDatabase(environment, {
        newDeskMode: newDeskMode(environment),
        onStep: say,
      }),
    );
    await ensureGenerated(true);
    if (!isDevelopment) await ensureBuilt(true);
    process.env["NODE_ENV"] = isDevelopment ? "development" : environment.mode;
    Object.assign(process.env, deskEnvironment(prepared.urls));
    const lines = await welcome(environment, prepared, say);
    const server = await (await loadServer(isDevelopment)).start();
    closing.server = server;
    const at = server.address;
    say(`\nThe desk is open at ${at}`);
    for (const line of lines) say(line.replaceAll("{address}", at));
    say("Stop it with Ctrl-C.");
  } catch (error) {
    await closing.end(error);
  }
}

/** What has to be stopped, in the order in which it is. */
class Closing {
  /** @type {{ stop(): Promise<void> } | undefined} */
  server;
  /** @type {Promise<Prepared> | undefined} */
  #prepared;
  /** @type {Prepared | undefined} */
  #held;
  #isEnding = false;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => void this.end(null));
    }
    process.on("uncaughtException", (error) => void this.end(error));
    // For a part that leaves by process.exit: the database is told to stop.
    process.on("exit", () => this.#held?.releaseNow());
  }

  /**
   * @param {Promise<Prepared>} prepared
   * @returns {Promise<Prepared>}
   */
  async hold(prepared) {
    this.#prepared = prepared;
    this.#held = await prepared;
    return this.#held;
  }

  /** @param {unknown} error null when somebody asked for the end */
  async end(error) {
    // Whoever asks twice is not kept waiting.
    if (this.#isEnding && error === null) process.exit(130);
    if (this.#isEnding) return;
    this.#isEnding = true;
    const code = error === null ? 0 : printFailure(error);
    await Promise.race([this.server?.stop(), afterMs(longestDrainMs)]).catch(
      printFailure,
    );
    const held = await this.#prepared?.catch(() => null);
    await held?.release().catch(printFailure);
    this.#held = undefined;
    process.exit(code);
  }
}

/** @param {number} ms */
function afterMs(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
