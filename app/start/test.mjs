/**
 * `npm test`: from a fresh clone to the proof of everything, browser
 * included. Its last line is the sum, `N passed, N failed`; exit 1 when
 * anything failed, 3 when it could not begin.
 */
import { ensureGenerated, ensureInstalled } from "./install.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { printFailure } from "./refusal.mjs";

try {
  refuseOldNode();
  await ensureInstalled();
  await ensureGenerated(true);
  const { runTests } = await import("./run-tests.mjs");
  const { passed, failed, failures = [] } = await runTests();
  for (const failure of failures) process.stdout.write(`\nfailed: ${failure}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  process.exitCode = printFailure(error);
  process.stdout.write("0 passed, 1 failed\n");
}
