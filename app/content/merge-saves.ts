import { giveBlockIds } from "./block-ids";
import { canonical, isSameText } from "./canonical";
import { mergeThreeWays } from "./compare/merge-three-ways";
import { mergeByBlock } from "./merge-by-block";
import {
  blockIdOf,
  type Block,
  type Body,
  type PageContent,
} from "./page-content";

/** What is known of two texts that were saved over each other. */
export type SavesToMerge = {
  /** What this writer started from; null when nobody knows it. */
  base: Body | null;
  mine: Body;
  /** The draft as others saved it meanwhile. */
  theirs: PageContent;
  /** What this writer sent before without an answer, and their own saves since. */
  unanswered: Body | null;
  ownSaves: readonly Body[];
};

/** A block of which both changed the same words: as it is with either's; null where it is gone. */
export type SaveClash = {
  blockId: string;
  mine: Block | null;
  theirs: Block | null;
};

export type MergedSaves = {
  body: Body;
  clashes: SaveClash[];
  /** `unanswered` had been stored, and was what the writer started from. */
  hasUnanswered: boolean;
};

/**
 * Two people's saves of one draft in one text: blocks and words that one of
 * them changed go in by themselves; where both changed the same words it is
 * this writer's, and a clash tells the other's. Every block of the answer has
 * an id. Pure but for the ids of new blocks.
 */
export function mergeSaves(saves: SavesToMerge): MergedSaves {
  const { mine, theirs, unanswered, ownSaves } = saves;
  const stored = ownSaves.find(
    (body) => unanswered && isSameText(body, unanswered),
  );
  const known =
    stored && unanswered ? withStoredIds(mine, unanswered, stored) : mine;
  const base = stored ?? saves.base;
  const inPage = (body: Body) => giveBlockIds({ ...theirs, body });
  const merged =
    base === null
      ? mergeUnknown(inPage(known), theirs)
      : mergeThreeWays(inPage(base).body, inPage(known).body, theirs.body);
  return {
    body: merged.body,
    clashes: merged.clashes.flatMap(({ blockId, mine, theirs }) =>
      blockId === null ? [] : [{ blockId, mine, theirs }],
    ),
    hasUnanswered: stored !== undefined,
  };
}

/** Without a base every block that differs is a clash. */
function mergeUnknown(mine: PageContent, theirs: PageContent) {
  const { content, clashes } = mergeByBlock(null, mine, theirs);
  return {
    body: content.body,
    clashes: clashes.map(({ id, draft, live }) => ({
      ...{ blockId: id, mine: draft, theirs: live },
    })),
  };
}

/** A block that the writer's browser still has without an id gets the one it was stored with. */
function withStoredIds(mine: Body, unanswered: Body, stored: Body): Body {
  const given = new Map<string, Block>();
  unanswered.content.forEach((block, index) => {
    const known = stored.content[index];
    if (blockIdOf(block) === null && known) given.set(canonical(block), known);
  });
  const content = mine.content.map((block) => {
    const known = blockIdOf(block) === null && given.get(canonical(block));
    if (!known) return block;
    given.delete(canonical(block));
    return known;
  });
  return { type: "doc", content };
}
