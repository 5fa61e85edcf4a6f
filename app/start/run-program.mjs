import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The top of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs npm itself, the one that runs us where there is one.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const npm = process.env["npm_execpath"];
  return npm?.endsWith("npm-cli.js")
    ? runProgram(process.execPath, [npm, ...args], options)
    : runProgram("npm", args, options);
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to our own
 * @property {boolean} [isQuiet] hold its output back and give it to the caller
 * @property {number} [longestMs] after which it is stopped
 * @property {boolean} [isInteractive] give it our terminal and our folder
 */

/**
 * Runs a program to its end, in the root of the repository and with what it
 * prints on standard error unless it is interactive. A signal to stop is passed on, so that nothing is
 * left running.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(command, args, options = {}) {
  const held = options.isQuiet ? "pipe" : process.stderr;
  const child = spawn(command, args, {
    timeout: options.longestMs,
    cwd: options.isInteractive ? process.cwd() : root,
    env: { ...process.env, ...options.env },
    stdio: options.isInteractive ? "inherit" : ["ignore", held, held],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  child.stderr?.on("data", (chunk) => (output += String(chunk)));
  let isStopped = false;
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    isStopped = true;
    child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      for (const each of signals) process.off(each, passOn);
      resolve({ code: isStopped ? 130 : (code ?? 1), output });
    });
  });
}
