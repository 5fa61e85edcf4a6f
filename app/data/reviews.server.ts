import type {
  AssignmentState,
  InterestLevel,
  PageKind,
  RoundKind,
  Verdict,
} from "~/domain/words";
import { appPool } from "./pools.server";

/** One review that somebody was asked for, as their list shows it. */
export type MyReview = {
  assignmentId: string;
  pageSlug: string;
  pageTitle: string;
  pageKind: PageKind;
  versionNumber: number;
  roundKind: RoundKind;
  expertise: string;
  state: AssignmentState;
  respondBy: string;
  reviewBy: string;
  isRoundOpen: boolean;
  closedBecause: string | null;
  verdict: Verdict | null;
  signedOn: string | null;
  genes: string[];
  today: string;
};

/** Everything a person was asked to review: what waits for them first, by day. */
export async function listMyReviews(personId: string): Promise<MyReview[]> {
  const { rows } = await appPool().query<MyReview>(
    `SELECT a.id AS "assignmentId", p.slug AS "pageSlug", v.title AS "pageTitle", p.kind AS "pageKind", v.number AS "versionNumber",
            r.kind AS "roundKind", a.expertise, a.state, a.respond_by AS "respondBy", a.review_by AS "reviewBy",
            r.closed_at IS NULL AS "isRoundOpen", r.closed_because AS "closedBecause",
            d.verdict, desk.day_of(d.signed_at) AS "signedOn",
            v.genes, (SELECT desk.today()) AS today
       FROM desk.assignment a
       JOIN desk.review_round r ON r.id = a.round_id
       JOIN desk.version v ON v.id = r.version_id
       JOIN desk.page p ON p.id = r.page_id
       LEFT JOIN LATERAL (SELECT * FROM desk.decision WHERE assignment_id = a.id ORDER BY seq DESC LIMIT 1) d ON true
      WHERE a.reviewer_id = $1 AND a.state <> 'dismissed' AND (a.state <> 'declined' OR desk.may_know_of(p.id, $1))
      ORDER BY a.review_by, a.invited_at, a.id LIMIT 500`,
    [personId],
  );
  return rows;
}

/** One review with all that its screen needs to begin with. */
export type OwnReview = {
  id: string;
  state: AssignmentState;
  expertise: string;
  respondBy: string;
  reviewBy: string;
  assignedBy: string | null;
  answersDecisionId: string | null;
  roundId: string;
  roundKind: RoundKind;
  scope: string[];
  reason: string;
  closedBecause: "taken_back" | "superseded" | "published" | null;
  versionId: string;
  draftId: string;
  versionNumber: number;
  title: string;
  content: string;
  contentSha256: string;
  submittedAt: Date;
  submittedBy: string | null;
  pageId: string;
  slug: string;
  pageKind: PageKind;
  intervalMonths: number;
  signatureDays: number;
  /** Today + the interval: the last day that may be signed for. */
  latestDue: string;
  earliestEvidenceDay: string;
  today: string;
  timeZone: string;
  newestVersionId: string;
  newestVersionNumber: number;
  newestContent: string;
  /** The same person's assignment on the newest version, when they were asked again. */
  newestAssignmentId: string | null;
  declarationUntil: string | null;
  interestLevel: InterestLevel | null;
  interestDetails: string | null;
  /** The reviewer as readers would be told of them. */
  signerName: string;
  signerCredentials: string;
  signerAffiliation: string;
};

