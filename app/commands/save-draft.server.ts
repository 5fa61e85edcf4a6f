import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import { fillInKnown } from "~/content/known-blocks";
import type { PageContent } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import type { Problem } from "~/content/problems";
import { runAct } from "~/data/act.server";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { pinReusables } from "./pin-reusables.server";

export type DraftSaveInput = {
  pageId: string;
  line: DraftLine;
  /** The revision that the writer started from; a newer one is a conflict. */
  baseRevision: number;
  /** What the browser sent; nothing of it is believed. An unchanged block may be sent as its id. */
  body: unknown;
  /** Words set aside that this save puts back: they stay their writer's. */
  putsBack?: string;
};

export type SavedDraft = { revision: number; content: PageContent };

/**
 * Stores the text of a draft: checked against the document's schema, with ids
 * for new blocks and the approved words in reusable texts, in canonical form.
 * What the page says of itself is not the editor's to send and stays as it is.
 * `problems` tell what the schema refused.
 */
export async function saveDraft(
  sessionId: string,
  input: DraftSaveInput,
): Promise<Outcome<SavedDraft> & { problems?: Problem[] }> {
  const draft = await findDraft(input.pageId, input.line);
  if (!draft) return refused("not_found");
  // An id stands for the block as it was at the revision that was named.
  const isNewest = draft.revision === input.baseRevision;
  const body = parseBody(
    isNewest ? fillInKnown(input.body, draft.content.body) : input.body,
  );
  if (!body.ok)
    return { ...refused("invalid_content"), problems: body.problems };
  const pinned = await pinReusables(body.content);
  if (!pinned.ok) return pinned;
  const content = giveBlockIds({ ...draft.content, body: pinned.value });
  const { pageId, line, baseRevision, putsBack } = input;
  const text = canonicalContent(content);
  const saved = putsBack
    ? await runAct<number>(appPool(), "put_words_back", [
        ...[sessionId, putsBack, baseRevision, text],
      ])
    : await runAct<number>(appPool(), "save_draft", [
        ...[sessionId, pageId, line, baseRevision, text],
      ]);
  return saved.ok ? done({ revision: saved.value, content }) : saved;
}
