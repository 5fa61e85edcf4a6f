import {
  type DeskState,
  deskStates,
  type PageKind,
  type PublicState,
  publicStates,
} from "~/domain/words";
import { type PageFacts, pageColumns } from "./page-columns.server";
import { appPool } from "./pools.server";
import {
  hasEnoughApprovals,
  isTeam,
  isVisible,
  type ListViewer,
} from "./visible-pages.server";

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

/** How many there are; of more than this only that there are more. */
export type CountedPages = { total: number; hasMore: boolean };

const mostCounted = 1000;
/** A state of a review is worked out from its decisions, one page after the other. */
const mostCountedInReview = 100;

/**
 * Pages that the viewer may see and the filter asks for, the soonest due
 * first, from an offset; and how many there are in all. The listing finds
 * them by its indexes; their states are worked out for those shown alone.
 */
export async function listPages(
  viewer: ListViewer,
  filter: PageFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ pages: ListedPage[] } & CountedPages> {
  const { found, values } = search(viewer, filter);
  const most = isOfReview(filter.state) ? mostCountedInReview : mostCounted;
  const [pages, count] = await Promise.all([
    appPool().query<ListedPage>(
      `SELECT ${pageColumns},
              ($1::boolean OR ${isTeam}) AS "isOpenToViewer",
              (SELECT r.version_id FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id
                WHERE r.page_id = o.page_id AND a.reviewer_id = $2 AND a.state IN ('invited', 'accepted', 'lapsed', 'done')
                ORDER BY r.opened_at DESC, r.id LIMIT 1) AS "reviewsVersionId"
         FROM (SELECT o.page_id, o.sort_due, o.title_key ${found} ${inOrder} LIMIT $3 OFFSET $4) l
        CROSS JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = l.page_id OFFSET 0) o
        ORDER BY l.sort_due, l.title_key, l.page_id`,
      [viewer.seesAll, viewer.personId, limit, offset, ...values],
    ),
    appPool().query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM (SELECT o.page_id ${found} AND $4::integer >= 0 ${inOrder} LIMIT $3) counted`,
      [viewer.seesAll, viewer.personId, most + 1, offset, ...values],
    ),
  ]);
  const total = count.rows[0]?.total ?? 0;
  return {
    pages: pages.rows,
    total: Math.min(total, most),
    hasMore: total > most,
  };
}

const inOrder = "ORDER BY o.sort_due, o.title_key, o.page_id";

/** The rows of the listing that a filter asks for; its values stand from $5 on. */
function search(viewer: ListViewer, filter: PageFilter) {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${String(values.push(value) + 4)}`;
  const conditions = [
    isVisible,
    filter.state && inState(filter.state, given(filter.state)),
    filter.kind && `o.kind = ${given(filter.kind)}`,
    filter.ownerId && `o.owner_id = ${given(filter.ownerId)}`,
    filter.q.trim() && `o.found_by ILIKE ${given(asPattern(filter.q))}`,
    // Their own pages are few and found by them.
    !viewer.seesAll && `o.page_id IN (${pagesOfViewer})`,
  ].filter(Boolean);
  const found = `FROM desk.page_listing o CROSS JOIN (SELECT desk.today() AS today OFFSET 0) day
    WHERE ${conditions.join(" AND ")}`;
  return { found, values };
}

const pagesOfViewer = `SELECT id FROM desk.page WHERE owner_id = $2
  UNION SELECT page_id FROM desk.page_author WHERE person_id = $2
  UNION SELECT r.page_id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id WHERE a.reviewer_id = $2`;

/** What must be true of a version before it is worth asking for its state. */
const mayBe: Partial<Record<DeskState, string>> = {
  approved: hasEnoughApprovals,
  // Not EXISTS, for which every decision ever made would be read.
  changes_requested: `(SELECT true FROM desk.decision d
    WHERE d.version_id = o.newest_version_id AND d.verdict = 'request_changes' LIMIT 1)`,
  scheduled: `(SELECT true FROM desk.schedule s
    WHERE s.version_id = o.newest_version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL LIMIT 1)`,
};

function inState(state: DeskState | PublicState, given: string): string {
  const onDesk = deskStates.find((each) => each === state);
  const forReaders = publicStates.find((each) => each === state);
  const either = [
    onDesk &&
      (isOfReview(onDesk)
        ? `(o.work = 'open' AND CASE WHEN ${mayBe[onDesk] ?? "true"} THEN desk.version_state(o.newest_version_id) = ${given} ELSE false END)`
        : `o.work = ${given}`),
    forReaders && `desk.listed_state(o, day.today) = ${given}`,
  ].filter(Boolean);
  return `(${either.join(" OR ")})`;
}

function isOfReview(state: string | null): boolean {
  return (
    state === "in_review" ||
    state === "changes_requested" ||
    state === "approved" ||
    state === "scheduled"
  );
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
  return `%${typed.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
