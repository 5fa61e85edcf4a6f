import { standingOf } from "~/content/suggestions/standing";
import { listOpenSuggestions } from "~/data/suggestions.server";
import { suggestedIn } from "./answer-suggestions.server";

/**
 * How many suggested changes wait for an answer on a draft, everybody's
 * together, and whether anybody but this person has a set open on it.
 */
export async function countSuggestions(
  draftId: string,
  personId: string,
): Promise<{ open: number; hasOthers: boolean }> {
  const sets = await listOpenSuggestions(draftId);
  return {
    open: sets.reduce(
      (count, set) => count + standingOf(suggestedIn(set)).open.length,
      0,
    ),
    hasOthers: sets.some(({ madeById }) => madeById !== personId),
  };
}
