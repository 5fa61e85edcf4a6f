import type { Day } from "~/domain/days";
import type { DueWithin } from "~/domain/due-within";
import type { ReminderRecipient } from "~/domain/reminder-schedule";
import { type PageFacts, pageColumns } from "./page-columns.server";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

/** A live page by its next review: who holds it, and what happens by itself. */
export type DatedPage = Pick<
  PageFacts,
  | "id"
  | "slug"
  | "title"
  | "genes"
  | "kind"
  | "ownerName"
  | "isOwnerActive"
  | "deskState"
  | "publicState"
  | "daysOverdue"
  | "correctionState"
> & {
  /** The last day on which its owner is away; null when they are here. */
  ownerAwayUntil: Day | null;
  nextReviewDue: Day;
  /** The last day on which readers have the text, if nothing is published before. */
  graceEndsOn: Day;
  seats: {
    name: string;
    expertise: string;
    state: "invited" | "accepted";
    day: Day;
  }[];
  approvalsNeeded: number;
  approvalsSigned: number;
  seatsUnfilled: number;
  /** The next day after today on which the reminder schedule tells somebody, and whom. */
  remindedOn: Day | null;
  reminded: ReminderRecipient[];
};

/** What is known of rows of `found`, which has page_id and newest_version_id. */
export const heldColumns = `${pageColumns}, seats.list AS seats, need.needed AS "approvalsNeeded", need.unfilled AS "seatsUnfilled",
            (SELECT count(*)::integer FROM (SELECT DISTINCT ON (person_id) person_id, verdict, id FROM desk.decision
                WHERE version_id = found.newest_version_id ORDER BY person_id, seq DESC) d
              WHERE d.verdict = 'approve' AND NOT EXISTS (SELECT FROM desk.revocation v WHERE v.decision_id = d.id)) AS "approvalsSigned",
            (SELECT max(x.until_day) FROM desk.absence x
              WHERE x.person_id = o.owner_id AND x.ended_at IS NULL AND desk.today() BETWEEN x.from_day AND x.until_day) AS "ownerAwayUntil",
            told.on_day AS "remindedOn", coalesce(told.addressees, '{}') AS reminded`;

/** What those columns are taken from. */
export const heldBy = `
       CROSS JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = found.page_id OFFSET 0) o
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'expertise', a.expertise, 'state', a.state,
                  'day', CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END) ORDER BY a.review_by, p.name), '[]') AS list
           FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id AND a.state IN ('invited', 'accepted')
           JOIN desk.person p ON p.id = a.reviewer_id WHERE r.page_id = found.page_id AND r.closed_at IS NULL) seats
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(n.count), 0)::integer AS needed,
                coalesce(sum(greatest(0, n.count - (SELECT count(*) FROM desk.assignment a
                  WHERE a.round_id = n.round_id AND a.expertise = n.expertise AND a.state IN ('invited', 'accepted', 'done')))), 0)::integer AS unfilled
           FROM desk.round_need n JOIN desk.review_round r ON r.id = n.round_id WHERE r.version_id = found.newest_version_id) need
       LEFT JOIN LATERAL desk.next_reminder(o.publication_id) told ON true`;

/** How many live pages are overdue and how many fall due within 30, 60 and 90 days. */
export async function countDatedPages({
  seesAll,
  personId,
}: ListViewer): Promise<Record<DueWithin, number>> {
  const { rows } = await appPool().query<Record<DueWithin, number>>(
    `SELECT count(*) FILTER (WHERE x.is_overdue)::integer AS overdue,
            count(*) FILTER (WHERE NOT x.is_overdue AND x.days <= 30)::integer AS "30",
            count(*) FILTER (WHERE NOT x.is_overdue AND x.days <= 60)::integer AS "60",
            count(*) FILTER (WHERE NOT x.is_overdue)::integer AS "90"
       FROM (SELECT desk.is_overdue(o.next_review_due, day.today) AS is_overdue, o.next_review_due - day.today AS days
               FROM (SELECT desk.today() AS today OFFSET 0) day
               JOIN desk.page_listing o ON o.is_standing AND o.next_review_due <= day.today + 90 AND ${isVisible}) x`,
    [seesAll, personId],
  );
  return rows[0] ?? { overdue: 0, "30": 0, "60": 0, "90": 0 };
}

/** Those pages, the longest overdue first, then whichever falls due first. */
export async function listDatedPages(
  { seesAll, personId }: ListViewer,
  within: DueWithin,
  limit: number,
): Promise<DatedPage[]> {
  const { rows } = await appPool().query<DatedPage>(
    `WITH found AS MATERIALIZED (
       SELECT o.page_id, o.next_review_due, o.title_key, o.newest_version_id
         FROM (SELECT desk.today() AS today OFFSET 0) day
         JOIN desk.page_listing o ON o.is_standing AND o.next_review_due <= day.today + coalesce($3::integer, 0)
          AND desk.is_overdue(o.next_review_due, day.today) = ($3::integer IS NULL) AND ${isVisible}
        ORDER BY o.next_review_due, o.title_key, o.page_id LIMIT $4
     )
     SELECT ${heldColumns} FROM found ${heldBy}
      ORDER BY found.next_review_due, found.title_key, found.page_id`,
    [seesAll, personId, within === "overdue" ? null : Number(within), limit],
  );
  return rows;
}
