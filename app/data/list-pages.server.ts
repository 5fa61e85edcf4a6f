import {
  type DeskState,
  deskStates,
  type PageKind,
  type PublicState,
  publicStates,
} from "~/domain/words";
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

/** How many there are; of more than this only that there are more. */
export type CountedPages = { total: number; hasMore: boolean };

const mostCounted = 1000;

/**
 * Pages that the viewer may see and the filter asks for, the soonest due
 * first, from an offset; and how many there are in all. The listing finds and
 * counts them by its indexes; their states are worked out for those shown
 * alone.
 */
export async function listPages(
  viewer: ListViewer,
  filter: PageFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ pages: ListedPage[] } & CountedPages> {
  const { found, values } = search(viewer, filter);
  const { rows } = await appPool().query<ListedPage & { total: number }>(
    `WITH found AS MATERIALIZED (
       SELECT o.page_id, o.sort_due, o.title_key ${found} ${inOrder} LIMIT greatest($3::integer + $4::integer, ${String(mostCounted + 1)})
     )
     SELECT ${pageColumns},
            ($1::boolean OR ${isTeam}) AS "isOpenToViewer",
            (SELECT r.version_id FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id
              WHERE r.page_id = o.page_id AND a.reviewer_id = $2 AND a.state IN ('invited', 'accepted', 'lapsed', 'done')
              ORDER BY r.opened_at DESC, r.id LIMIT 1) AS "reviewsVersionId",
            counted.total
       FROM (SELECT count(*)::integer AS total FROM found) counted
       LEFT JOIN (SELECT * FROM found o ${inOrder} LIMIT $3 OFFSET $4) l ON true
       LEFT JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = l.page_id OFFSET 0) o ON true
      ORDER BY l.sort_due, l.title_key, l.page_id`,
    [viewer.seesAll, viewer.personId, limit, offset, ...values],
  );
  const total = rows[0]?.total ?? 0;
  return {
    // Past the last page there is a row with the count alone.
    pages: rows.filter(({ id }) => id !== null),
    total: Math.min(total, mostCounted),
    hasMore: total > mostCounted,
  };
}

/** Where a list of all pages goes on: what it is in the order of, for one page. */
export type PagePlace = readonly [
  sortDue: string,
  titleKey: string,
  id: string,
];

/**
 * The same pages in the same order from the one after a place, with no count;
 * on one gene, by its draft or by what readers have, when a symbol is given.
 */
export async function listPagesAfter(
  viewer: ListViewer,
  filter: PageFilter & { gene: string | null },
  after: PagePlace | null,
  limit: number,
): Promise<(PageFacts & { place: PagePlace })[]> {
  const { found, values } = search(viewer, filter, after);
  const { rows } = await appPool().query<PageFacts & { place: PagePlace }>(
    `SELECT ${pageColumns}, ARRAY[l.sort_due::text, l.title_key, l.page_id::text] AS place
       FROM (SELECT o.page_id, o.sort_due, o.title_key ${found} ${inOrder} LIMIT $3 OFFSET $4) l
      CROSS JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = l.page_id OFFSET 0) o
      ORDER BY l.sort_due, l.title_key, l.page_id`,
    [viewer.seesAll, viewer.personId, limit, 0, ...values],
  );
  return rows;
}

const inOrder = "ORDER BY o.sort_due, o.title_key, o.page_id";

/** The rows of the listing that a filter asks for; its values stand from $5 on. */
function search(
  viewer: ListViewer,
  filter: PageFilter & { gene?: string | null },
  after: PagePlace | null = null,
) {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${String(values.push(value) + 4)}`;
  const conditions = [
    isVisible,
    filter.state && inState(filter.state),
    filter.kind && `o.kind = ${given(filter.kind)}`,
    filter.ownerId && `o.owner_id = ${given(filter.ownerId)}`,
    filter.q.trim() && `o.found_by LIKE lower(${given(asPattern(filter.q))})`,
    filter.gene && isOnGene(given(filter.gene)),
    after &&
      `(o.sort_due, o.title_key, o.page_id) > (${given(after[0])}::date, ${given(after[1])}, ${given(after[2])}::uuid)`,
    // Their own pages are few and found by them.
    !viewer.seesAll && `o.page_id IN (${pagesOfViewer})`,
  ].filter(Boolean);
  const found = `FROM desk.page_listing o CROSS JOIN (SELECT desk.today() AS today OFFSET 0) day
    WHERE ${conditions.join(" AND ")}`;
  return { found, values };
}

/** `found_by` is the title, the address and the genes of the draft, one a line. */
const isOnGene = (gene: string) =>
  `((string_to_array(o.found_by, E'\\n'))[3:] @> ARRAY[lower(${gene})] OR o.public_genes @> ARRAY[${gene}])`;

const pagesOfViewer = `SELECT id FROM desk.page WHERE owner_id = $2
  UNION SELECT page_id FROM desk.page_author WHERE person_id = $2
  UNION SELECT r.page_id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id WHERE a.reviewer_id = $2`;

/** Worked out once, so that an index finds the rows. */
const isPastDue = "desk.is_overdue(o.sort_due, (SELECT desk.today()))";

/** Of open work on which something is on file that could decide it, the state is asked. */
const inReviewState = (
  state: DeskState,
  onFile: string,
) => `o.newest_version_id IN (
  SELECT s.version_id FROM desk.work_states(ARRAY(
    SELECT w.newest_version_id FROM desk.page_listing w WHERE w.work = 'open' AND w.review IN (${onFile}))) s WHERE s.state = '${state}')`;

/** Which rows of the listing are in a desk state. */
const onDesk: Record<DeskState, string> = {
  none: "o.work = 'none'",
  draft: "o.work = 'draft'",
  in_review: `(o.work = 'open' AND (o.review = 'asked' OR ${inReviewState("in_review", "'signed', 'disputed'")}))`,
  changes_requested: `(o.work = 'open' AND ${inReviewState("changes_requested", "'disputed'")})`,
  approved: `(o.work = 'open' AND ${inReviewState("approved", "'signed', 'disputed'")})`,
  scheduled: "(o.work = 'open' AND o.review = 'scheduled')",
};

/** What a row must be, for an index to find it, before its public state is worked out. */
const mayBe: Record<PublicState, string> = {
  none: "(o.standing = 'none' OR o.confidential_until IS NOT NULL)",
  elsewhere: "o.standing = 'elsewhere'",
  live: `o.standing = 'dated' AND NOT ${isPastDue}`,
  due_soon: `o.standing = 'dated' AND NOT ${isPastDue}`,
  overdue: `o.standing = 'dated' AND ${isPastDue}`,
  withheld: `o.standing = 'dated' AND (${isPastDue} OR o.is_weighed)`,
  withdrawn: "o.standing = 'withdrawn'",
  archived: "o.standing = 'archived'",
};

function inState(state: DeskState | PublicState): string {
  const desk = deskStates.find((each) => each === state);
  const readers = publicStates.find((each) => each === state);
  const either = [
    desk && onDesk[desk],
    readers &&
      `(${mayBe[readers]} AND desk.listed_state(o, day.today) = '${readers}')`,
  ].filter(Boolean);
  return `(${either.join(" OR ")})`;
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
