import { changedBlocks } from "./changed-blocks";
import { blockIdOf, type PageContent } from "./page-content";
import { blockText } from "./plain-text";
import { sectionBlocks } from "./section-blocks";

/** A section as a reviewer meets it: how long it is, and whether it differs. */
export type SectionLoad = {
  label: string;
  anchor: string;
  words: number;
  changedWords: number;
  isChanged: boolean;
};

/**
 * What a reviewer has to read, section by section: all words of each, and the
 * words of the blocks in it that are new, changed or moved since `base`.
 * Without a base everything is new. Throws RangeError as `changedBlocks` does.
 */
export function reviewLoad(
  base: PageContent | null,
  next: PageContent,
): SectionLoad[] {
  const changed = base
    ? new Set(changedBlocks(base, next).map(({ id }) => id))
    : null;
  return sectionBlocks(next).map(({ label, anchor, blocks }) => {
    const touched = blocks.filter(
      (block) => !changed || changed.has(blockIdOf(block) ?? ""),
    );
    return {
      ...{ label, anchor, words: wordsOf(blocks) },
      changedWords: wordsOf(touched),
      isChanged: touched.length > 0,
    };
  });
}

function wordsOf(blocks: readonly Parameters<typeof blockText>[0][]): number {
  return blocks.reduce(
    (sum, block) => sum + blockText(block).split(/\s+/).filter(Boolean).length,
    0,
  );
}
