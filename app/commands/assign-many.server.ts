import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** One row of the list: who is asked for which seat, and until when. */
export type SeatRequest = {
  roundId: string;
  expertise: string;
  reviewerId: string;
  /** Null leaves it to the review rules. */
  reviewBy: string | null;
};

/**
 * Asks for many seats, each row by itself: a row that is refused loses nothing
 * else, and a row that went through stays. Gives the outcome of every row, in
 * their order: the assignment's id, or why not. Sent twice, the second time
 * asks nobody.
 */
export async function assignMany<Row extends SeatRequest>(
  sessionId: string,
  rows: readonly Row[],
): Promise<{ row: Row; outcome: Outcome<string> }[]> {
  const results = [];
  for (const row of rows) {
    const { roundId, expertise, reviewerId, reviewBy } = row;
    const outcome = await runAct<string>(appPool(), "assign_empty_seat", [
      ...[sessionId, roundId, expertise, reviewerId, reviewBy],
    ]);
    results.push({ row, outcome });
  }
  return results;
}
