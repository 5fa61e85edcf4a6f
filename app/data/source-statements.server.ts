import { appPool } from "./pools.server";

/** What a source stated about itself: history, never a date of ours. */
export type SourceStatement = {
  id: string;
  kind: string;
  raw: string;
  value: string | null;
  isAmbiguous: boolean;
};

/** The statements of an imported page, in the order of its source. */
export async function listSourceStatements(
  pageId: string,
): Promise<SourceStatement[]> {
  const { rows } = await appPool().query<SourceStatement>(
    `SELECT id, kind, raw, value, is_ambiguous AS "isAmbiguous"
       FROM desk.source_statement WHERE page_id = $1 ORDER BY position LIMIT 200`,
    [pageId],
  );
  return rows;
}

/** Where a page stands outside this desk, as it says itself. */
export type Elsewhere = {
  address: string | null;
  statedLastReviewed: string | null;
  statedNextDue: string | null;
  /** Days that its stated date is past; null when it is not, or states none. */
  statedOverdueBy: number | null;
};

/** What a page published elsewhere states of its dates; null when it is not. */
export async function findElsewhere(pageId: string): Promise<Elsewhere | null> {
  const { rows } = await appPool().query<Elsewhere>(
    `SELECT address, stated_last_reviewed AS "statedLastReviewed", stated_next_due AS "statedNextDue",
            CASE WHEN desk.is_overdue(stated_next_due, desk.today()) THEN desk.today() - stated_next_due END AS "statedOverdueBy"
       FROM desk.page_elsewhere WHERE page_id = $1`,
    [pageId],
  );
  return rows[0] ?? null;
}
