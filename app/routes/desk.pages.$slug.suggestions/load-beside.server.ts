import { suggestedIn } from "~/commands/answer-suggestions.server";
import { openPlaces } from "~/content/suggestions/open-places";
import { standingOf } from "~/content/suggestions/standing";
import type { Draft } from "~/data/drafts.server";
import { listOpenSuggestions } from "~/data/suggestions.server";
import { cardsOf } from "./load-suggestions.server";

/**
 * What others than this person suggest for a draft, one entry a set: its cards
 * and where they stand in the text, for whoever is writing in it.
 */
export async function loadBeside(draft: Draft, personId: string) {
  const sets = await listOpenSuggestions(draft.id);
  return sets
    .filter(({ madeById }) => madeById !== personId)
    .map((set) => {
      const standing = standingOf(suggestedIn(set));
      const { id, revision, madeBy, madeById } = set;
      return {
        ...{ setId: id, setRevision: revision, madeBy, madeById },
        cards: cardsOf(draft.content, set, standing),
        ...openPlaces(standing),
      };
    });
}
