import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Lets a request lapse that nobody answered until three working days past its
 * respond-by day, and asks the next alternate. False when another worker was
 * first or it was answered meanwhile.
 */
export async function lapseAssignment(
  assignmentId: string,
): Promise<Outcome<boolean>> {
  return runAct(appPool(), "lapse_assignment", [assignmentId]);
}
