import { blockIdOf, type PageContent } from "~/content/page-content";
import { blockText } from "~/content/plain-text";

/**
 * The names of the sections in which two texts of a page differ, in the order
 * of the newer one: "Treatment". A section that is gone, and what stands before
 * the first heading, have no name here.
 */
export function updatedParts(before: PageContent, now: PageContent): string[] {
  const known = new Map(
    before.body.content.map((block) => [
      blockIdOf(block),
      JSON.stringify(block),
    ]),
  );
  const parts = new Set<string>();
  let section: string | null = null;
  for (const block of now.body.content) {
    if (block.type === "heading" && block.attrs.level === 2)
      section = blockText(block);
    const isChanged = known.get(blockIdOf(block)) !== JSON.stringify(block);
    if (isChanged && section) parts.add(section);
  }
  return [...parts];
}
