import { blockChoices } from "~/content/block-names";
import { renderHtml } from "~/content/render-html";
import { listNotices } from "~/data/notices.server";
import type { PageWithTies } from "~/data/pages.server";
import { findPublicStanding } from "~/data/publications.server";
import { readContent } from "~/data/read-content.server";
import { listWithheldBlocks } from "~/data/withheld-blocks.server";
import { addDays } from "~/domain/days";
import type { PublicState } from "~/domain/words";
import { withheldBlockSentence } from "~/wording/notices";

export type PublicScreen = Awaited<ReturnType<typeof loadPublic>>;

const showsText: readonly PublicState[] = ["live", "due_soon", "overdue"];

/** What readers get of a page now, and what an editor can do about it. */
export async function loadPublic(page: PageWithTies) {
  const [found, notices, withheld] = await Promise.all([
    findPublicStanding(page.id),
    listNotices(page.id),
    listWithheldBlocks(page.id),
  ]);
  if (!found) throw new Error(`page ${page.id} has no standing`);
  const { content: stored, ...standing } = found;
  const content = stored === null ? null : readContent(stored);
  const blocks = content ? blockChoices(content) : [];
  const blockIds = withheld.map(({ blockId }) => blockId);
  return {
    slug: page.slug,
    pageId: page.id,
    standing,
    notices,
    blocks: blocks.filter(({ id }) => !blockIds.includes(id)),
    withheld: withheld.map((each) => ({
      ...each,
      label: blocks.find(({ id }) => id === each.blockId)?.label ?? "A block",
    })),
    earliestDue: addDays(standing.today, 14),
    isRoundOpen: [
      "in_review",
      "approved",
      "changes_requested",
      "scheduled",
    ].includes(page.deskState),
    html:
      content && showsText.includes(standing.state)
        ? renderHtml(content, {
            withheld: { blockIds, sentence: withheldBlockSentence },
          })
        : null,
  };
}
