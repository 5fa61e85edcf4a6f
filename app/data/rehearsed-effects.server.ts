import type { Day } from "~/domain/days";
import type { Role } from "~/domain/words";
import type { Queryable } from "./act.server";

/** A live page whose next review falls on an earlier day. */
export type DueMoved = PageNamed & { dueOn: Day; movesTo: Day };

/** A review that has somebody else, or nobody and then who could be asked. */
export type ReviewMoved = PageNamed & {
  expertise: string;
  reviewBy: Day;
  /** Null: nobody. */
  toName: string | null;
  couldBeAsked: string[];
};

/** A page or scheduled publication that nobody holds any more, or somebody else. */
export type HoldingMoved = PageNamed & {
  what: "page" | "schedule";
  toName: string | null;
  /** Next review of a page, day of a publication. */
  onDay: Day | null;
};

/** A collection whose lead left, and who leads it then. */
export type ShelfMoved = {
  id: string;
  name: string;
  /** Null: nobody. */
  toName: string | null;
};

/** A live page whose next review fewer people could do than its rules want. */
export type BenchShort = PageNamed & {
  expertise: string;
  dueOn: Day;
  left: number;
  wanted: number;
};

export type Told = { name: string; kind: string; count: number };

type PageNamed = { pageId: string; slug: string; title: string };

const most = 200;
/** Rows that this transaction wrote: none of anybody else's is among them. */
const ours = (alias: string) => `${alias}.xmin = pg_current_xact_id()::xid`;

/** The days that moved, the earliest first. */
export async function listDuesMoved(database: Queryable): Promise<DueMoved[]> {
  const { rows } = await database.query<DueMoved>(
    `SELECT pg.id AS "pageId", pg.slug, v.title, b.due_on AS "movesTo",
            least(p.next_review_due, (SELECT min(x.due_on) FROM desk.due_brought_forward x WHERE x.publication_id = p.id AND NOT ${ours("x")})) AS "dueOn"
       FROM desk.due_brought_forward b JOIN desk.publication p ON p.id = b.publication_id
       JOIN desk.page pg ON pg.id = p.page_id JOIN desk.version v ON v.id = p.version_id
      WHERE ${ours("b")} ORDER BY b.due_on, v.title, pg.id LIMIT ${String(most)}`,
  );
  return rows;
}

/** The open reviews that changed hands, and those that nobody took. */
export async function listReviewsMoved(
  database: Queryable,
): Promise<ReviewMoved[]> {
  const { rows } = await database.query<ReviewMoved>(
    `WITH gone AS (
       SELECT a.round_id, a.expertise, min(a.review_by) AS review_by FROM desk.assignment a
        WHERE ${ours("a")} AND a.state = 'dismissed' GROUP BY a.round_id, a.expertise
     )
     SELECT pg.id AS "pageId", pg.slug, v.title, gone.expertise, gone.review_by AS "reviewBy",
            (SELECT btrim(p.prefix || ' ' || p.name) FROM desk.assignment n JOIN desk.person p ON p.id = n.reviewer_id
              WHERE n.round_id = gone.round_id AND n.expertise = gone.expertise AND n.state = 'invited' AND ${ours("n")} LIMIT 1) AS "toName",
            ARRAY(SELECT p.name FROM desk.expertise_holder h JOIN desk.person p ON p.id = h.person_id
                   WHERE h.expertise = gone.expertise
                     AND NOT EXISTS (SELECT FROM desk.assign_blockers(gone.round_id, gone.expertise, p.id)) ORDER BY p.name LIMIT 20) AS "couldBeAsked"
       FROM gone JOIN desk.review_round r ON r.id = gone.round_id AND r.closed_at IS NULL
       JOIN desk.version v ON v.id = r.version_id JOIN desk.page pg ON pg.id = r.page_id
      ORDER BY gone.review_by, v.title, gone.expertise LIMIT ${String(most)}`,
  );
  return rows;
}

/** The pages of somebody who left, and the publications that went with them. */
export async function listHoldingsMoved(
  database: Queryable,
  personId: string,
  handedTo: string | null,
): Promise<HoldingMoved[]> {
  const { rows } = await database.query<HoldingMoved>(
    `SELECT pg.id AS "pageId", pg.slug, l.title, 'page' AS what, l.next_review_due AS "onDay",
            (SELECT btrim(p.prefix || ' ' || p.name) FROM desk.person p WHERE p.id = $2 AND p.id = pg.owner_id) AS "toName"
       FROM desk.page pg JOIN desk.page_listing l ON l.page_id = pg.id
      WHERE pg.archived_at IS NULL AND (pg.owner_id = $1 OR (pg.owner_id = $2 AND ${ours("pg")}))
     UNION ALL
     SELECT pg.id, pg.slug, v.title, 'schedule', desk.day_of(s.publish_at), NULL
       FROM desk.schedule s JOIN desk.version v ON v.id = s.version_id JOIN desk.page pg ON pg.id = s.page_id
      WHERE ${ours("s")} AND s.cancelled_at IS NOT NULL
     ORDER BY 4, 5 NULLS LAST, 3, 1 LIMIT ${String(most)}`,
    [personId, handedTo],
  );
  return rows;
}

