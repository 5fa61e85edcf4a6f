import { type PageFacts, pageColumns } from "./page-columns.server";
import { appPool } from "./pools.server";
import { isTeam, isVisible, type ListViewer } from "./visible-pages.server";

/** A reviewer who has not decided yet. */
export type OpenSeat = {
  name: string;
  expertise: string;
  state: "invited" | "accepted";
  /** Respond by while invited, review by once accepted. */
  day: string;
};

/** Somebody who did not answer, or declined. */
export type SeatNotTaken = { name: string; state: "lapsed" | "declined" };

/** A page on which somebody works, and who holds it. */
export type PageInProgress = PageFacts & {
  isOpenToViewer: boolean;
  reviewsAssignmentId: string | null;
  /** The version at work, where one is submitted. */
  workVersionId: string | null;
  seats: OpenSeat[];
  approvalsNeeded: number;
  approvalsSigned: number;
  /** Seats of the round for which nobody is asked. */
  seatsUnfilled: number;
  /** Who was asked in this round and took no seat. */
  notTaken: SeatNotTaken[];
  /** Since when nothing was asked of a reviewer; null without a round. */
  unaskedSince: string | null;
  publishAt: Date | null;
  /** Days until the soonest day that binds; null without one. */
  slack: number | null;
};

/** Pages with open work that the viewer may see, the least slack first. */
export async function listInProgress(
  { seesAll, personId }: ListViewer,
  limit: number,
): Promise<{ pages: PageInProgress[]; total: number }> {
  const { rows } = await appPool().query<PageInProgress & { total: number }>({
    name: "in_progress",
    text: `WITH open_seats AS MATERIALIZED (
       SELECT r.page_id, r.version_id, a.id, a.reviewer_id, p.name, a.expertise, a.state,
              CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END AS day
         FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id AND a.state IN ('invited', 'accepted')
         JOIN desk.person p ON p.id = a.reviewer_id
        WHERE r.closed_at IS NULL
     ),
     -- The open work: that of a safety correction where the main line rests.
     open_work AS (
       SELECT o.page_id, o.title_key, o.next_review_due, CASE WHEN o.work = 'none' THEN o.correction_version_id ELSE o.newest_version_id END AS version_id
         FROM desk.page_listing o
        WHERE (o.work IN ('draft', 'open') OR o.has_correction) AND NOT o.is_archived AND ${isVisible}
     ),
     work AS (
       SELECT w.page_id, w.title_key, w.version_id, least(s.day, w.next_review_due) AS binds, (count(*) OVER ())::integer AS total
         FROM open_work w LEFT JOIN (SELECT version_id, min(day) AS day FROM open_seats GROUP BY version_id) s ON s.version_id = w.version_id
        ORDER BY binds NULLS LAST, w.title_key, w.page_id LIMIT $3
     )
     SELECT ${pageColumns}, work.total, ($1::boolean OR ${isTeam}) AS "isOpenToViewer",
            (SELECT s.id FROM open_seats s WHERE s.page_id = o.page_id AND s.reviewer_id = $2 ORDER BY s.day, s.id LIMIT 1) AS "reviewsAssignmentId",
            work.version_id AS "workVersionId", seats.list AS seats, need.needed AS "approvalsNeeded", need.unfilled AS "seatsUnfilled",
            lost.list AS "notTaken", lost.since AS "unaskedSince",
            (SELECT count(*)::integer FROM (SELECT DISTINCT ON (person_id) person_id, verdict, id FROM desk.decision
                WHERE version_id = work.version_id ORDER BY person_id, seq DESC) d
              WHERE d.verdict = 'approve' AND NOT EXISTS (SELECT FROM desk.revocation v WHERE v.decision_id = d.id)) AS "approvalsSigned",
            (SELECT s.publish_at FROM desk.schedule s WHERE s.version_id IN (o.newest_version_id, o.correction_version_id)
                AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL ORDER BY s.publish_at LIMIT 1) AS "publishAt",
            work.binds - (SELECT desk.today()) AS slack
       FROM work
       CROSS JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = work.page_id OFFSET 0) o
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'expertise', s.expertise, 'state', s.state, 'day', s.day) ORDER BY s.day, s.name), '[]') AS list
           FROM open_seats s WHERE s.version_id = work.version_id) seats
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(n.count), 0)::integer AS needed,
                coalesce(sum(greatest(0, n.count - (SELECT count(*) FROM desk.assignment a
                  WHERE a.round_id = n.round_id AND a.expertise = n.expertise AND a.state IN ('invited', 'accepted', 'done')))), 0)::integer AS unfilled
           FROM desk.round_need n JOIN desk.review_round r ON r.id = n.round_id WHERE r.version_id = work.version_id) need
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'state', a.state) ORDER BY a.invited_at, a.id) FILTER (WHERE a.state IN ('lapsed', 'declined')), '[]') AS list,
                greatest(desk.day_of(max(r.opened_at)), max(CASE a.state WHEN 'lapsed' THEN a.respond_by ELSE desk.day_of(a.responded_at) END)) AS since
           FROM desk.review_round r LEFT JOIN desk.assignment a ON a.round_id = r.id LEFT JOIN desk.person p ON p.id = a.reviewer_id
          WHERE r.version_id = work.version_id AND r.closed_at IS NULL) lost
      ORDER BY work.binds NULLS LAST, work.title_key, o.page_id`,
    values: [seesAll, personId, limit],
  });
  return { pages: rows, total: rows[0]?.total ?? 0 };
}

export type GoingOut = {
  pageId: string;
  slug: string;
  title: string;
  genes: string[];
  number: number;
  publishAt: Date;
  isRefused: boolean;
  /** How many reasons the gate would give at its hour, as far as is known now. */
  reasonCount: number;
};

/**
 * What is scheduled for the next fourteen days, the soonest first, and how much
 * it is in all. The gate is asked what it would say of each at its hour, so
 * that a few at a time are enough.
 */
export async function listGoingOut(
  { seesAll, personId }: ListViewer,
  limit: number,
): Promise<{ pages: GoingOut[]; total: number }> {
  const { rows } = await appPool().query<GoingOut & { total: number }>(
    `SELECT o.page_id AS "pageId", o.slug, o.title, o.genes, v.number, s.publish_at AS "publishAt",
            s.refused_at IS NOT NULL AS "isRefused", f.reasons AS "reasonCount", s.total
       FROM (SELECT s.*, (count(*) OVER ())::integer AS total FROM desk.schedule s JOIN desk.page_listing o ON o.page_id = s.page_id
              WHERE s.cancelled_at IS NULL AND s.carried_out_at IS NULL
                AND s.publish_at < (SELECT desk.clock()) + interval '14 days' AND ${isVisible}
              ORDER BY s.publish_at, s.id LIMIT $3) s
       CROSS JOIN LATERAL (SELECT * FROM desk.page_overview w WHERE w.page_id = s.page_id OFFSET 0) o
       JOIN desk.version v ON v.id = s.version_id
       CROSS JOIN LATERAL (SELECT count(*)::integer AS reasons FROM desk.forecast_blockers(s.id)) f
      ORDER BY s.publish_at, s.id`,
    [seesAll, personId, limit],
  );
  return { pages: rows, total: rows[0]?.total ?? 0 };
}
