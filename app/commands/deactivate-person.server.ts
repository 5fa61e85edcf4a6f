import { runAct } from "~/data/act.server";
import { getHoldings } from "~/data/person-holdings.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

/**
 * Switches an account off at once: signed out everywhere. Pages and collections
 * go to somebody who is named; each open review to the deputy named for its
 * expertise, else to the next alternate, else it falls to the collection lead.
 */
export async function deactivatePerson(
  sessionId: string,
  personId: string,
  handOverTo: string | null,
  deputies: Record<string, string> = {},
): Promise<Outcome> {
  const { pages } = await getHoldings(personId, personId);
  if (handOverTo === null && pages.some(({ isOwner }) => isOwner)) {
    return refused("owner_required");
  }
  return runAct(appPool(), "deactivate_person", [
    ...[sessionId, personId, handOverTo, JSON.stringify(deputies)],
  ]);
}
