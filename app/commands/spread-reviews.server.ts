import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** One row of a proposal: the page, the day it falls due on, and an earlier one. */
export type AcceptedMove = { pageId: string; from: string; to: string };

/**
 * Brings the dates of a proposal forward for one reason, each row by itself: a
 * row that is refused loses nothing else, and a row that went through stays. A
 * page that falls due on another day by now is refused. Gives the outcome of
 * every row, in their order. Sent twice, the second time moves nothing.
 */
export async function spreadReviewDates<Row extends AcceptedMove>(
  sessionId: string,
  rows: readonly Row[],
  reason: string,
): Promise<{ row: Row; outcome: Outcome<string> }[]> {
  const results = [];
  for (const row of rows) {
    const outcome = await runAct<string>(
      appPool(),
      "bring_forward_as_proposed",
      [sessionId, row.pageId, row.from, row.to, reason],
    );
    results.push({ row, outcome });
  }
  return results;
}
