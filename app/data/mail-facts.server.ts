import type {
  Need,
  PageKind,
  RevocationKind,
  Role,
  Expertise,
  RoundKind,
  WithdrawalType,
} from "~/domain/words";
import { isOpenComment } from "./open-comment";
import { appPool } from "./pools.server";

/** Who reads a mail and from which desk it comes. */
export type RecipientFacts = {
  name: string;
  email: string;
  isActive: boolean;
  /** Holds no role, so that the desk's own screens are not theirs to open. */
  isOutside: boolean;
  deskName: string;
  senderAddress: string;
  today: string;
};

export async function getRecipientFacts(
  personId: string,
): Promise<RecipientFacts> {
  return getRow<RecipientFacts>(
    `SELECT btrim(p.prefix || ' ' || p.name) AS name, p.email, p.is_active AS "isActive",
            NOT EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id) AS "isOutside", s.desk_name AS "deskName",
            s.sender_address AS "senderAddress", desk.today() AS today
       FROM desk.person p, desk.desk_setting s WHERE p.id = $1`,
    personId,
  );
}

/** What a mail says of a page: never its text. */
export type PageFacts = {
  id: string;
  slug: string;
  title: string;
  kind: PageKind;
  gene: string | null;
};

export async function getPageFacts(pageId: string): Promise<PageFacts> {
  return getRow<PageFacts>(
    `SELECT pg.id, pg.slug, coalesce(d.title, pg.slug) AS title, pg.kind,
            jsonb_path_query_first(d.content::jsonb, '$.topics[*] ? (@.type == "gene").label') #>> '{}' AS gene
       FROM desk.page pg LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL
      WHERE pg.id = $1`,
    pageId,
  );
}

export type AssignmentFacts = {
  state: string;
  isRoundOpen: boolean;
  reviewerId: string;
  reviewerName: string;
  expertise: Need;
  respondBy: string;
  reviewBy: string;
  requestedBy: string;
  versionNumber: number;
  roundKind: RoundKind;
};

export async function getAssignmentFacts(
  assignmentId: string,
): Promise<AssignmentFacts> {
  return getRow<AssignmentFacts>(
    `SELECT a.state, r.closed_at IS NULL AS "isRoundOpen", p.id AS "reviewerId", btrim(p.prefix || ' ' || p.name) AS "reviewerName", a.expertise,
            a.respond_by AS "respondBy", a.review_by AS "reviewBy", coalesce(e.name, 'An editor') AS "requestedBy",
            v.number AS "versionNumber", r.kind AS "roundKind"
       FROM desk.assignment a JOIN desk.person p ON p.id = a.reviewer_id
       JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version v ON v.id = r.version_id
       LEFT JOIN desk.person e ON e.id = a.assigned_by WHERE a.id = $1`,
    assignmentId,
  );
}

export type DecisionFacts = {
  reviewerName: string;
  expertise: Need;
  versionNumber: number;
  mustFixCount: number;
  revocationKind: RevocationKind | null;
};

export async function getDecisionFacts(
  decisionId: string,
): Promise<DecisionFacts> {
  return getRow<DecisionFacts>(
    `SELECT d.signed_name AS "reviewerName", d.expertise, v.number AS "versionNumber",
            (SELECT count(*)::integer FROM desk.comment c WHERE c.version_id = v.id AND c.kind = 'must_fix' AND ${isOpenComment}) AS "mustFixCount",
            (SELECT kind FROM desk.revocation r WHERE r.decision_id = d.id) AS "revocationKind"
       FROM desk.decision d JOIN desk.version v ON v.id = d.version_id WHERE d.id = $1`,
    decisionId,
  );
}

export type VersionFacts = {
  versionNumber: number;
  roundKind: RoundKind;
  submittedBy: string;
  approvals: { reviewerName: string; expertise: Need; signedOn: string }[];
  approvalsCountUntil: string | null;
};

export async function getVersionFacts(
  versionId: string,
): Promise<VersionFacts> {
  return getRow<VersionFacts>(
    `SELECT v.number AS "versionNumber", r.kind AS "roundKind", coalesce(s.name, 'The desk') AS "submittedBy",
            coalesce(a.approvals, '[]') AS approvals, a.until AS "approvalsCountUntil"
       FROM desk.version v JOIN desk.review_round r ON r.version_id = v.id
       JOIN desk.review_rules rules ON rules.id = r.rules_id
       LEFT JOIN desk.person s ON s.id = v.submitted_by
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('reviewerName', d.signed_name, 'expertise', d.expertise,
                  'signedOn', desk.day_of(d.signed_at)) ORDER BY d.seq) AS approvals,
                min(desk.day_of(d.signed_at)) + rules.signature_days AS until
           FROM desk.decision d WHERE d.version_id = v.id AND d.verdict = 'approve'
            AND NOT EXISTS (SELECT FROM desk.revocation x WHERE x.decision_id = d.id)) a ON true
      WHERE v.id = $1`,
    versionId,
  );
}

