import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

/** What falls on one day of the desk's calendar. */
export type MonthEntry = {
  on: Day;
  /** A page's next review, a reviewer's day, or a publication at its hour. */
  what: "page_due" | "review_by" | "going_out";
  slug: string;
  title: string;
  genes: string[];
  /** The reviewer. */
  person: string | null;
  isOverdue: boolean;
};

/** Everything from one day to another that the viewer may see, at most `limit`, by day. */
export async function listMonthEntries(
  { seesAll, personId }: ListViewer,
  from: Day,
  until: Day,
  limit: number,
): Promise<{ entries: MonthEntry[]; total: number }> {
  const { rows } = await appPool().query<MonthEntry & { total: number }>(
    `WITH day AS MATERIALIZED (SELECT desk.today() AS today),
     entry AS (
       SELECT o.next_review_due AS on_day, 'page_due' AS what, o.page_id, o.slug, o.title, o.title_key, NULL::text AS person,
              desk.is_overdue(o.next_review_due, day.today) AS is_overdue
         FROM day JOIN desk.page_listing o ON o.is_standing AND o.next_review_due BETWEEN $3 AND $4 AND ${isVisible}
       UNION ALL
       SELECT a.review_by, 'review_by', o.page_id, o.slug, o.title, o.title_key, btrim(p.prefix || ' ' || p.name), false
         FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
         JOIN desk.person p ON p.id = a.reviewer_id JOIN desk.page_listing o ON o.page_id = r.page_id
        WHERE a.state IN ('invited', 'accepted') AND a.review_by BETWEEN $3 AND $4 AND NOT o.is_archived AND ${isVisible}
       UNION ALL
       SELECT desk.day_of(s.publish_at), 'going_out', o.page_id, o.slug, o.title, o.title_key, NULL, false
         FROM desk.schedule s JOIN desk.page_listing o ON o.page_id = s.page_id
        WHERE s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.refused_at IS NULL
          AND desk.day_of(s.publish_at) BETWEEN $3 AND $4 AND ${isVisible}
     ), shown AS (
       SELECT *, count(*) OVER ()::integer AS total FROM entry ORDER BY on_day, what, title_key, page_id, person LIMIT $5
     )
     SELECT shown.on_day::text AS "on", shown.what, shown.slug, shown.title, shown.person, shown.is_overdue AS "isOverdue", shown.total,
            coalesce(d.genes, '{}') AS genes
       FROM shown LEFT JOIN desk.draft d ON d.page_id = shown.page_id AND d.line = 'main' AND d.closed_at IS NULL
      ORDER BY shown.on_day, shown.what, shown.title_key, shown.page_id, shown.person`,
    [seesAll, personId, from, until, limit],
  );
  return { entries: rows, total: rows[0]?.total ?? 0 };
}
