import { appPool } from "./pools.server";

/**
 * The pages that are confidential today and that somebody may know of: by
 * address, the day until which. Found by an index; lists mark their rows by it.
 */
export async function listEmbargoes(
  personId: string,
): Promise<Record<string, string>> {
  const { rows } = await appPool().query<{ slug: string; until: string }>(
    `SELECT l.slug, l.confidential_until AS until FROM desk.page_listing l
      WHERE l.confidential_until > (SELECT desk.today()) AND desk.may_know_of(l.page_id, $1)
      ORDER BY l.confidential_until, l.slug LIMIT 1000`,
    [personId],
  );
  return Object.fromEntries(rows.map(({ slug, until }) => [slug, until]));
}
