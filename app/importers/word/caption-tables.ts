import { inlineText } from "~/content/plain-text";
import type { SourceBlock } from "../source";

const captionWords = /^(?:table|tab\.)\s*\d+\s*[.:–—-]?\s*/i;
const longestCaption = 500;

/**
 * Word keeps a table's caption as a paragraph beside it: "Table 2. Risk by
 * age" just before or after a table without a caption becomes its caption.
 */
export function captionTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  const taken = new Set<number>();
  const captioned = blocks.map((block, index) => {
    const { node } = block;
    if (node.type !== "table" || node.attrs.caption !== "") return block;
    for (const beside of [index - 1, index + 1]) {
      const caption = taken.has(beside) ? null : captionIn(blocks[beside]);
      if (caption === null) continue;
      taken.add(beside);
      return { ...block, node: { ...node, attrs: { ...node.attrs, caption } } };
    }
    return block;
  });
  return captioned.filter((_, index) => !taken.has(index));
}

function captionIn(block: SourceBlock | undefined): string | null {
  if (block?.node.type !== "paragraph" || block.role !== "body") return null;
  const text = inlineText(block.node).trim();
  const caption = text.replace(captionWords, "");
  const isCaption =
    caption !== text && caption !== "" && caption.length <= longestCaption;
  return isCaption ? caption : null;
}
