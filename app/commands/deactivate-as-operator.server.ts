import { runAct } from "~/data/act.server";
import { getHoldings } from "~/data/person-holdings.server";
import { authPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

/**
 * Switches an account off at once, on the operator's word: signed out
 * everywhere, released from every open review. Pages that the person owns go
 * to somebody who is named.
 */
export async function deactivateAsOperator(
  personId: string,
  handOverTo: string | null,
): Promise<Outcome> {
  const { pages } = await getHoldings(personId, personId);
  if (handOverTo === null && pages.some(({ isOwner }) => isOwner)) {
    return refused("owner_required");
  }
  return runAct(authPool(), "operator_deactivate_person", [
    ...[personId, handOverTo],
  ]);
}
