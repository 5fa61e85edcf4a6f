import { appPool } from "./pools.server";

/** A page past its review date on some day; all days are 'YYYY-MM-DD'. */
export type OverduePage = {
  slug: string;
  title: string;
  owner: string | null;
  /** Served by this desk, or elsewhere: then by what its source states. */
  place: "here" | "elsewhere";
  lastReviewed: string | null;
  nextReviewDue: string;
  daysOverdue: number;
};

/**
 * Pages whose next review due lay before a day (today without one), the
 * longest overdue first: those that were live on that day, by the dates that
 * held then, and those published elsewhere whose own stated date had passed.
 */
export async function listOverduePages(
  on: string | null,
  limit = 10_000,
): Promise<OverduePage[]> {
  const { rows } = await appPool().query<OverduePage>(
    `WITH day AS MATERIALIZED (
       SELECT d.day, (d.day + 1)::timestamp AT TIME ZONE s.time_zone AS is_over
         FROM (SELECT coalesce($1::date, desk.today()) AS day) d CROSS JOIN desk.desk_setting s
     ),
     -- What was live on the day and could be overdue: by its own date, or by one
     -- that was brought forward.
     stood AS (
       SELECT p.id FROM desk.publication p WHERE p.ended_at IS NULL AND desk.is_overdue(p.next_review_due, (SELECT day FROM day))
       UNION SELECT p.id FROM desk.publication p WHERE p.ended_at >= (SELECT is_over FROM day)
       UNION SELECT b.publication_id FROM desk.due_brought_forward b WHERE desk.is_overdue(b.due_on, (SELECT day FROM day))
     ),
     live AS (
       SELECT p.page_id, v.title, p.last_reviewed_on::text AS last_reviewed,
              least(p.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b
                WHERE b.publication_id = p.id AND b.brought_at < day.is_over)) AS due
         FROM stood JOIN desk.publication p ON p.id = stood.id JOIN desk.version v ON v.id = p.version_id CROSS JOIN day
        WHERE p.published_on <= day.day AND (p.ended_at IS NULL OR p.ended_at >= day.is_over)
     ),
     elsewhere AS (
       SELECT e.page_id, o.title, e.stated_last_reviewed AS last_reviewed, e.stated_next_due AS due
         FROM desk.page_elsewhere e JOIN desk.page_listing o ON o.page_id = e.page_id JOIN desk.page pg ON pg.id = e.page_id CROSS JOIN day
        WHERE (pg.archived_at IS NULL OR desk.day_of(pg.archived_at) > day.day)
          AND NOT EXISTS (SELECT FROM desk.publication p WHERE p.page_id = e.page_id AND p.published_on <= day.day)
     ),
     dated AS (
       SELECT *, 'here' AS place FROM live UNION ALL SELECT *, 'elsewhere' FROM elsewhere
     )
     SELECT pg.slug, d.title, o.name AS owner, d.place, d.last_reviewed AS "lastReviewed",
            d.due AS "nextReviewDue", day.day - d.due AS "daysOverdue"
       FROM dated d JOIN desk.page pg ON pg.id = d.page_id
       LEFT JOIN desk.person o ON o.id = pg.owner_id CROSS JOIN day
      WHERE desk.is_overdue(d.due, day.day) ORDER BY d.due, pg.slug LIMIT $2`,
    [on, limit],
  );
  return rows;
}
