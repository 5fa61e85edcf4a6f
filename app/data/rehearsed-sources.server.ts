import type { Day } from "~/domain/days";
import type { Queryable } from "./act.server";

/** A page whose text rests on a source that is withdrawn. */
export type PageTouched = {
  pageId: string;
  slug: string;
  title: string;
  /** Somebody has to triage it, by that day: its live text rests on the source. */
  waits: boolean;
  triageBy: Day | null;
  /** Blocks of the live text that name the source. */
  places: number;
  contentSha256: string | null;
  dueOn: Day | null;
  /** The earliest day to which its review may be brought. */
  earliest: Day;
};

/** The pages that an item touches, as somebody may know of them. */
export async function listPagesTouched(
  database: Queryable,
  itemId: string,
  viewerId: string,
): Promise<PageTouched[]> {
  const { rows } = await database.query<PageTouched>(
    `SELECT s.page_id AS "pageId", l.slug, l.title, s.waits, s.triage_by AS "triageBy", p.content_sha256 AS "contentSha256",
            desk.effective_due(p.id) AS "dueOn", desk.today() + 14 AS earliest,
            (SELECT count(DISTINCT u.block_id)::integer FROM desk.source_use u
              WHERE u.version_id = p.version_id AND u.kind = i.subject_kind AND desk.is_source(u.kind, u.key, i.subject_key)) AS places
       FROM desk.watch_standing s JOIN desk.watch_item i ON i.id = s.item_id
       JOIN (SELECT pg.id, pg.slug, coalesce(d.title, pg.slug) AS title FROM desk.page pg
               LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL) l ON l.id = s.page_id
       LEFT JOIN desk.publication p ON p.id = s.publication_id
      WHERE s.item_id = $1 AND desk.may_know_of(s.page_id, $2) ORDER BY l.title, s.page_id LIMIT 200`,
    [itemId, viewerId],
  );
  return rows;
}

/** A seat of a review that falls due; null: nobody is named for it yet. */
export type SeatNeeded = {
  pageId: string;
  expertise: string;
  name: string | null;
};

/** Whom the reviews of these pages ask for, up to a day. */
export async function listSeatsNeeded(
  database: Queryable,
  viewerId: string,
  pageIds: readonly string[],
  until: Day,
): Promise<SeatNeeded[]> {
  const { rows } = await database.query<SeatNeeded>(
    `SELECT x.page_id AS "pageId", x.expertise, p.name FROM desk.review_load($1, $3) x LEFT JOIN desk.person p ON p.id = x.person_id
      WHERE x.what <> 'again' AND x.page_id = ANY ($2) ORDER BY x.page_id, x.expertise, p.name LIMIT 2000`,
    [viewerId, [...pageIds], until],
  );
  return rows;
}
