import { blockName } from "./block-names";
import { blockIdOf, type PageContent } from "./page-content";
import { sectionBlocks } from "./section-blocks";

/** Where a block stands: in which section, and the how-manieth of its name there. */
export type BlockPlace = {
  section: string;
  /** "Paragraph", "Key message". */
  name: string;
  nth: number;
  /** How many blocks of that name the section has. */
  of: number;
};

/** Where a block of a page stands; null for a block that is not in it. */
export function blockPlace(
  content: PageContent,
  blockId: string,
): BlockPlace | null {
  for (const { label, blocks } of sectionBlocks(content)) {
    const block = blocks.find((each) => blockIdOf(each) === blockId);
    if (!block) continue;
    const alike = blocks.filter(({ type }) => type === block.type);
    return {
      section: label,
      name: blockName(block),
      nth: alike.indexOf(block) + 1,
      of: alike.length,
    };
  }
  return null;
}
