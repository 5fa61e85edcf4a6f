import { pageKinds } from "~/domain/words";
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

/** The facts that each question below starts from. */
const benches = `
  holder AS MATERIALIZED (
    SELECT person_id, expertise FROM desk.expertise_holder
  ), rules AS MATERIALIZED (
    SELECT DISTINCT ON (page_kind) id, page_kind FROM desk.review_rules ORDER BY page_kind, number DESC
  ),
  -- Found from the few rounds that are open.
  asked AS MATERIALIZED (
    SELECT a.round_id, a.expertise, a.reviewer_id FROM desk.review_round r CROSS JOIN LATERAL (
      SELECT x.round_id, x.expertise, x.reviewer_id FROM desk.assignment x
       WHERE x.round_id = r.id AND x.state IN ('invited', 'accepted', 'done') OFFSET 0) a
     WHERE r.closed_at IS NULL
  ), seat AS MATERIALIZED (
    SELECT a.round_id, a.expertise, count(*) AS people
      FROM asked a JOIN holder h ON h.person_id = a.reviewer_id AND h.expertise = a.expertise GROUP BY a.round_id, a.expertise
  ), needed AS MATERIALIZED (
    SELECT r.page_id, n.round_id, n.expertise, n.count FROM desk.review_round r CROSS JOIN LATERAL (
      SELECT x.round_id, x.expertise, x.count FROM desk.round_need x WHERE x.round_id = r.id OFFSET 0) n
     WHERE r.closed_at IS NULL
  ), open_seat AS (
    SELECT n.page_id, n.expertise FROM needed n LEFT JOIN seat s ON s.round_id = n.round_id AND s.expertise = n.expertise
     WHERE n.count > coalesce(s.people, 0)
  ),
  -- How many hold an expertise beyond those that the rules of a kind want: below zero, no page of it can be reviewed.
  wanted AS MATERIALIZED (
    SELECT rules.page_kind, n.expertise, coalesce(b.people, 0) - n.count AS spare
      FROM rules JOIN desk.review_rules_need n ON n.rules_id = rules.id
      LEFT JOIN (SELECT expertise, count(*) AS people FROM holder GROUP BY expertise) b ON b.expertise = n.expertise
  ),
  -- Holders who write are few, and matter only where nobody is to spare for them.
  author_holder AS MATERIALIZED (
    SELECT a.page_id, h.expertise, count(*) AS people FROM holder h JOIN desk.page_author a ON a.person_id = h.person_id
     WHERE h.expertise IN (SELECT w.expertise FROM wanted w WHERE w.spare >= 0 AND w.spare < (
       SELECT count(*) FROM holder x WHERE x.expertise = w.expertise AND EXISTS (SELECT FROM desk.page_author y WHERE y.person_id = x.person_id)))
     GROUP BY a.page_id, h.expertise
  )`;

const kinds = pageKinds.map((kind) => `('${kind}')`).join(", ");

/**
 * Every page that is not archived and has no active owner; that nothing gives a
 * review date, being published elsewhere with none stated or of a kind without
 * review rules; whose open round has a seat that nobody qualified holds; or for
 * which fewer people hold an expertise that its rules ask for than the rules
 * want, its authors left out. Each way finds its pages by an index of the
 * listing, and takes those that are `shown`, by title, up to a limit if there is one.
 */
