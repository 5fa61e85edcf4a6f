import { isPlainBlock, rewordBlock } from "~/content/reword-block";
import { blockIdOf, type Body } from "~/content/page-content";
import { rebased, standingOf } from "~/content/suggestions/standing";
import type { Draft } from "~/data/drafts.server";
import { findOwnSuggestions } from "~/data/suggestions.server";
import { type Outcome, refused } from "~/domain/outcome";
import { suggestedIn } from "./answer-suggestions.server";
import { saveSuggestions } from "./save-suggestions.server";

/** The text that somebody's further suggestions are made in: their own so far, on the draft as it stands. */
export async function findOwnProposal(
  draft: Draft,
  personId: string,
): Promise<{ body: Body; revision: number | null }> {
  const own = await findOwnSuggestions(draft.id, personId);
  if (!own) return { body: draft.content.body, revision: null };
  const body = rebased(draft.content.body, standingOf(suggestedIn(own)));
  return { body, revision: own.revision };
}

/**
 * Suggests other words for one paragraph or heading of a draft, typed as plain
 * text. It joins the other suggestions of that person; what changed is worked
 * out by comparison.
 */
export async function suggestWording(
  sessionId: string,
  personId: string,
  draft: Draft,
  wording: { blockId: string; text: string },
): Promise<Outcome<unknown>> {
  const { body, revision } = await findOwnProposal(draft, personId);
  const block = body.content.find((one) => blockIdOf(one) === wording.blockId);
  if (!block || !isPlainBlock(block)) return refused("place_missing");
  const reworded = rewordBlock(block, wording.text);
  const content = body.content.map((one) => (one === block ? reworded : one));
  return saveSuggestions(sessionId, {
    draftId: draft.id,
    baseRevision: draft.revision,
    expected: revision,
    via: "suggesting",
    body: { type: "doc", content },
  });
}
