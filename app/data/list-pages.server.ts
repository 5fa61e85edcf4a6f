import type { DeskState, PageKind, PublicState } from "~/domain/words";
import { type PageFacts, pageColumns } from "./page-columns.server";
import { appPool } from "./pools.server";
import { isTeam, isVisible, type ListViewer } from "./visible-pages.server";

export type PageFilter = {
  /** A desk state or a public state. */
  state: DeskState | PublicState | null;
  kind: PageKind | null;
  ownerId: string | null;
  /** Part of a title, an address or a gene symbol. */
  q: string;
};

export type ListedPage = PageFacts & {
  /** False for somebody who only reviews it: they have no overview. */
  isOpenToViewer: boolean;
  /** The newest version that the viewer was asked to review. */
  reviewsVersionId: string | null;
};

/**
 * Pages that the viewer may see and the filter asks for, the soonest due
 * first, from an offset; and how many there are in all.
 */
export async function listPages(
  viewer: ListViewer,
  filter: PageFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ pages: ListedPage[]; total: number }> {
  const { rows } = await appPool().query<ListedPage & { total: number }>(
    `SELECT ${pageColumns}, count(*) OVER ()::integer AS total,
            ($1::boolean OR ${isTeam}) AS "isOpenToViewer",
            (SELECT r.version_id FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id
              WHERE r.page_id = o.page_id AND a.reviewer_id = $2 AND a.state IN ('invited', 'accepted', 'lapsed', 'done')
              ORDER BY r.opened_at DESC, r.id LIMIT 1) AS "reviewsVersionId"
       FROM desk.page_overview o
      WHERE ${isVisible}
        AND ($3::text IS NULL OR o.desk_state = $3 OR o.public_state = $3)
        AND ($4::text IS NULL OR o.kind = $4)
        AND ($5::text IS NULL OR o.owner_id::text = $5)
        AND ($6::text = '' OR o.title ILIKE $6 OR o.slug ILIKE $6
             OR EXISTS (SELECT FROM unnest(o.genes) g WHERE g ILIKE $6))
      ORDER BY CASE WHEN o.public_state NOT IN ('withdrawn', 'archived') THEN o.next_review_due END NULLS LAST, lower(o.title), o.page_id
      LIMIT $7 OFFSET $8`,
    [
      viewer.seesAll,
      viewer.personId,
      filter.state,
      filter.kind,
      filter.ownerId,
      asPattern(filter.q),
      limit,
      offset,
    ],
  );
  return { pages: rows, total: rows[0]?.total ?? 0 };
}

/** People who own a page, for the filter, by name. */
export async function listOwners(): Promise<{ id: string; name: string }[]> {
  const { rows } = await appPool().query<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM desk.person p
      WHERE EXISTS (SELECT FROM desk.page WHERE owner_id = p.id)
      ORDER BY p.name, p.id LIMIT 500`,
  );
  return rows;
}

function asPattern(typed: string): string {
  const words = typed.trim();
  return words === "" ? "" : `%${words.replace(/[\\%_]/g, "\\$&")}%`;
}
