/**
 * `npm run check`: everything short of the browser. The steps run two at a
 * time, so that two cores are busy; each prints in full when it fails; when it
 * passes, one line and the figures that its tests printed. Exit 1 when any failed.
 */
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { ensureGenerated, ensureInstalled } from "../app/start/install.mjs";

/** The longest first, so that none is left alone at the end. */
const steps = [
  ["database tests", "test:database"],
  ["types and lint", "types:lint"],
  ["unit tests", "test:unit"],
  ["format", "format:check"],
  ["rooms", "rooms"],
  ["unused code", "unused"],
];

await ensureInstalled(true);
await ensureGenerated(true);
const started = performance.now();
const queue = [...steps];
/** @type {string[]} */
const failed = [];
await Promise.all([work(), work()]);

const total = ((performance.now() - started) / 1000).toFixed(0);
if (failed.length > 0) {
  console.log(`\ncheck failed after ${total} s: ${failed.join(", ")}`);
  process.exit(1);
}
console.log(`\ncheck passed in ${total} s`);

async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const [name = "", script = ""] = step;
    const { code, output, seconds } = await run(script);
    if (code !== 0) failed.push(name);
    const mark = code === 0 ? "passed" : "FAILED";
    console.log(`${mark}  ${name}  ${seconds.toFixed(1)} s`);
    console.log(code === 0 ? figuresIn(output).join("\n") : output);
  }
}

/**
 * What passing tests printed of how much they went through: the lines after
 * each "stdout | file" of the runner, up to the empty one.
 *
 * @param {string} output
 */
function figuresIn(output) {
  /** @type {string[]} */
  const figures = [];
  let isPrinted = false;
  for (const line of output.split("\n")) {
    if (line.startsWith("stdout |")) isPrinted = true;
    else if (line.trim() === "") isPrinted = false;
    else if (isPrinted) figures.push(`        ${line}`);
  }
  return figures;
}

/** @param {string} script @returns {Promise<{code: number, output: string, seconds: number}>} */
function run(script) {
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], {
      env: { ...process.env, FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      const seconds = (performance.now() - from) / 1000;
      resolve({ code: code ?? 1, output, seconds });
    });
  });
}
