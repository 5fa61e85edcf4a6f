import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import type { PageContent } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import type { Problem } from "~/content/problems";
import { runAct } from "~/data/act.server";
import { findDraftText } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import type { SuggestionVia } from "~/data/suggestions.server";
import { done, type Outcome, refused } from "~/domain/outcome";

export type SuggestionsInput = {
  draftId: string;
  /** The revision of the draft whose text was changed. */
  baseRevision: number;
  /** The revision of one's open set as one knows it; null for none. */
  expected: number | null;
  via: SuggestionVia;
  /** The whole proposed body; nothing of it is believed. */
  body: unknown;
};

export type SavedSuggestions = {
  id: string;
  revision: number;
  content: PageContent;
};

/**
 * Keeps what somebody suggests for a draft: a private copy of its text, checked
 * like any save, beside the text it started from. `problems` tell what the
 * schema of the document refused.
 */
export async function saveSuggestions(
  sessionId: string,
  input: SuggestionsInput,
): Promise<Outcome<SavedSuggestions> & { problems?: Problem[] }> {
  const { draftId, baseRevision, expected, via } = input;
  const body = parseBody(input.body);
  if (!body.ok)
    return { ...refused("invalid_content"), problems: body.problems };
  const base = await findDraftText(draftId, baseRevision);
  if (!base) return refused("stale_save");
  const content = giveBlockIds({ ...base, body: body.content });
  const saved = await runAct<{ id: string; revision: number }>(
    appPool(),
    "save_suggestions",
    [
      ...[sessionId, draftId, baseRevision, expected],
      ...[canonicalContent(content), via],
    ],
  );
  return saved.ok ? done({ ...saved.value, content }) : saved;
}
