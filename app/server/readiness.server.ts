import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { findNewestMigration } from "~/data/find-newest-migration.server";
import { logAccident } from "~/lib/log.server";

/**
 * Why this process cannot serve: the database does not answer, or its schema
 * is not the one this build was made for. Null when it can.
 */
export async function findUnreadiness(root: string): Promise<string | null> {
  try {
    const [ours, theirs] = await Promise.all([
      newestMigration(root),
      findNewestMigration(),
    ]);
    return ours === theirs ? null : "the database has another schema";
  } catch (error) {
    logAccident(error, { act: "GET /readyz", requestId: "-" });
    return "the database does not answer";
  }
}

async function newestMigration(root: string): Promise<string | null> {
  const entries = await readdir(join(root, "prisma", "migrations"), {
    withFileTypes: true,
  });
  const names = entries.filter((entry) => entry.isDirectory());
  return (
    names
      .map((entry) => entry.name)
      .sort()
      .at(-1) ?? null
  );
}
