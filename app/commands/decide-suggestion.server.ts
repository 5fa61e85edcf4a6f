import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import { type Queryable, runAct } from "~/data/act.server";
import { findDraftById } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import type { SuggestionVerdict } from "~/data/suggestions.server";
import { type Outcome, refused } from "~/domain/outcome";
import { pinReusables } from "./pin-reusables.server";

export type SuggestionDecisionInput = {
  setId: string;
  /** The revision of the set that was on the screen. */
  setRevision: number;
  changeId: string;
  verdict: SuggestionVerdict;
  reason: string;
  /** The words of the change, kept with the decision. */
  before: string;
  after: string;
  draftId: string;
  /** The revision of the draft that the new body was made from. */
  baseRevision: number;
  /** The draft with the change in it, or out of it again; null when nothing is saved. */
  body: Body | null;
};

/**
 * Decides one suggested change. Accepting saves the draft with the change in
 * it, in the same transaction, as the words of whoever accepts; undoing an
 * accepted change saves it without. Declining saves nothing. Gives the revision
 * of the draft that holds now. Several decisions as one go through the
 * `database` of `inTransaction`.
 */
export async function decideSuggestion(
  sessionId: string,
  input: SuggestionDecisionInput,
  database: Queryable = appPool(),
): Promise<Outcome<number>> {
  const { setId, setRevision, changeId, verdict, body } = input;
  let content: string | null = null;
  if (body) {
    const draft = await findDraftById(input.draftId);
    if (!draft) return refused("not_found");
    const pinned = await pinReusables(body);
    if (!pinned.ok) return pinned;
    content = canonicalContent(
      giveBlockIds({ ...draft.content, body: pinned.value }),
    );
  }
  return runAct<number>(database, "decide_suggestion", [
    ...[sessionId, setId, setRevision, changeId, verdict, input.reason],
    ...[input.before, input.after, input.baseRevision, content],
  ]);
}
