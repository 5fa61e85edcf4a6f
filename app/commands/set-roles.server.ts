import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { endSessionsOf } from "~/data/sessions.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, Role } from "~/domain/words";

/**
 * Sets what a person may do and which expertise is verified. They sign in
 * again afterwards, the admin who changed their own roles too: no token
 * outlives the roles it was given for.
 */
export async function setRoles(
  sessionId: string,
  personId: string,
  wanted: { roles: Role[]; expertise: Expertise[] },
): Promise<Outcome> {
  const outcome = await runAct(appPool(), "set_roles", [
    ...[sessionId, personId, wanted.roles, wanted.expertise],
  ]);
  if (outcome.ok) await endSessionsOf(personId);
  return outcome;
}
