import { standingOf } from "~/content/suggestions/standing";
import { listOpenSuggestions } from "~/data/suggestions.server";
import { suggestedIn } from "./answer-suggestions.server";

/** How many suggested changes wait for an answer on a draft, everybody's together. */
export async function countSuggestions(draftId: string): Promise<number> {
  const sets = await listOpenSuggestions(draftId);
  return sets.reduce(
    (count, set) => count + standingOf(suggestedIn(set)).open.length,
    0,
  );
}
