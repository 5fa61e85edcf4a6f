import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Names who is asked next, in order, should a reviewer of this expertise decline or not answer. */
export async function nameAlternates(
  sessionId: string,
  roundId: string,
  expertise: string,
  personIds: string[],
): Promise<Outcome> {
  return runAct(appPool(), "name_alternates", [
    ...[sessionId, roundId, expertise, personIds],
  ]);
}