/** The collections of somebody who left. */
export async function listShelvesMoved(
  database: Queryable,
  personId: string,
): Promise<ShelfMoved[]> {
  const { rows } = await database.query<ShelfMoved>(
    `SELECT c.id, c.name, CASE WHEN c.lead_id <> $1 THEN btrim(p.prefix || ' ' || p.name) END AS "toName"
       FROM desk.collection c JOIN desk.person p ON p.id = c.lead_id
      WHERE c.lead_id = $1 OR ${ours("c")} ORDER BY c.name, c.id LIMIT ${String(most)}`,
    [personId],
  );
  return rows;
}

/** The roles that this person held and that nobody who is here holds any more. */
export async function listRolesEmptied(
  database: Queryable,
  personId: string,
): Promise<Role[]> {
  const { rows } = await database.query<{ role: Role }>(
    `SELECT r.role FROM desk.person_role r
      WHERE r.person_id = $1 AND NOT EXISTS (SELECT FROM desk.person_role o JOIN desk.person p ON p.id = o.person_id
        WHERE o.role = r.role AND p.is_active) ORDER BY r.role`,
    [personId],
  );
  return rows.map(({ role }) => role);
}

/**
 * Live pages that one person fewer leaves with too few who could review them,
 * by the rules that hold now: somebody who held `expertises` and is gone.
 */
export async function listBenchShort(
  database: Queryable,
  personId: string,
  expertises: readonly string[],
): Promise<BenchShort[]> {
  const { rows } = await database.query<BenchShort>(
    `WITH rules AS (SELECT DISTINCT ON (page_kind) id, page_kind FROM desk.review_rules ORDER BY page_kind, number DESC),
     bench AS (SELECT expertise, count(*)::integer AS people FROM desk.expertise_holder GROUP BY expertise),
     short AS (
       SELECT l.page_id, l.slug, l.title, l.next_review_due, n.expertise, n.count AS wanted,
              coalesce(b.people, 0) - (SELECT count(*)::integer FROM desk.page_author a JOIN desk.expertise_holder h ON h.person_id = a.person_id
                WHERE a.page_id = l.page_id AND h.expertise = n.expertise) AS left_over
         FROM rules JOIN desk.review_rules_need n ON n.rules_id = rules.id AND n.expertise = ANY ($2)
         JOIN desk.page_listing l ON l.kind = rules.page_kind AND l.publication_id IS NOT NULL AND l.ended_because IS NULL AND NOT l.is_archived
         LEFT JOIN bench b ON b.expertise = n.expertise
        WHERE coalesce(b.people, 0) < n.count + 20
          AND NOT EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = l.page_id AND a.person_id = $1)
     )
     SELECT page_id AS "pageId", slug, title, expertise, next_review_due AS "dueOn", left_over AS "left", wanted
       FROM short WHERE left_over < wanted AND left_over + 1 >= wanted
      ORDER BY next_review_due, title, page_id, expertise LIMIT ${String(most)}`,
    [personId, [...expertises]],
  );
  return rows;
}

/** Who would be told, by the mails that the acts queued. */
export async function listTold(database: Queryable): Promise<Told[]> {
  const { rows } = await database.query<Told>(
    `SELECT p.name, m.kind, count(*)::integer AS count FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
      WHERE ${ours("m")} GROUP BY p.id, p.name, m.kind ORDER BY p.name, m.kind LIMIT ${String(most)}`,
  );
  return rows;
}

export type MonthOfLoad = { month: Day; seats: number };

/** Seats that reviews ask for in each of the next 24 months, as somebody may know of them. */
export async function listLoadByMonth(
  database: Queryable,
  viewerId: string,
): Promise<MonthOfLoad[]> {
  const { rows } = await database.query<MonthOfLoad>(
    `WITH months AS (SELECT (date_trunc('month', desk.today()) + make_interval(months => n))::date AS month FROM generate_series(0, 23) n)
     SELECT m.month, count(x.page_id)::integer AS seats FROM months m
       LEFT JOIN desk.review_load($1, (date_trunc('month', desk.today()) + interval '24 months')::date - 1) x
         ON date_trunc('month', greatest(x.on_day, desk.today()))::date = m.month
      GROUP BY m.month ORDER BY m.month`,
    [viewerId],
  );
  return rows;
}

/** What a person can be asked for, before they leave. */
export async function listExpertiseOf(
  database: Queryable,
  personId: string,
): Promise<string[]> {
  const { rows } = await database.query<{ expertise: string }>(
    "SELECT expertise FROM desk.expertise_holder WHERE person_id = $1 ORDER BY expertise",
    [personId],
  );
  return rows.map(({ expertise }) => expertise);
}

/** Of these pages the ones that somebody may know of, as things stand. */
export async function listKnown(
  database: Queryable,
  pageIds: readonly string[],
  viewerId: string,
): Promise<Set<string>> {
  const { rows } = await database.query<{ id: string }>(
    "SELECT id FROM unnest($1::uuid[]) id WHERE desk.may_know_of(id, $2)",
    [[...new Set(pageIds)], viewerId],
  );
  return new Set(rows.map(({ id }) => id));
}
