import { canonical } from "~/content/canonical";
import { parseBody } from "~/content/parse-page-content";
import { runAct } from "~/data/act.server";
import type { DraftLine } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

export type SetAsideInput = {
  pageId: string;
  line: DraftLine;
  /** The revision that the writer's words met. */
  revision: number;
  blockId: string;
  /** The writer's own block; null for the one that the draft has at `revision`. */
  block: unknown;
};

/**
 * Keeps in the page's history what a choice between two people's words leaves
 * out, before it leaves the text. Gives its id; null where the other had taken
 * the block out, so that no words are lost.
 */
export async function setWordsAside(
  sessionId: string,
  input: SetAsideInput,
): Promise<Outcome<string | null>> {
  const { pageId, line, revision, blockId, block } = input;
  let words: string | null = null;
  if (block !== null) {
    const parsed = parseBody({ type: "doc", content: [block] });
    const own = parsed.ok ? parsed.content.content[0] : undefined;
    if (!own) return refused("invalid_content");
    words = canonical(own);
  }
  const values = [sessionId, pageId, line, revision, blockId, words];
  return runAct<string | null>(appPool(), "set_words_aside", values);
}
