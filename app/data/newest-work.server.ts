import { appPool } from "./pools.server";

/** The page at an address with its newest version, on whichever line. */
export type NewestWork = {
  pageId: string;
  slug: string;
  title: string;
  /** Null when nothing was ever submitted. */
  versionId: string | null;
  versionNumber: number | null;
  isImported: boolean;
};

/** What there is to publish at an address; null when there is no such page. */
export async function findNewestWork(slug: string): Promise<NewestWork | null> {
  const { rows } = await appPool().query<NewestWork>(
    `SELECT o.page_id AS "pageId", o.slug, o.title, v.id AS "versionId", v.number AS "versionNumber",
            EXISTS (SELECT FROM desk.draft_save s WHERE s.draft_id = o.draft_id AND s.via = 'import') AS "isImported"
       FROM desk.page_overview o
       LEFT JOIN LATERAL (SELECT id, number FROM desk.version
         WHERE page_id = o.page_id ORDER BY number DESC LIMIT 1) v ON true
      WHERE o.slug = $1`,
    [slug],
  );
  return rows[0] ?? null;
}
