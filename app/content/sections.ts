import type { PageContent } from "./page-content";
import { blockText } from "./plain-text";
import { sectionBlocks } from "./section-blocks";

/** A section: its heading, where it begins, and how many characters it holds. */
export type PageSection = { label: string; anchor: string; length: number };

/**
 * The sections of a page for its band: each second-level heading with the
 * blocks up to the next one. What stands before the first is "Opening"; a
 * page without headings is one section. Empty when nothing is written.
 */
export function sectionsOf(content: PageContent): PageSection[] {
  return sectionBlocks(content)
    .map(({ label, anchor, blocks }) => ({
      ...{ label, anchor },
      length: blocks.reduce((sum, block) => sum + blockText(block).length, 0),
    }))
    .filter(({ length }) => length > 0);
}
