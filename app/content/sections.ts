import { blockIdOf, type PageContent } from "./page-content";
import { blockText } from "./plain-text";

/** A section: its heading, where it begins, and how many characters it holds. */
export type PageSection = { label: string; anchor: string; length: number };

/**
 * The sections of a page for its band: each second-level heading with the
 * blocks up to the next one. What stands before the first is "Opening"; a
 * page without headings is one section. Empty when nothing is written.
 */
export function sectionsOf(content: PageContent): PageSection[] {
  const sections: PageSection[] = [];
  for (const block of content.body.content) {
    const text = blockText(block);
    const anchor = `b-${blockIdOf(block) ?? ""}`;
    const current = sections.at(-1);
    if (block.type === "heading" && block.attrs.level === 2)
      sections.push({ label: text || "Untitled", anchor, length: text.length });
    else if (current) current.length += text.length;
    else sections.push({ label: "Opening", anchor, length: text.length });
  }
  return sections.filter(({ length }) => length > 0);
}
