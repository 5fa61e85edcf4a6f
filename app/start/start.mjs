/**
 * `npm start`: from a fresh clone to a desk that serves. `--dev` serves the
 * watched files instead of a build. What needs packages is imported only once
 * they are installed.
 */
import { ensureInstalled } from "./install.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { printFailure } from "./refusal.mjs";

try {
  refuseOldNode();
  await ensureInstalled();
  const { serveDesk } = await import("./serve-desk.mjs");
  await serveDesk({ isDevelopment: process.argv.includes("--dev") });
} catch (error) {
  process.exit(printFailure(error));
}
