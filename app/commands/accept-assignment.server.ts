import { runAct } from "~/data/act.server";
import { findAssignmentState } from "~/data/assignments.server";
import { appPool } from "~/data/pools.server";
import { refused, type Outcome } from "~/domain/outcome";

/** The named reviewer takes the review on; a second press is told so. */
export async function acceptAssignment(
  sessionId: string,
  assignmentId: string,
): Promise<Outcome> {
  const outcome = await runAct<null>(appPool(), "accept_assignment", [
    sessionId,
    assignmentId,
  ]);
  if (outcome.ok || outcome.because !== "not_invited") return outcome;
  const state = await findAssignmentState(assignmentId);
  return state === "accepted" || state === "done"
    ? refused("already_decided")
    : outcome;
}
