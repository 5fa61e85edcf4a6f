import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** An admin brings back somebody who was switched off, with the roles they had. */
export async function reactivatePerson(
  sessionId: string,
  personId: string,
): Promise<Outcome> {
  return runAct(appPool(), "reactivate_person", [sessionId, personId]);
}
