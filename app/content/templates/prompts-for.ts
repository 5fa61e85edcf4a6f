import type { PageKind } from "~/domain/words";
import {
  blockIdOf,
  type Block,
  type BlockId,
  type Body,
} from "../page-content";
import { blockText } from "../plain-text";
import { sectionsOfKinds } from "./sections-of-kinds";
import type { TemplateSection } from "./template";

/** What its author is asked to write in one block that is still empty. */
export type Prompt = {
  /** The place of the block directly under the body. */
  index: number;
  blockId: BlockId;
  prompt: string;
};

type Placed = { block: Block; index: number };

/**
 * The prompts of a kind's template for the blocks of a body that are still
 * empty: the template's first paragraph under a heading speaks for the first
 * paragraph there, and so on. A section is found by its heading's words. What
 * is written, or stands where no template looks, has no prompt. For placeholders
 * in the editor; nothing of it enters the document.
 */
export function promptsFor(body: Body, kind: PageKind): Prompt[] {
  const written = sectionsIn(body);
  const templates: readonly TemplateSection[] = sectionsOfKinds[kind];
  return templates.flatMap((section) => {
    const placed = written.get(keyOf(section.heading)) ?? [];
    return section.blocks.flatMap((wanted, place) => {
      const before = section.blocks.slice(0, place);
      const nth = before.filter(({ type }) => type === wanted.type).length;
      const found = placed.filter(({ block }) => block.type === wanted.type);
      const at = found[nth];
      if (at === undefined || blockText(at.block).trim() !== "") return [];
      const length = place === 0 ? ` About ${section.words} words.` : "";
      const prompt = `${wanted.prompt}${length}`;
      return [{ index: at.index, blockId: blockIdOf(at.block), prompt }];
    });
  });
}

/** The blocks under each heading of level 2, by its words; a heading twice is its first place. */
function sectionsIn({ content }: Body): Map<string, Placed[]> {
  const sections = new Map<string, Placed[]>([[keyOf(null), []]]);
  let current = sections.get(keyOf(null));
  for (const [index, block] of content.entries()) {
    if (block.type === "heading" && block.attrs.level === 2) {
      const key = keyOf(blockText(block));
      current = [];
      if (!sections.has(key)) sections.set(key, current);
    } else current?.push({ block, index });
  }
  return sections;
}

/** Headings have words; the beginning has none. */
function keyOf(heading: string | null): string {
  return heading === null ? "" : `# ${heading.trim().toLowerCase()}`;
}
