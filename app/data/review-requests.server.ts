import type { Day } from "~/domain/days";
import type {
  AssignmentState,
  Need,
  PageKind,
  RoundKind,
} from "~/domain/words";
import { runAct } from "./act.server";
import { appPool, authPool } from "./pools.server";

/** What the holder of a link is shown of a request: no word of the text. */
export type ReviewRequest = {
  assignmentId: string;
  reviewerId: string;
  reviewerName: string;
  /** Whether they have set a password and can sign in. */
  hasJoined: boolean;
  /** Null once nothing is open, and while its reviewer may not know of the page. */
  title: string | null;
  pageKind: PageKind;
  roundKind: RoundKind;
  versionNumber: number;
  expertise: Need;
  respondBy: Day;
  reviewBy: Day;
  requestedBy: string;
  state: AssignmentState;
  standing: "open" | "expired" | "withdrawn" | "closed" | "off";
  today: Day;
};

/** The request that a link is about, by the hash of its token; null when there is none. */
export async function findReviewRequest(
  linkHash: string,
): Promise<ReviewRequest | null> {
  const { rows } = await appPool().query<ReviewRequest>(
    `SELECT assignment_id AS "assignmentId", reviewer_id AS "reviewerId", reviewer_name AS "reviewerName", has_joined AS "hasJoined",
            title, page_kind AS "pageKind", round_kind AS "roundKind", version_number AS "versionNumber", expertise,
            respond_by AS "respondBy", review_by AS "reviewBy", requested_by AS "requestedBy", state, standing, today
       FROM desk.find_review_request($1)`,
    [linkHash],
  );
  return rows[0] ?? null;
}

/**
 * Keeps the hash of a new link for one request; false when nothing is asked of
 * its reviewer any more. The auth role writes it, because whoever holds the
 * link answers for that person.
 */
export async function recordAssignmentLink(
  assignmentId: string,
  linkHash: string,
): Promise<boolean> {
  const outcome = await runAct(authPool(), "record_assignment_link", [
    ...[assignmentId, linkHash],
  ]);
  return outcome.ok;
}

/** The requests whose day of lapsing has come, at most 200. */
export async function listDueLapses(): Promise<string[]> {
  const { rows } = await appPool().query<{ id: string }>(
    "SELECT assignment_id AS id FROM desk.due_lapses()",
  );
  return rows.map(({ id }) => id);
}
