import { isDay } from "~/domain/days";
import type { PublicState, RoundKind, WithdrawalType } from "~/domain/words";
import { appPool } from "./pools.server";

/** The version that is live on the page of this version; null when none is. */
export async function findLiveVersionId(
  versionId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ id: string }>(
    `SELECT p.version_id AS id FROM desk.version v
       JOIN desk.publication p ON p.page_id = v.page_id AND p.ended_at IS NULL
      WHERE v.id = $1`,
    [versionId],
  );
  return rows[0]?.id ?? null;
}

/** The version that was published last on a page, live or not; null before the first. */
export async function findLastVersionId(
  pageId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ id: string }>(
    `SELECT version_id AS id FROM desk.publication
      WHERE page_id = $1 ORDER BY published_at DESC, id LIMIT 1`,
    [pageId],
  );
  return rows[0]?.id ?? null;
}

/**
 * The moment at which the desk's own clocks show this day and time; null when
 * they never do, because of a clock change or because there is no such time.
 */
export async function findMomentInZone(
  day: string,
  time: string,
): Promise<Date | null> {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const { rows } = await appPool().query<{ at: Date }>(
    `SELECT local AT TIME ZONE s.time_zone AS at
       FROM desk.desk_setting s CROSS JOIN (SELECT $1::timestamp AS local) l
      WHERE (local AT TIME ZONE s.time_zone) AT TIME ZONE s.time_zone = local`,
    [`${day} ${time}`],
  );
  return rows[0]?.at ?? null;
}

/** The dates that a publication of a version would carry if it happened today. */
export type PublicationPreview = {
  publishedOn: string;
  lastReviewedOn: string | null;
  evidenceCheckedTo: string | null;
  nextReviewDue: string | null;
  graceDays: number | null;
};

/** Null when there is no such version; days are null while no approval counts. */
export async function findPublicationPreview(
  versionId: string,
): Promise<PublicationPreview | null> {
  const { rows } = await appPool().query<PublicationPreview>(
    `SELECT published_on AS "publishedOn", last_reviewed_on AS "lastReviewedOn", evidence_checked_to AS "evidenceCheckedTo",
            next_review_due AS "nextReviewDue", grace_days AS "graceDays"
       FROM desk.publication_preview($1)`,
    [versionId],
  );
  return rows[0] ?? null;
}

/** The newest version of one line of a page: what could be published next. */
export type PublishableVersion = {
  id: string;
  number: number;
  title: string;
  line: "main" | "correction";
  contentSha256: string;
  roundKind: RoundKind;
  roundReason: string;
  isPublished: boolean;
  changeNote: string;
};

/**
 * The newest version of the main line, and that of a safety correction that is
 * still open. A correction comes first: it is the urgent one.
 */
export async function listPublishableVersions(
  pageId: string,
): Promise<PublishableVersion[]> {
  const { rows } = await appPool().query<PublishableVersion>(
    `SELECT * FROM (
       SELECT DISTINCT ON (v.line) v.id, v.number, v.title, v.line, v.content_sha256 AS "contentSha256", r.kind AS "roundKind",
              r.reason AS "roundReason", r.closed_because IS NOT DISTINCT FROM 'published' AS "isPublished",
              v.content::jsonb ->> 'changeNote' AS "changeNote"
         FROM desk.version v
         JOIN desk.review_round r ON r.version_id = v.id
         JOIN desk.draft d ON d.id = v.draft_id
        WHERE v.page_id = $1 AND (v.line = 'main' OR d.closed_at IS NULL)
        ORDER BY v.line, v.number DESC) newest
      ORDER BY line`,
    [pageId],
  );
  return rows;
}

export type OpenSchedule = {
  id: string;
  versionId: string;
  versionNumber: number;
  publishAt: Date;
  scheduledBy: string;
  refusedAt: Date | null;
  /** Signed for all of its set in one act. */
  isOfSet: boolean;
};

/** The publications of a page that are signed for a later hour, or were refused at theirs. */
export async function listOpenSchedules(
  pageId: string,
): Promise<OpenSchedule[]> {
  const { rows } = await appPool().query<OpenSchedule>(
    `SELECT s.id, s.version_id AS "versionId", v.number AS "versionNumber", s.publish_at AS "publishAt",
            p.name AS "scheduledBy", s.refused_at AS "refusedAt", s.set_schedule_id IS NOT NULL AS "isOfSet"
       FROM desk.schedule s
       JOIN desk.version v ON v.id = s.version_id
       JOIN desk.person p ON p.id = s.scheduled_by
      WHERE s.page_id = $1 AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL
      ORDER BY s.publish_at, s.id LIMIT 20`,
    [pageId],
  );
  return rows;
}

/** What readers get of a page today, with the text behind it. */
export type PublicStanding = {
  state: PublicState;
  publicationId: string | null;
  versionId: string | null;
  versionNumber: number | null;
  content: string | null;
  isLive: boolean;
  lastReviewedOn: string | null;
  evidenceCheckedTo: string | null;
  nextReviewDue: string | null;
  graceEndsOn: string | null;
  daysOverdue: number | null;
  publishedOn: string | null;
  withdrawalType: WithdrawalType | null;
  withdrawnOn: string | null;
  withdrawnById: string | null;
  withdrawnBy: string | null;
  withdrawalReason: string | null;
  isPermanent: boolean | null;
  withheldBecause: "approval_revoked" | "past_grace" | "set_fell" | null;
  confidentialUntil: string | null;
  archivedAt: Date | null;
  today: string;
};

/** How a page stands in public; null when there is no such page. */
export async function findPublicStanding(
  pageId: string,
): Promise<PublicStanding | null> {
  const { rows } = await appPool().query<PublicStanding>(
    `SELECT s.public_state AS state, s.publication_id AS "publicationId", s.version_id AS "versionId", v.number AS "versionNumber",
            v.content, s.publication_id IS NOT NULL AND s.ended_at IS NULL AS "isLive",
            s.last_reviewed_on AS "lastReviewedOn", s.evidence_checked_to AS "evidenceCheckedTo",
            s.next_review_due AS "nextReviewDue", s.grace_ends_on AS "graceEndsOn", s.days_overdue AS "daysOverdue", s.published_on AS "publishedOn",
            s.withdrawal_type AS "withdrawalType", s.withdrawn_on AS "withdrawnOn", w.withdrawn_by AS "withdrawnById",
            p.name AS "withdrawnBy", s.withdrawal_reason AS "withdrawalReason", s.is_permanent AS "isPermanent",
            s.withheld_because AS "withheldBecause", s.confidential_until AS "confidentialUntil", s.archived_at AS "archivedAt", s.today
       FROM desk.page_standing s
       LEFT JOIN desk.version v ON v.id = s.version_id
       LEFT JOIN desk.withdrawal w ON w.publication_id = s.publication_id
       LEFT JOIN desk.person p ON p.id = w.withdrawn_by
      WHERE s.page_id = $1`,
    [pageId],
  );
  return rows[0] ?? null;
}
