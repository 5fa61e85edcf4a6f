import { runAct } from "~/data/act.server";
import { getHoldings } from "~/data/person-holdings.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

/**
 * Switches an account off at once: signed out everywhere, released from every
 * open review. Pages that the person owns go to somebody who is named.
 */
export async function deactivatePerson(
  sessionId: string,
  personId: string,
  handOverTo: string | null,
): Promise<Outcome> {
  const { pages } = await getHoldings(personId);
  if (handOverTo === null && pages.some(({ isOwner }) => isOwner)) {
    return refused("owner_required");
  }
  return runAct(appPool(), "deactivate_person", [
    ...[sessionId, personId, handOverTo],
  ]);
}
