/**
 * `npm run -s desk -- COMMAND`: the command line of the desk, built first
 * when stale. Standard output belongs to the command alone.
 */
import { ensureInstalled } from "./install.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { printFailure } from "./refusal.mjs";

try {
  refuseOldNode();
  await ensureInstalled(true);
  const { runDesk } = await import("./run-desk.mjs");
  process.exitCode = await runDesk(process.argv.slice(2));
} catch (error) {
  process.exitCode = printFailure(error);
}
