import { appPool } from "./pools.server";

/** The name of the newest migration that the database has; null when it has none. */
export async function findNewestMigration(): Promise<string | null> {
  const { rows } = await appPool().query<{ name: string }>(
    `SELECT migration_name AS name FROM desk._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
     ORDER BY migration_name DESC LIMIT 1`,
  );
  return rows[0]?.name ?? null;
}
