import type { Day } from "~/domain/days";
import { type DatedPage, heldBy, heldColumns } from "./dated-pages.server";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

/** A page that is overdue today, and who holds it. */
export type HeldOverdue = Omit<DatedPage, "graceEndsOn"> & {
  /** Served by this desk, or elsewhere: then by what its source states. */
  place: "here" | "elsewhere";
  /** Of a page elsewhere as its source states it: "2018-01" or "2018". */
  lastReviewed: string | null;
  /** Null of a page elsewhere, from which nothing of ours is withheld. */
  graceEndsOn: Day | null;
  daysOverdue: number;
  /** Where it is read elsewhere. */
  address: string | null;
  today: Day;
};

/** A page of this list: its due day and its address. */
export type OverduePlace = readonly [due: Day, slug: string];

/**
 * The pages that `listOverduePages` has for today, as far as somebody may know
 * of them: live ones past their date, and those published elsewhere past the
 * date that their source states; the longest overdue first, from the one after
 * a place.
 */
export async function listOverdueHeld(
  { seesAll, personId }: ListViewer,
  after: OverduePlace | null,
  limit: number,
): Promise<HeldOverdue[]> {
  const { rows } = await appPool().query<HeldOverdue>(
    `WITH day AS MATERIALIZED (SELECT desk.today() AS today),
     overdue AS (
       SELECT o.page_id, o.newest_version_id, o.slug, o.next_review_due AS due, 'here' AS place, NULL AS stated, NULL AS address
         FROM desk.page_listing o
        WHERE o.is_standing AND o.next_review_due <= (SELECT today FROM day)
          AND desk.is_overdue(o.next_review_due, (SELECT today FROM day)) AND ${isVisible}
        UNION ALL
       SELECT o.page_id, o.newest_version_id, o.slug, e.stated_next_due, 'elsewhere', e.stated_last_reviewed, e.address
         FROM desk.page_elsewhere e JOIN desk.page_listing o ON o.page_id = e.page_id AND o.standing = 'elsewhere'
        WHERE e.stated_next_due <= (SELECT today FROM day)
          AND desk.is_overdue(e.stated_next_due, (SELECT today FROM day)) AND ${isVisible}
     ),
     found AS MATERIALIZED (
       SELECT * FROM overdue WHERE (due, slug) > ($3::date, $4) ORDER BY due, slug LIMIT $5
     )
     SELECT ${heldColumns}, found.place, found.due AS "nextReviewDue", coalesce(found.stated, o.last_reviewed_on::text) AS "lastReviewed",
            day.today - found.due AS "daysOverdue", found.address, day.today
       FROM found ${heldBy} CROSS JOIN day
      ORDER BY found.due, found.slug`,
    [seesAll, personId, ...(after ?? ["-infinity", ""]), limit],
  );
  return rows;
}