/** A review as the person who was asked for it sees it; null for anybody else. */
export async function findOwnReview(
  assignmentId: string,
  personId: string,
): Promise<OwnReview | null> {
  const { rows } = await appPool().query<OwnReview>(
    `SELECT a.id, a.state, a.expertise, a.respond_by AS "respondBy", a.review_by AS "reviewBy", ab.name AS "assignedBy",
            a.answers_decision_id AS "answersDecisionId", r.id AS "roundId", r.kind AS "roundKind", r.scope, r.reason,
            r.closed_because AS "closedBecause", v.id AS "versionId", v.draft_id AS "draftId", v.number AS "versionNumber", v.title, v.content,
            v.content_sha256 AS "contentSha256", v.submitted_at AS "submittedAt", sb.name AS "submittedBy",
            p.id AS "pageId", p.slug, p.kind AS "pageKind", rules.interval_months AS "intervalMonths", rules.signature_days AS "signatureDays",
            (desk.today() + make_interval(months => rules.interval_months))::date AS "latestDue",
            desk.today() - 365 AS "earliestEvidenceDay", desk.today() AS today, s.time_zone AS "timeZone",
            n.id AS "newestVersionId", n.number AS "newestVersionNumber", n.content AS "newestContent", na.id AS "newestAssignmentId",
            decl.valid_until AS "declarationUntil", ans.level AS "interestLevel", ans.details AS "interestDetails",
            btrim(me.prefix || ' ' || me.name) AS "signerName", me.credentials AS "signerCredentials", me.affiliation AS "signerAffiliation"
       FROM desk.assignment a
       JOIN desk.review_round r ON r.id = a.round_id
       JOIN desk.version v ON v.id = r.version_id
       JOIN desk.page p ON p.id = r.page_id
       JOIN desk.person me ON me.id = a.reviewer_id
       JOIN desk.review_rules rules ON rules.id = r.rules_id
       CROSS JOIN desk.desk_setting s
       LEFT JOIN desk.person ab ON ab.id = a.assigned_by
       LEFT JOIN desk.person sb ON sb.id = v.submitted_by
       JOIN LATERAL (SELECT * FROM desk.version x WHERE x.draft_id = v.draft_id ORDER BY x.number DESC LIMIT 1) n ON true
       LEFT JOIN LATERAL (SELECT x.id FROM desk.assignment x JOIN desk.review_round xr ON xr.id = x.round_id
          WHERE xr.version_id = n.id AND x.reviewer_id = a.reviewer_id AND x.state IN ('invited', 'accepted', 'done') LIMIT 1) na ON true
       LEFT JOIN LATERAL (SELECT valid_until FROM desk.interest_declaration WHERE person_id = a.reviewer_id ORDER BY declared_at DESC, id LIMIT 1) decl ON true
       LEFT JOIN LATERAL (SELECT level, details FROM desk.interest_answer WHERE person_id = a.reviewer_id AND page_id = p.id ORDER BY answered_at DESC, id LIMIT 1) ans ON true
      WHERE a.id::text = $1 AND a.reviewer_id = $2`,
    [assignmentId, personId],
  );
  return rows[0] ?? null;
}

/** A text to compare a version with. */
export type ComparedVersion = {
  id: string;
  number: number;
  content: string;
  why: "signed" | "live";
};

/**
 * What a reviewer compares a version with: the version of this page that they
 * signed last, when that is younger than what is live, else what is live; null
 * when there is neither, because all of it is new.
 */
export async function findComparedVersion(
  versionId: string,
  personId: string,
): Promise<ComparedVersion | null> {
  const { rows } = await appPool().query<ComparedVersion>(
    `WITH this AS (SELECT * FROM desk.version WHERE id = $1)
     SELECT * FROM (
       SELECT v.id, v.number, v.content, 'signed' AS why FROM desk.decision d JOIN desk.version v ON v.id = d.version_id
         JOIN this ON this.page_id = v.page_id AND this.line = v.line AND v.number < this.number WHERE d.person_id = $2
       UNION ALL
       SELECT v.id, v.number, v.content, 'live' FROM desk.publication p JOIN desk.version v ON v.id = p.version_id
         JOIN this ON this.page_id = p.page_id WHERE p.ended_at IS NULL AND v.id <> this.id) compared
      ORDER BY number DESC, why LIMIT 1`,
    [versionId, personId],
  );
  return rows[0] ?? null;
}
