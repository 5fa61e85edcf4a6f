import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { OwnDetails } from "./edit-person.server";

/** Somebody changes what they say of themselves; never their name, credentials or affiliation. */
export async function editOwnDetails(
  sessionId: string,
  details: OwnDetails,
): Promise<Outcome> {
  return runAct(appPool(), "edit_own_details", [
    ...[sessionId, JSON.stringify(details)],
  ]);
}
