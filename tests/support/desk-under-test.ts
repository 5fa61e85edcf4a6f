import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Which worker of Playwright this is; a journey that is repeated gets a new one. */
const worker = process.env["TEST_WORKER_INDEX"] ?? "none";

/** Where the desks of this run keep their data; the workers inherit the choice. */
const folder = (process.env["JOURNEYS_FOLDER"] ??= makeFolder());

/** The data of the desk that all others begin as a copy of. */
export const seededDataDir = join(folder, "seeded");

/**
 * The desk that the journeys of this worker drive: the real `npm start` on a
 * free port, with its data in a folder of its own. So no journey meets what
 * another is doing at the same time, nor what its own first try left.
 */
export const deskUnderTest = {
  port: Number(
    (process.env[`JOURNEY_PORT_${worker}`] ??= String(await freePort())),
  ),
  dataDir: join(folder, `desk-${worker}`),
};

export const deskOrigin = originAt(deskUnderTest.port);

export function originAt(port: number): string {
  return `http://localhost:${String(port)}`;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "desk-journeys-"));
  // As root the embedded PostgreSQL is another user, who has to get in.
  chmodSync(folder, 0o755);
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function freePort(): Promise<number> {
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
