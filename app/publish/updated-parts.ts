import { blockIdOf, type PageContent } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { readPublicContent } from "./public-content";

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

/**
 * The sections that changed since the whole page was reviewed, from its text as
 * a public view gives it and from that of the latest full review before it;
 * none to name after a full review, or where there is no text to compare.
 */
export function updatedSince(
  page: { content: string | null; roundKind: string },
  before: string | null,
): string[] {
  const { content, roundKind } = page;
  if (content === null || before === null || roundKind === "full_review")
    return [];
  return updatedParts(
    readPublicContent(before).content,
    readPublicContent(content).content,
  );
}
