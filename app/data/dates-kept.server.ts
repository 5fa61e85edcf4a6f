import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

/** How the review dates stood at the end of a month, or today for this one. */
export type MonthKept = {
  month: Day;
  onDay: Day;
  /** Pages with text before readers on that day. */
  live: number;
  inDate: number;
  /** The median of the days by which the others were overdue; null without any. */
  medianDaysOverdue: number | null;
  /** Full reviews that went out in the month, and those of them that changed nothing. */
  fullReviews: number;
  unchanged: number;
};

/** The last months, the earliest first, from what was true on their last day. */
export async function listMonthsKept(
  viewerId: string,
  months: number,
): Promise<MonthKept[]> {
  const { rows } = await appPool().query<MonthKept>(
    `SELECT month::text, on_day::text AS "onDay", live, in_date AS "inDate", median_days_overdue::float8 AS "medianDaysOverdue",
            full_reviews AS "fullReviews", unchanged FROM desk.dates_kept($1, $2) ORDER BY month`,
    [viewerId, months],
  );
  return rows;
}
