import type { PageContent } from "~/content/page-content";
import { appPool } from "./pools.server";
import { readContent } from "./read-content.server";

/** One run of saves of a draft by one person. */
export type SaveSince = {
  savedById: string | null;
  /** With the person's title; null when the desk itself saved. */
  savedBy: string | null;
  savedAt: Date;
  /** Only of the person's own saves. */
  content: PageContent | null;
};

/** What was saved in a draft after a revision, the oldest first. */
export async function listSavesSince(
  draftId: string,
  revision: number,
  personId: string,
): Promise<SaveSince[]> {
  const { rows } = await appPool().query<
    Omit<SaveSince, "content"> & { content: string | null }
  >(
    `SELECT s.saved_by AS "savedById", s.saved_at AS "savedAt",
            concat_ws(' ', nullif(p.prefix, ''), p.name) AS "savedBy",
            CASE WHEN s.saved_by = $3 THEN s.content END AS content
       FROM desk.draft_save s LEFT JOIN desk.person p ON p.id = s.saved_by
      WHERE s.draft_id = $1 AND s.revision > $2 ORDER BY s.revision LIMIT 100`,
    [draftId, revision, personId],
  );
  return rows.map((row) => ({
    ...row,
    savedBy: row.savedById === null ? null : row.savedBy,
    content: row.content === null ? null : readContent(row.content),
  }));
}
