import { withoutId } from "~/content/block-ids";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import { findWordsSetAside } from "~/data/words-set-aside.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { saveDraft } from "./save-draft.server";

/**
 * Puts words that were set aside into the draft again, as a block of its own
 * behind the one they lost to, or at the end. A save like any other, and they
 * stay their writer's: neither who wrote them nor who puts them back may sign
 * the text. Gives the line of the draft.
 */
export async function putBackWords(
  sessionId: string,
  pageId: string,
  wordsId: string,
): Promise<Outcome<DraftLine>> {
  const words = await findWordsSetAside(pageId, wordsId);
  const draft = words && (await findDraft(pageId, words.line));
  if (!words || !draft) return refused("not_found");
  const { content } = draft.content.body;
  const place = content.findIndex(({ attrs }) => attrs?.id === words.blockId);
  const saved = await saveDraft(sessionId, {
    ...{ pageId, line: words.line, baseRevision: draft.revision },
    putsBack: words.id,
    body: {
      type: "doc",
      content: content.toSpliced(
        place < 0 ? content.length : place + 1,
        0,
        withoutId(words.block),
      ),
    },
  });
  return saved.ok ? done(words.line) : saved;
}
