/** `npm run worker`: the jobs of the desk in a process of their own. */
import { ensureInstalled } from "./install.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { printFailure } from "./refusal.mjs";

try {
  refuseOldNode();
  await ensureInstalled(true);
  const { runWithDatabase } = await import("./run-desk.mjs");
  process.exitCode = await runWithDatabase("worker", process.argv.slice(2));
} catch (error) {
  process.exitCode = printFailure(error);
}
