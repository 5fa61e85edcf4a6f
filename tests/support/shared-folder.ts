import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const shared = resolve(import.meta.dirname, "../../../shared");

/** Real pages and reference data stand beside the repository where they are at hand. */
export const hasSharedFolder = existsSync(resolve(shared, "data/README.md"));

if (!hasSharedFolder)
  console.warn("../shared is absent: tests on real pages and data are skipped");

export function readShared(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(shared, path)));
}

/** Where a file of the shared folder stands, for what reads it itself. */
export function sharedPath(path: string): string {
  return resolve(shared, path);
}
