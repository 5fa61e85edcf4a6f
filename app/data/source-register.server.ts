import type { WatchSubject } from "~/domain/watch-items";
import { appPool } from "./pools.server";

export type SourceKind = Exclude<WatchSubject, "page">;

export type RegisteredSource = {
  kind: SourceKind;
  key: string;
  label: string;
  pages: number;
  blocks: number;
  /** The oldest day to which the evidence of one of its pages was checked. */
  checkedTo: string | null;
  /** Items about it with a page that waits for triage. */
  openItems: number;
  /** Up to ten of its pages, by title. */
  restingOn: { slug: string; title: string; blocks: number }[];
};

export type SourcesWanted = {
  kind: SourceKind | null;
  /** Words that stand in its name or identifier; "" for every source. */
  words: string;
  limit: number;
  offset: number;
};

/**
 * What live texts rest on or name, as far as somebody may know of their pages:
 * the sources of most pages first, then by kind and name. One more than `limit`
 * where there are more.
 */
export async function listSources(
  viewerId: string,
  { kind, words, limit, offset }: SourcesWanted,
): Promise<RegisteredSource[]> {
  const { rows } = await appPool().query<RegisteredSource>(
    `WITH live AS MATERIALIZED (
       SELECT p.page_id, p.version_id, p.evidence_checked_to
         FROM desk.publication p JOIN desk.page pg ON pg.id = p.page_id CROSS JOIN (SELECT desk.today() AS today OFFSET 0) day
        WHERE p.ended_at IS NULL AND pg.archived_at IS NULL
          AND CASE WHEN coalesce(pg.confidential_until <= day.today, true) THEN true ELSE desk.may_know_of(pg.id, $1) END
     ), source AS MATERIALIZED (
       SELECT u.kind, u.key, min(u.label) AS label, count(DISTINCT l.page_id)::integer AS pages,
              (count(*) FILTER (WHERE u.block_id <> ''))::integer AS blocks, min(l.evidence_checked_to) AS checked_to
         FROM live l JOIN desk.source_use u ON u.version_id = l.version_id
        WHERE ($2::text IS NULL OR u.kind = $2) AND strpos(lower(u.label || ' ' || u.key), lower($3)) > 0
        GROUP BY u.kind, u.key ORDER BY 4 DESC, u.kind, 3, u.key LIMIT $4 + 1 OFFSET $5
     )
     SELECT s.kind, s.key, s.label, s.pages, s.blocks, s.checked_to AS "checkedTo",
            (SELECT count(DISTINCT i.id)::integer FROM desk.watch_item i JOIN desk.watch_standing w ON w.item_id = i.id
              WHERE i.subject_kind = s.kind AND desk.is_source(s.kind, s.key, i.subject_key) AND w.waits AND desk.may_know_of(w.page_id, $1)) AS "openItems",
            (SELECT jsonb_agg(t ORDER BY t.title, t.slug) FROM (
               SELECT pg.slug, v.title, (count(*) FILTER (WHERE u.block_id <> ''))::integer AS blocks
                 FROM desk.source_use u JOIN live l ON l.version_id = u.version_id JOIN desk.page pg ON pg.id = l.page_id
                 JOIN desk.version v ON v.id = l.version_id
                WHERE u.kind = s.kind AND u.key = s.key GROUP BY pg.slug, v.title ORDER BY v.title, pg.slug LIMIT 10) t) AS "restingOn"
       FROM source s ORDER BY s.pages DESC, s.kind, s.label, s.key`,
    [viewerId, kind, words, limit, offset],
  );
  return rows;
}