function lacking(shown: string, limit: number | null): string {
  const isShown = `NOT o.is_archived AND ${shown}`;
  const facts = "o.page_id, o.slug, o.title_key";
  const first = (keys = "") =>
    limit === null
      ? ""
      : `ORDER BY o.title_key, o.slug${keys} LIMIT ${String(limit)}`;
  return `WITH ${benches}, lacking AS (
    (SELECT ${facts}, 'owner' AS lacks, NULL AS expertise FROM desk.page_listing o
      WHERE (o.owner_id IS NULL OR o.owner_id = ANY (ARRAY(SELECT id FROM desk.person WHERE NOT is_active))) AND ${isShown} ${first()})
    UNION ALL
    (SELECT ${facts}, 'seat', s.expertise FROM open_seat s JOIN desk.page_listing o ON o.page_id = s.page_id
      WHERE ${isShown} ${first(", s.expertise")})
    UNION ALL
    SELECT o.*, 'bench', w.expertise FROM wanted w CROSS JOIN LATERAL (
      SELECT ${facts} FROM desk.page_listing o WHERE o.kind = w.page_kind AND ${isShown} ${first()}) o
     WHERE w.spare < 0
    UNION ALL
    (SELECT ${facts}, 'bench', w.expertise FROM author_holder h JOIN desk.page_listing o ON o.page_id = h.page_id
       JOIN wanted w ON w.page_kind = o.kind AND w.expertise = h.expertise
      WHERE w.spare >= 0 AND w.spare < h.people AND ${isShown} ${first(", w.expertise")})
    UNION ALL
    SELECT o.*, 'schedule', NULL FROM (VALUES ${kinds}) k (kind) CROSS JOIN LATERAL (
      SELECT ${facts} FROM desk.page_listing o WHERE o.kind = k.kind AND ${isShown} ${first()}) o
     WHERE NOT EXISTS (SELECT FROM rules WHERE rules.page_kind = k.kind)
    UNION ALL
    (SELECT ${facts}, 'schedule', NULL FROM desk.page_elsewhere e JOIN desk.page_listing o ON o.page_id = e.page_id
      WHERE e.stated_next_due IS NULL AND o.kind IN (SELECT page_kind FROM rules) AND ${isShown}
        AND NOT EXISTS (SELECT FROM desk.publication x WHERE x.page_id = o.page_id) ${first()})
  )`;
}

const mayKnow =
  "(o.confidential_until IS NULL OR desk.may_know_of(o.page_id, $1))";
const most = 500;

/**
 * These pages by title, at most 500 rows, as `viewerId` may know of them; only
 * those of collections that the viewer leads where `isMine`.
 */
export async function listUnheldPages(
  viewerId: string,
  isMine = false,
): Promise<UnheldPage[]> {
  const shown = isMine
    ? `${mayKnow} AND o.page_id IN (SELECT m.id FROM desk.page m JOIN desk.collection n ON n.id = m.collection_id WHERE n.lead_id = $1)`
    : mayKnow;
  const { rows } = await appPool().query<UnheldPage>(
    `${lacking(shown, most)}, shelf AS MATERIALIZED (
       SELECT c.id, c.name, lead.name AS lead_name FROM desk.collection c LEFT JOIN desk.person lead ON lead.id = c.lead_id AND lead.is_active)
     SELECT l.slug, o.title, l.lacks, l.expertise, s.name AS collection, s.lead_name AS "leadName"
       FROM (SELECT * FROM lacking ORDER BY title_key, slug, lacks, expertise LIMIT ${String(most)}) l
      CROSS JOIN LATERAL (SELECT i.title, p.collection_id FROM desk.page_listing i JOIN desk.page p ON p.id = i.page_id
        WHERE i.page_id = l.page_id OFFSET 0) o
       LEFT JOIN shelf s ON s.id = o.collection_id
      ORDER BY l.title_key, l.slug, l.lacks, l.expertise`,
    [viewerId],
  );
  return rows;
}

/** How many pages lack an owner, a reviewer in an open round, or anybody to ask. */
export type Holding = { owner: number; seat: number; bench: number };

/** The count for whoever watches the desk. */
export async function countUnheldPages(): Promise<Holding> {
  const { rows } = await appPool().query<Holding>(
    `${lacking("true", null)}
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
    `${lacking(mayKnow, null)}
     SELECT count(DISTINCT page_id) FILTER (WHERE lacks = 'schedule')::integer AS schedule,
            count(DISTINCT page_id) FILTER (WHERE lacks = 'owner')::integer AS owner,
            count(DISTINCT page_id) FILTER (WHERE lacks IN ('seat', 'bench'))::integer AS reviewer
       FROM lacking`,
    [viewerId],
  );
  return rows[0] ?? { schedule: 0, owner: 0, reviewer: 0 };
}
