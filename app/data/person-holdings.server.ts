import type { Day } from "~/domain/days";
import type { AssignmentState } from "~/domain/words";
import { appPool } from "./pools.server";

export type HeldPage = {
  slug: string;
  title: string;
  genes: string[];
  isOwner: boolean;
};

export type HeldReview = {
  assignmentId: string;
  slug: string;
  title: string;
  genes: string[];
  expertise: string;
  state: AssignmentState;
  reviewBy: Day;
};

/** What somebody holds, and what others have to take over when they leave. */
export type Holdings = { pages: HeldPage[]; reviews: HeldReview[] };

/**
 * The pages that a person owns or writes and the reviews that they have open,
 * those left out that `viewerId` may not know of.
 */
export async function getHoldings(
  personId: string,
  viewerId: string,
): Promise<Holdings> {
  const [pages, reviews] = await Promise.all([
    appPool().query<HeldPage>(
      `SELECT o.slug, o.title, o.genes, coalesce(o.owner_id = $1, false) AS "isOwner"
         FROM desk.page_overview o
        WHERE o.archived_at IS NULL
          AND (o.owner_id = $1 OR EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = o.page_id AND a.person_id = $1))
          AND desk.may_know_of(o.page_id, $2)
        ORDER BY coalesce(o.owner_id = $1, false) DESC, o.title, o.page_id LIMIT 500`,
      [personId, viewerId],
    ),
    appPool().query<HeldReview>(
      `SELECT a.id AS "assignmentId", o.slug, o.title, o.genes, a.expertise, a.state, a.review_by AS "reviewBy"
         FROM desk.assignment a
         JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
         JOIN desk.page_overview o ON o.page_id = r.page_id
        WHERE a.reviewer_id = $1 AND a.state IN ('invited', 'accepted') AND desk.may_know_of(o.page_id, $2)
        ORDER BY a.review_by, a.id LIMIT 500`,
      [personId, viewerId],
    ),
  ]);
  return { pages: pages.rows, reviews: reviews.rows };
}
