import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise } from "~/domain/words";

/**
 * An editor says how they made sure who somebody without an account is, what
 * they are expert in, and that the address is theirs. Gives the id of the fact.
 */
export async function verifyExpert(
  sessionId: string,
  verified: { personId: string; expertise: Expertise; how: string },
): Promise<Outcome<string>> {
  const { personId, expertise, how } = verified;
  return runAct(appPool(), "verify_expert", [
    ...[sessionId, personId, expertise, how],
  ]);
}