export type PublicationFacts = {
  versionNumber: number;
  roundKind: RoundKind;
  publishedBy: string;
  publishedOn: string;
  lastReviewedOn: string;
  nextReviewDue: string;
  withdrawalType: WithdrawalType | null;
  withdrawnBy: string | null;
  withdrawnOn: string | null;
};

export async function getPublicationFacts(
  publicationId: string,
): Promise<PublicationFacts> {
  return getRow<PublicationFacts>(
    `SELECT v.number AS "versionNumber", p.round_kind AS "roundKind", e.name AS "publishedBy", p.published_on AS "publishedOn",
            p.last_reviewed_on AS "lastReviewedOn", p.next_review_due AS "nextReviewDue", w.type AS "withdrawalType",
            we.name AS "withdrawnBy", w.withdrawn_on AS "withdrawnOn"
       FROM desk.publication p JOIN desk.version v ON v.id = p.version_id JOIN desk.person e ON e.id = p.published_by
       LEFT JOIN desk.withdrawal w ON w.publication_id = p.id LEFT JOIN desk.person we ON we.id = w.withdrawn_by
      WHERE p.id = $1`,
    publicationId,
  );
}

export type PersonFacts = { roles: Role[]; expertise: Expertise[] };

export async function getPersonFacts(personId: string): Promise<PersonFacts> {
  return getRow<PersonFacts>(
    `SELECT (SELECT coalesce(array_agg(role ORDER BY role), '{}') FROM desk.person_role WHERE person_id = $1) AS roles,
            (SELECT coalesce(array_agg(expertise ORDER BY expertise), '{}') FROM desk.person_expertise WHERE person_id = $1) AS expertise
      WHERE $1::uuid IS NOT NULL`,
    personId,
  );
}

export type ScheduleFacts = {
  versionNumber: number;
  reasonCount: number;
  setName: string | null;
};

export async function getScheduleFacts(
  scheduleId: string,
): Promise<ScheduleFacts> {
  return getRow<ScheduleFacts>(
    `SELECT v.number AS "versionNumber", greatest(1, coalesce(jsonb_array_length(s.refused_because -> 'blockers'), 1)) AS "reasonCount",
            (SELECT n.name FROM desk.set_schedule t JOIN desk.page_set n ON n.id = t.set_id WHERE t.id = s.set_schedule_id) AS "setName"
       FROM desk.schedule s JOIN desk.version v ON v.id = s.version_id WHERE s.id = $1`,
    scheduleId,
  );
}

export type CommentFacts = { versionNumber: number | null; closedBy: string };

export async function getCommentFacts(
  commentId: string,
): Promise<CommentFacts> {
  return getRow<CommentFacts>(
    `SELECT v.number AS "versionNumber", p.name AS "closedBy"
       FROM desk.comment c LEFT JOIN desk.version v ON v.id = c.version_id
       JOIN desk.comment_closing x ON x.comment_id = c.id JOIN desk.person p ON p.id = x.closed_by
      WHERE c.id = $1 ORDER BY x.closed_at DESC LIMIT 1`,
    commentId,
  );
}

/** Where somebody reads on: their review of the draft's newest version, or the page. */
export type DiscussionFacts = {
  by: string;
  /** The reader's own assignment, where they are not on the page's team. */
  assignmentId: string | null;
};

export async function getDiscussionFacts(
  draftId: string,
  personId: string,
  recipientId: string,
): Promise<DiscussionFacts> {
  const { rows } = await appPool().query<DiscussionFacts>(
    `SELECT p.name AS by,
            (SELECT a.id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version v ON v.id = r.version_id
              WHERE v.draft_id = $1 AND a.reviewer_id = $3 AND a.state IN ('invited', 'accepted', 'done')
              ORDER BY v.number DESC, a.id LIMIT 1) AS "assignmentId"
       FROM desk.person p WHERE p.id = $2`,
    [draftId, personId, recipientId],
  );
  const [row] = rows;
  if (!row) throw new Error(`a mail tells of somebody who is not there`);
  return row;
}

/** The draft that a comment, or a set of suggestions, is about. */
export async function getDraftOf(id: string): Promise<{ draftId: string }> {
  return getRow<{ draftId: string }>(
    `SELECT coalesce(c.draft_id, v.draft_id) AS "draftId" FROM desk.comment c LEFT JOIN desk.version v ON v.id = c.version_id WHERE c.id = $1
      UNION ALL SELECT draft_id FROM desk.suggestion_set WHERE id = $1`,
    id,
  );
}

export async function getRow<Row extends object>(
  query: string,
  id: string,
): Promise<Row> {
  const { rows } = await appPool().query<Row>(query, [id]);
  const [row] = rows;
  if (!row)
    throw new Error(`a mail tells of something that is not there: ${id}`);
  return row;
}
