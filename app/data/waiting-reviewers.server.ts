import type { Need, PageKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** A reviewer who is waited for: since when, until when, and what happens next. */
export type WaitingReviewer = {
  assignmentId: string;
  versionId: string;
  name: string;
  expertise: Need;
  state: "invited" | "accepted";
  /** The day they were asked, or accepted. */
  since: string;
  /** Respond by while invited, review by once accepted. */
  day: string;
  /** The last day on which they were reminded; null when never. */
  remindedOn: string | null;
  /** What the desk does next by itself, and its day; null when it waits for an editor. */
  nextStep: "before" | "late" | "lapse" | null;
  nextStepOn: string | null;
};

const waitingColumns = `a.id AS "assignmentId", r.version_id AS "versionId", btrim(p.prefix || ' ' || p.name) AS name, a.expertise, a.state,
  desk.day_of(CASE a.state WHEN 'accepted' THEN coalesce(a.responded_at, a.invited_at) ELSE a.invited_at END) AS since,
  CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END AS day,
  (SELECT max(x.reminded_on) FROM desk.assignment_reminder x WHERE x.assignment_id = a.id) AS "remindedOn",
  n.step AS "nextStep", n.step_on AS "nextStepOn"`;

const waiting = `desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
  JOIN desk.person p ON p.id = a.reviewer_id
  LEFT JOIN LATERAL desk.next_automatic_step(a.id) n ON true`;

/** Who is waited for in the open rounds of some versions, the soonest day first. */
export async function listWaitingReviewers(
  versionIds: readonly string[],
): Promise<WaitingReviewer[]> {
  const { rows } = await appPool().query<WaitingReviewer>(
    `SELECT ${waitingColumns} FROM ${waiting}
      WHERE r.version_id = ANY ($1::uuid[]) AND a.state IN ('invited', 'accepted')
      ORDER BY day, name, a.id LIMIT 500`,
    [versionIds],
  );
  return rows;
}

/** One of them with the page and the round, as the screens of an act need it. */
export type WaitingForm = WaitingReviewer & {
  reviewerId: string;
  roundId: string;
  reviewBy: string;
  respondBy: string;
  slug: string;
  title: string;
  genes: string[];
  kind: PageKind;
  versionNumber: number;
  today: string;
};

/** The open assignment of this id; null when nobody is waited for. */
export async function findWaitingReviewer(
  assignmentId: string,
): Promise<WaitingForm | null> {
  const { rows } = await appPool().query<WaitingForm>(
    `SELECT ${waitingColumns}, p.id AS "reviewerId", r.id AS "roundId",
            a.review_by AS "reviewBy", a.respond_by AS "respondBy",
            o.slug, o.title, o.genes, o.kind, v.number AS "versionNumber", desk.today() AS today
       FROM ${waiting} JOIN desk.version v ON v.id = r.version_id
       JOIN desk.page_overview o ON o.page_id = r.page_id
      WHERE a.id = $1 AND a.state IN ('invited', 'accepted')`,
    [assignmentId],
  );
  return rows[0] ?? null;
}

/** The address of the page that an assignment is about; null for no such assignment. */
export async function findSlugOfAssignment(
  assignmentId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ slug: string }>(
    `SELECT pg.slug FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
       JOIN desk.page pg ON pg.id = r.page_id WHERE a.id = $1`,
    [assignmentId],
  );
  return rows[0]?.slug ?? null;
}
