import { runAct } from "~/data/act.server";
import { findAssignmentState } from "~/data/assignments.server";
import { appPool } from "~/data/pools.server";
import { refused, type Outcome } from "~/domain/outcome";

/** The named reviewer says no; a reason is welcome and never needed. */
export async function declineAssignment(
  sessionId: string,
  assignmentId: string,
  reason = "",
): Promise<Outcome> {
  const outcome = await runAct<null>(appPool(), "decline_assignment", [
    sessionId,
    assignmentId,
    reason,
  ]);
  if (outcome.ok || outcome.because !== "not_invited") return outcome;
  const state = await findAssignmentState(assignmentId);
  return state === "declined" ? refused("already_decided") : outcome;
}
