import { blockIdOf, type Block, type PageContent } from "./page-content";
import { blockText } from "./plain-text";

/** A section with its blocks; `anchor` is the element id of the first of them. */
export type SectionBlocks = { label: string; anchor: string; blocks: Block[] };

/**
 * The blocks of a page by section: each second-level heading with what stands
 * up to the next one. What stands before the first is "Opening".
 */
export function sectionBlocks(content: PageContent): SectionBlocks[] {
  const sections: SectionBlocks[] = [];
  for (const block of content.body.content) {
    const anchor = `b-${blockIdOf(block) ?? ""}`;
    const current = sections.at(-1);
    if (block.type === "heading" && block.attrs.level === 2)
      sections.push({
        label: blockText(block) || "Untitled",
        anchor,
        blocks: [block],
      });
    else if (current) current.blocks.push(block);
    else sections.push({ label: "Opening", anchor, blocks: [block] });
  }
  return sections;
}
