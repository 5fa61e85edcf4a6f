import type { BacklogPage, Reviewers } from "~/domain/backlog-plan";
import type { Day } from "~/domain/days";
import type { PageKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** A page of the backlog: what is known of it, and what its source states. */
export type BacklogEntry = BacklogPage & {
  slug: string;
  title: string;
  kind: PageKind;
  address: string | null;
  ownerName: string | null;
  /** In the source's words; null when it said nothing of it. */
  saidLastReviewed: string | null;
  saidNextDue: string | null;
  /** The last day that it may mean. */
  nextDue: Day | null;
  isOverdueThere: boolean;
};

/** Most pages that one plan holds; the rest comes when these are done. */
const mostInBacklog = 5_000;

/**
 * Pages published elsewhere that were never published here and are not
 * archived, as far as `viewerId` may know of them, null for nobody in
 * particular: then no confidential page is among them.
 */
export async function listBacklog(
  viewerId: string | null,
): Promise<BacklogEntry[]> {
  const { rows } = await appPool().query<BacklogEntry>(
    `WITH day AS MATERIALIZED (SELECT desk.today() AS today),
     rules AS MATERIALIZED (
       SELECT DISTINCT ON (page_kind) id, page_kind, ${weeksOfRules} AS weeks FROM desk.review_rules ORDER BY page_kind, number DESC
     ), seats AS MATERIALIZED (
       SELECT rules.page_kind, rules.weeks, array_agg(n.expertise ORDER BY n.step, n.expertise) AS seats
         FROM rules JOIN desk.review_rules_need n ON n.rules_id = rules.id CROSS JOIN generate_series(1, n.count)
        GROUP BY rules.page_kind, rules.weeks
     )
     SELECT l.page_id AS id, l.slug, l.title, l.kind, e.address, o.name AS "ownerName",
            said.last AS "saidLastReviewed", said.next AS "saidNextDue", e.stated_next_due AS "nextDue",
            coalesce(desk.is_overdue(e.stated_next_due, day.today), false) AS "isOverdueThere", day.today - e.stated_next_due AS "lateDays",
            i.risk, i.readers_per_month AS "readersPerMonth", coalesce(seats.seats, '{}') AS seats, coalesce(seats.weeks, 1) AS weeks,
            ARRAY(SELECT a.person_id FROM desk.page_author a WHERE a.page_id = l.page_id) AS "authorIds",
            CASE WHEN r.id IS NOT NULL THEN coalesce((SELECT max(a.review_by) FROM desk.assignment a
              WHERE a.round_id = r.id AND a.state IN ('invited', 'accepted')), day.today + seats.weeks * 7)::text END AS "underWayUntil"
       FROM desk.page_elsewhere e CROSS JOIN day
       JOIN desk.page_listing l ON l.page_id = e.page_id AND l.publication_id IS NULL AND NOT l.is_archived
       LEFT JOIN desk.person o ON o.id = l.owner_id AND o.is_active
       LEFT JOIN seats ON seats.page_kind = l.kind
       LEFT JOIN LATERAL (SELECT * FROM desk.backlog_input b WHERE b.page_id = l.page_id ORDER BY b.seq DESC LIMIT 1) i ON true
       LEFT JOIN LATERAL (SELECT rr.id FROM desk.review_round rr WHERE rr.page_id = l.page_id AND rr.closed_at IS NULL ORDER BY rr.opened_at DESC LIMIT 1) r ON true
       CROSS JOIN LATERAL (
         SELECT (SELECT s.raw FROM desk.source_statement s WHERE s.page_id = l.page_id AND s.kind = 'last_reviewed' ORDER BY s.position DESC LIMIT 1) AS last,
                (SELECT s.raw FROM desk.source_statement s WHERE s.page_id = l.page_id AND s.kind = 'next_review_due' ORDER BY s.position DESC LIMIT 1) AS next) said
      WHERE l.confidential_until IS NULL OR l.confidential_until <= day.today OR desk.may_know_of(l.page_id, $1)
      ORDER BY e.stated_next_due NULLS LAST, l.page_id LIMIT ${String(mostInBacklog)}`,
    [viewerId],
  );
  return rows;
}

/** Weeks that a review takes by its rules: to answer and to review run from the same day. */
const weeksOfRules = "ceil(greatest(respond_days, review_days) / 7.0)::integer";

const yearsAhead = 5;

/** Who can be asked, how much they take at a time, and what holds them already. */
export async function listReviewerRoom(): Promise<Reviewers> {
  const until = `(desk.today() + interval '${String(yearsAhead)} years')::date`;
  const [room, holders, held] = await Promise.all([
    appPool().query<Reviewers["room"][number]>(
      `SELECT week_start AS "weekStart", person_id AS "personId", reviews FROM desk.weekly_capacity(desk.today(), ${until})`,
    ),
    appPool().query<{ expertise: string; people: string[] }>(
      `SELECT expertise, array_agg(person_id::text ORDER BY person_id) AS people FROM desk.expertise_holder GROUP BY expertise`,
    ),
    appPool().query<Reviewers["held"][number]>(
      `WITH rules AS MATERIALIZED (
         SELECT DISTINCT ON (page_kind) page_kind, ${weeksOfRules} AS weeks FROM desk.review_rules ORDER BY page_kind, number DESC
       )
       SELECT x.on_day AS "onDay", coalesce(rules.weeks, 1) AS weeks, x.expertise, x.person_id AS "personId", x.what = 'asked' AS "isOpen"
         FROM desk.review_load(NULL, ${until}) x JOIN desk.page pg ON pg.id = x.page_id LEFT JOIN rules ON rules.page_kind = pg.kind
        ORDER BY x.on_day, x.page_id, x.expertise`,
    ),
  ]);
  return {
    room: room.rows,
    holders: new Map(
      holders.rows.map(({ expertise, people }) => [expertise, people]),
    ),
    held: held.rows,
  };
}

/** One page of the backlog by its address, with what was set of it; null when it is not in it. */
export async function findBacklogEntry(
  slug: string,
  viewerId: string,
): Promise<BacklogEntry | null> {
  const all = await listBacklog(viewerId);
  return all.find((entry) => entry.slug === slug) ?? null;
}
