import type { PageContent } from "~/content/page-content";
import { appPool } from "./pools.server";
import { readContent } from "./read-content.server";

/** A text of a page that somebody looked at. */
export type Look = {
  versionId: string | null;
  versionNumber: number | null;
  draftRevision: number | null;
  lookedAt: Date;
  content: PageContent;
};

/** What is on the screen now: it is never the text that was looked at last. */
export type Shown =
  { versionId: string } | { draftId: string; revision: number };

/**
 * The text of a page that somebody looked at last, other than the one shown
 * now; null when they see the page for the first time. Of the page's line only.
 */
export async function findLastLook(
  personId: string,
  draftId: string,
  shown: Shown,
): Promise<Look | null> {
  const [versionId, revision] =
    "versionId" in shown ? [shown.versionId, null] : [null, shown.revision];
  const { rows } = await appPool().query<
    Omit<Look, "content"> & { content: string }
  >(
    `SELECT l.version_id AS "versionId", v.number AS "versionNumber", l.draft_revision AS "draftRevision",
            l.looked_at AS "lookedAt", coalesce(v.content, l.content) AS content
       FROM desk.look l LEFT JOIN desk.version v ON v.id = l.version_id
      WHERE l.person_id = $1 AND coalesce(l.draft_id, v.draft_id) = $2
        AND coalesce(l.version_id <> $3, true) AND coalesce(l.draft_revision <> $4, true)
      ORDER BY l.looked_at DESC, l.id LIMIT 1`,
    [personId, draftId, versionId, revision],
  );
  const [row] = rows;
  return row ? { ...row, content: readContent(row.content) } : null;
}
