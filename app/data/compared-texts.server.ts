import { appPool } from "./pools.server";

/**
 * The number of the version of a page that somebody signed last, of those
 * before `below`; null when they signed none.
 */
export async function findLastSigned(
  pageId: string,
  personId: string,
  below: number,
): Promise<number | null> {
  const { rows } = await appPool().query<{ number: number }>(
    `SELECT v.number FROM desk.decision d JOIN desk.version v ON v.id = d.version_id
      WHERE v.page_id = $1 AND d.person_id = $2 AND v.number < $3
      ORDER BY v.number DESC LIMIT 1`,
    [pageId, personId, below],
  );
  return rows[0]?.number ?? null;
}

/** The draft that a version was submitted from; null when the desk opened it again. */
export async function findDraftOfVersion(
  versionId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ draftId: string | null }>(
    `SELECT draft_id AS "draftId" FROM desk.version WHERE id = $1`,
    [versionId],
  );
  return rows[0]?.draftId ?? null;
}
