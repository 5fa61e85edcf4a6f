import { canonicalContent } from "~/content/canonical";
import { mergeByBlock, type Side } from "~/content/merge-by-block";
import { runAct } from "~/data/act.server";
import { findDraft, findLatestText, findTextOf } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

export type RebaseInput = {
  pageId: string;
  baseRevision: number;
  /** For every block that both sides changed, whose is to stand. */
  choices: ReadonlyMap<string, Side>;
};

/**
 * Brings what the page said last, live or taken down since, into the main draft by block, without writing a word of
 * its own. Gives the revision that holds now.
 */
export async function rebaseDraft(
  sessionId: string,
  { pageId, baseRevision, choices }: RebaseInput,
): Promise<Outcome<number>> {
  const draft = await findDraft(pageId, "main");
  if (!draft) return refused("not_found");
  const live = await findLatestText(pageId);
  if (!live) return refused("not_live");
  const base = draft.basedOnId ? await findTextOf(draft.basedOnId) : null;
  const { content, clashes } = mergeByBlock(
    base?.content ?? null,
    draft.content,
    live.content,
    choices,
  );
  // A corrected block never gives way to older words by being overlooked.
  if (clashes.some(({ id }) => !choices.has(id)))
    return refused("invalid_form");
  return runAct(appPool(), "rebase_draft", [
    sessionId,
    pageId,
    baseRevision,
    canonicalContent(content),
  ]);
}
