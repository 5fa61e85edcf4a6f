import { inlineText } from "~/content/plain-text";
import { collapseSpaces } from "~/lib/text-spaces";
import type { SourceBlock } from "../source";

/**
 * Word's first rank of heading serves many people for sections. It is the
 * title only where it stands first and alone, or has Word's style for titles.
 */
export function keepHeadings(
  blocks: readonly SourceBlock[],
  html: string,
): void {
  if (html.includes('<h1 class="title"')) return;
  const isAlone = html.split("<h1").length === 2;
  for (const [index, block] of blocks.entries())
    if (block.role === "title" && !(isAlone && index === 0))
      block.role = "body";
}

/** The title that a document states, or null. */
export function titleOf(blocks: readonly SourceBlock[]): string | null {
  const title = blocks.find(({ role }) => role === "title");
  return title ? collapseSpaces(inlineText(title.node)) || null : null;
}
