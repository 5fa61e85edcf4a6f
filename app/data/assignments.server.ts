import type { AssignmentState, RoundKind, Verdict } from "~/domain/words";
import { appPool } from "./pools.server";

/** How far one assignment is; null when there is none. */
export async function findAssignmentState(
  assignmentId: string,
): Promise<AssignmentState | null> {
  const { rows } = await appPool().query<{ state: AssignmentState }>(
    "SELECT state FROM desk.assignment WHERE id = $1",
    [assignmentId],
  );
  return rows[0]?.state ?? null;
}

/** One review round of a page, newest version first. */
export type Round = {
  id: string;
  kind: RoundKind;
  line: "main" | "correction";
  versionId: string;
  versionNumber: number;
  versionTitle: string;
  contentSha256: string;
  scope: string[];
  reason: string;
  openedAt: Date;
  closedAt: Date | null;
  closedBecause: "taken_back" | "superseded" | "published" | null;
  isFullyApproved: boolean;
  /** The days that an assignment gets when its editor names none. */
  respondBy: string;
  reviewBy: string;
};

/** The rounds of a page, at most fifty. */
export async function listRounds(pageId: string): Promise<Round[]> {
  const { rows } = await appPool().query<Round>(
    `SELECT r.id, r.kind, v.line, v.id AS "versionId", v.number AS "versionNumber", v.title AS "versionTitle",
            v.content_sha256 AS "contentSha256", r.scope, r.reason, r.opened_at AS "openedAt", r.closed_at AS "closedAt",
            r.closed_because AS "closedBecause", desk.is_fully_approved(v.id) AS "isFullyApproved",
            desk.today() + rules.respond_days AS "respondBy",
            desk.today() + greatest(rules.review_days, rules.respond_days) AS "reviewBy"
       FROM desk.review_round r
       JOIN desk.version v ON v.id = r.version_id
       JOIN desk.review_rules rules ON rules.id = r.rules_id
      WHERE r.page_id = $1
      ORDER BY v.number DESC LIMIT 50`,
    [pageId],
  );
  return rows;
}

export type Need = { expertise: string; count: number; step: number };

/** What a round asks for, in the order of its steps. */
export async function listNeeds(roundId: string): Promise<Need[]> {
  const { rows } = await appPool().query<Need>(
    `SELECT expertise, count, step FROM desk.round_need
      WHERE round_id = $1 ORDER BY step, expertise`,
    [roundId],
  );
  return rows;
}

/** One person asked in a round, with what they decided. */
export type RoundAssignment = {
  id: string;
  expertise: string;
  reviewerId: string;
  reviewerName: string;
  credentials: string;
  state: AssignmentState;
  invitedAt: Date;
  respondBy: string;
  reviewBy: string;
  declineReason: string | null;
  answersDecisionId: string | null;
  decisionId: string | null;
  verdict: Verdict | null;
  signedOn: string | null;
  today: string;
};

/** Everybody asked in a round, first asked first. */
export async function listRoundAssignments(
  roundId: string,
): Promise<RoundAssignment[]> {
  const { rows } = await appPool().query<RoundAssignment>(
    `SELECT a.id, a.expertise, a.reviewer_id AS "reviewerId", btrim(p.prefix || ' ' || p.name) AS "reviewerName", p.credentials, a.state,
            a.invited_at AS "invitedAt", a.respond_by AS "respondBy", a.review_by AS "reviewBy",
            a.decline_reason AS "declineReason", a.answers_decision_id AS "answersDecisionId",
            d.id AS "decisionId", d.verdict, desk.day_of(d.signed_at) AS "signedOn", desk.today() AS today
       FROM desk.assignment a
       JOIN desk.person p ON p.id = a.reviewer_id
       LEFT JOIN LATERAL (SELECT * FROM desk.decision WHERE assignment_id = a.id ORDER BY seq DESC LIMIT 1) d ON true
      WHERE a.round_id = $1
      ORDER BY a.invited_at, a.id LIMIT 200`,
    [roundId],
  );
  return rows;
}

/** The page whose round this is; null when there is no such round. */
export async function findPageOfRound(roundId: string): Promise<string | null> {
  const { rows } = await appPool().query<{ pageId: string }>(
    `SELECT page_id AS "pageId" FROM desk.review_round WHERE id = $1`,
    [roundId],
  );
  return rows[0]?.pageId ?? null;
}
