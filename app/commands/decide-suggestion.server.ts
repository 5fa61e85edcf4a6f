import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import type { Body, PageContent } from "~/content/page-content";
import { type Queryable, runAct } from "~/data/act.server";
import type { ReusableVersion } from "~/data/components.server";
import { findDraftById } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import type { SuggestionVerdict } from "~/data/suggestions.server";
import { type Outcome, refused } from "~/domain/outcome";
import { findApproved, pinAs } from "./pin-reusables.server";

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
 * What several decisions as one stand on, read before their transaction began:
 * inside it a second connection could wait for ever.
 */
export type DecisionGround = {
  database: Queryable;
  content: PageContent;
  approved: readonly ReusableVersion[];
};

/**
 * Decides one suggested change. Accepting saves the draft with the change in
 * it, in the same transaction, as the words of whoever accepts; undoing an
 * accepted change saves it without. Declining saves nothing. Gives the revision
 * of the draft that holds now. Several decisions as one bring the ground
 * that they share.
 */
export async function decideSuggestion(
  sessionId: string,
  input: SuggestionDecisionInput,
  ground?: DecisionGround,
): Promise<Outcome<number>> {
  const { setId, setRevision, changeId, verdict, body } = input;
  let content: string | null = null;
  if (body) {
    const page =
      ground?.content ?? (await findDraftById(input.draftId))?.content;
    if (!page) return refused("not_found");
    const pinned = pinAs(
      body,
      ground?.approved ?? (await findApproved([body])),
    );
    if (!pinned.ok) return pinned;
    content = canonicalContent(giveBlockIds({ ...page, body: pinned.value }));
  }
  return runAct<number>(ground?.database ?? appPool(), "decide_suggestion", [
    ...[sessionId, setId, setRevision, changeId, verdict, input.reason],
    ...[input.before, input.after, input.baseRevision, content],
  ]);
}
