import { appPool } from "./pools.server";

/** One answer to a suggested change, as a page's history keeps it. */
export type SuggestionAnswered = {
  seq: string;
  setId: string;
  setRevision: number;
  changeId: string;
  verdict: "accepted" | "declined" | "undone";
  decidedBy: string;
  /** ISO 8601. */
  decidedAt: string;
  reason: string;
  before: string;
  after: string;
  madeBy: string;
};

/** What was answered on any draft of a page, undone answers too, the newest first. */
export async function listSuggestionsAnswered(
  pageId: string,
  limit = 100,
): Promise<SuggestionAnswered[]> {
  const { rows } = await appPool().query<
    Omit<SuggestionAnswered, "decidedAt"> & { decidedAt: Date }
  >(
    `SELECT x.seq::text AS seq, x.set_id AS "setId", x.set_revision AS "setRevision", x.change_id AS "changeId", x.verdict,
            dp.name AS "decidedBy", x.decided_at AS "decidedAt", x.reason, x.before, x.after, mp.name AS "madeBy"
       FROM desk.suggestion_decision x
       JOIN desk.suggestion_set s ON s.id = x.set_id
       JOIN desk.draft d ON d.id = s.draft_id
       JOIN desk.person dp ON dp.id = x.decided_by
       JOIN desk.person mp ON mp.id = s.made_by
      WHERE d.page_id = $1 ORDER BY x.seq DESC LIMIT $2`,
    [pageId, limit],
  );
  return rows.map((row) => ({
    ...row,
    decidedAt: row.decidedAt.toISOString(),
  }));
}
