import { inlineText } from "~/content/plain-text";
import { isChrome } from "./line-kinds";
import { isScenarioHeading } from "./standing-headings";
import type { SourceBlock } from "./source";

/**
 * Finds the title among a plain text's headings and gives the others levels.
 * The title is the first line that is no part of the site, when it is a
 * heading; after an opening clinical scenario, the heading that another one
 * follows at once. A heading right under another is one level lower.
 */
export function setTitleAndLevels(blocks: SourceBlock[]): void {
  const title = titleOf(blocks);
  if (title) title.role = "title";
  let before: SourceBlock | null = null;
  for (const block of blocks) {
    const { node } = block;
    const isUnder =
      before?.node.type === "heading" &&
      before.role === "body" &&
      before.node.attrs.level === 2;
    if (node.type === "heading" && block.role === "body")
      node.attrs.level = isUnder && !isForReaders(block) ? 3 : 2;
    before = block;
  }
}

function titleOf(blocks: readonly SourceBlock[]): SourceBlock | null {
  const text = blocks.filter(({ node }) => !isChrome(inlineText(node)));
  const [first] = text;
  if (first?.node.type !== "heading") return null;
  if (!isScenarioHeading(inlineText(first.node))) return first;
  const next = text.findIndex(
    ({ node }, index) => index > 0 && node.type === "heading",
  );
  const isFollowed = text[next + 1]?.node.type === "heading";
  return isFollowed ? (text[next] ?? null) : null;
}

/** "For clinicians" and "For patients" head lists of links beside each other. */
function isForReaders({ node }: SourceBlock): boolean {
  return /^for (?:clinicians|patients|professionals|families|healthcare professionals)$/i.test(
    inlineText(node).trim(),
  );
}
