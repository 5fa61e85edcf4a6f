import {
  blockIdOf,
  childrenOf,
  type Block,
  type BlockName,
  type ContentNode,
  type PageContent,
} from "./page-content";

export type BlockText = { id: string; type: BlockName; text: string };

/**
 * The words of a page without title or metadata: blocks two lines apart,
 * lists, cells and paragraphs inside a block one line apart. A gene stands as
 * its symbol; citations say nothing here.
 */
export function plainText(content: PageContent): string {
  return content.body.content
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** The words of each block, in order; an id not yet given reads as "". */
export function blockTexts(content: PageContent): BlockText[] {
  return content.body.content.map((block) => ({
    id: blockIdOf(block) ?? "",
    type: block.type,
    text: blockText(block),
  }));
}

/** The words of one block; a table's caption comes first. */
export function blockText(block: Block): string {
  return linesOf(block)
    .filter((line) => line !== "")
    .join("\n");
}

function linesOf(node: ContentNode): string[] {
  if (isTextblock(node)) return [inlineText(node)];
  const lines = childrenOf(node).flatMap(linesOf);
  return node.type === "table" ? [node.attrs.caption, ...lines] : lines;
}

/** True for a node whose children are words: paragraph, heading, question. */
export function isTextblock(node: ContentNode): boolean {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    node.type === "faqQuestion"
  );
}

/** The words of one textblock on one line; a hard break is a line end. */
export function inlineText(node: ContentNode): string {
  return childrenOf(node).map(wordsOf).join("");
}

function wordsOf(node: ContentNode): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "gene":
      return node.attrs.symbol;
    case "hardBreak":
      return "\n";
    default:
      return "";
  }
}
