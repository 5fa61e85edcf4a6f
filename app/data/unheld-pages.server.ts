import { appPool } from "./pools.server";

/** A page with no valid owner, no review date to come, or an expertise that nobody can be asked for. */
export type UnheldPage = {
  slug: string;
  title: string;
  /** schedule: neither rules nor a stated date. owner: none, or switched off. seat: an open round lacks somebody. bench: nobody on the desk could be asked. */
  lacks: "schedule" | "owner" | "seat" | "bench";
  expertise: string | null;
  collection: string | null;
  leadName: string | null;
};

/**
 * Every page that is not archived and has no active owner; that nothing gives a
 * review date, being published elsewhere with none stated or of a kind without
 * review rules; whose open round has a seat that nobody qualified holds; or for
 * which fewer people hold an expertise that its rules ask for than the rules
 * want, its authors left out.
 */
const unheld = `
  WITH holder AS MATERIALIZED (
    SELECT person_id, expertise FROM desk.expertise_holder
  ), bench AS MATERIALIZED (
    SELECT expertise, count(*) AS people FROM holder GROUP BY expertise
  ), seat AS MATERIALIZED (
    SELECT a.round_id, a.expertise, count(*) AS people FROM desk.review_round r
      JOIN desk.assignment a ON a.round_id = r.id
      JOIN holder h ON h.person_id = a.reviewer_id AND h.expertise = a.expertise
     WHERE r.closed_at IS NULL AND a.state IN ('invited', 'accepted', 'done') GROUP BY a.round_id, a.expertise
  ), rules AS MATERIALIZED (
    SELECT DISTINCT ON (page_kind) id, page_kind FROM desk.review_rules ORDER BY page_kind, number DESC
  ), author_holder AS MATERIALIZED (
    SELECT a.page_id, h.expertise, count(*) AS people FROM desk.page_author a JOIN holder h ON h.person_id = a.person_id GROUP BY a.page_id, h.expertise
  ), lacking AS (
    SELECT p.id AS page_id, 'owner' AS lacks, NULL AS expertise FROM desk.page p
      LEFT JOIN desk.person o ON o.id = p.owner_id
     WHERE p.archived_at IS NULL AND o.is_active IS NOT TRUE
    UNION ALL
    SELECT r.page_id, 'seat', n.expertise FROM desk.review_round r
      JOIN desk.page p ON p.id = r.page_id AND p.archived_at IS NULL
      JOIN desk.round_need n ON n.round_id = r.id
      LEFT JOIN seat s ON s.round_id = r.id AND s.expertise = n.expertise
     WHERE r.closed_at IS NULL AND coalesce(s.people, 0) < n.count
    UNION ALL
    SELECT p.id, 'bench', n.expertise FROM desk.page p
      JOIN rules ON rules.page_kind = p.kind JOIN desk.review_rules_need n ON n.rules_id = rules.id
      LEFT JOIN bench b ON b.expertise = n.expertise
      LEFT JOIN author_holder ah ON ah.page_id = p.id AND ah.expertise = n.expertise
     WHERE p.archived_at IS NULL AND coalesce(b.people, 0) - coalesce(ah.people, 0) < n.count
    UNION ALL
    SELECT p.id, 'schedule', NULL FROM desk.page p
      LEFT JOIN rules ON rules.page_kind = p.kind LEFT JOIN desk.page_elsewhere e ON e.page_id = p.id AND e.stated_next_due IS NULL
     WHERE p.archived_at IS NULL
       AND (rules.id IS NULL OR e.page_id IS NOT NULL AND NOT EXISTS (SELECT FROM desk.publication x WHERE x.page_id = p.id))
  )`;

/**
 * These pages by title, at most 500 rows, as `viewerId` may know of them; only
 * those of collections that the viewer leads where `isMine`.
 */
export async function listUnheldPages(
  viewerId: string,
  isMine = false,
): Promise<UnheldPage[]> {
  const { rows } = await appPool().query<UnheldPage>(
    `${unheld}
     SELECT p.slug, coalesce(d.title, p.slug) AS title, l.lacks, l.expertise, c.name AS collection, lead.name AS "leadName"
       FROM lacking l JOIN desk.page p ON p.id = l.page_id
       LEFT JOIN desk.draft d ON d.page_id = p.id AND d.line = 'main' AND d.closed_at IS NULL
       LEFT JOIN desk.collection c ON c.id = p.collection_id
       LEFT JOIN desk.person lead ON lead.id = c.lead_id AND lead.is_active
      WHERE ($2 IS NOT TRUE OR c.lead_id = $1) AND (p.confidential_until IS NULL OR desk.may_know_of(p.id, $1))
      ORDER BY title, p.slug, l.lacks, l.expertise LIMIT 500`,
    [viewerId, isMine],
  );
  return rows;
}

/** How many pages lack an owner, a reviewer in an open round, or anybody to ask. */
export type Holding = { owner: number; seat: number; bench: number };

/** The count for whoever watches the desk. */
export async function countUnheldPages(): Promise<Holding> {
  const { rows } = await appPool().query<Holding>(
    `${unheld}
     SELECT count(DISTINCT page_id) FILTER (WHERE lacks = 'owner')::integer AS owner,
            count(DISTINCT page_id) FILTER (WHERE lacks = 'seat')::integer AS seat,
            count(DISTINCT page_id) FILTER (WHERE lacks = 'bench')::integer AS bench FROM lacking`,
  );
  return rows[0] ?? { owner: 0, seat: 0, bench: 0 };
}

/** The same for one person, of the pages that they know of; a page that lacks a reviewer counts once. */
export async function countUnheldPagesFor(
  viewerId: string,
): Promise<{ schedule: number; owner: number; reviewer: number }> {
  const { rows } = await appPool().query<{
    schedule: number;
    owner: number;
    reviewer: number;
  }>(
    `${unheld}
     SELECT count(DISTINCT page_id) FILTER (WHERE lacks = 'schedule')::integer AS schedule,
            count(DISTINCT page_id) FILTER (WHERE lacks = 'owner')::integer AS owner,
            count(DISTINCT page_id) FILTER (WHERE lacks IN ('seat', 'bench'))::integer AS reviewer
       FROM lacking l JOIN desk.page p ON p.id = l.page_id
      WHERE p.confidential_until IS NULL OR desk.may_know_of(p.id, $1)`,
    [viewerId],
  );
  return rows[0] ?? { schedule: 0, owner: 0, reviewer: 0 };
}
