import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The desk that the journeys drive: the real `npm start` on a free port, with
 * its data in a folder of its own. Chosen once by the first process; the
 * workers of Playwright inherit the choice.
 */
export const deskUnderTest = {
  port: Number((process.env["JOURNEY_PORT"] ??= String(await freePort()))),
  dataDir: (process.env["JOURNEY_DATA_DIR"] ??= makeFolder()),
};

export const deskOrigin = `http://localhost:${String(deskUnderTest.port)}`;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "desk-journeys-"));
  // As root the embedded PostgreSQL is another user, who has to get in.
  chmodSync(folder, 0o755);
  // Playwright's own teardown comes before the desk has stopped.
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}
