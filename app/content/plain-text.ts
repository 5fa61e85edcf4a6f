import { fusionName, guidelineWords, resourceWords } from "./entry-words";
import { partialDateWords } from "./iso-dates";
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
 * its symbol, a variant, fusion or treatment as its name, a timeline entry
 * begins with its date; citations say nothing here.
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

/** The words of one block; a table's caption comes first, a figure's text for those who do not see it last. */
export function blockText(block: Block): string {
  return linesOf(block)
    .filter((line) => line !== "")
    .join("\n");
}

function linesOf(node: ContentNode): string[] {
  if (isTextblock(node)) return [inlineText(node), imageText(node)];
  const lines = childrenOf(node).flatMap(linesOf);
  switch (node.type) {
    case "table":
      return [node.attrs.caption, ...lines];
    case "timelineEntry":
      return [partialDateWords(node.attrs.when), ...lines];
    case "resource":
      return [resourceWords(node)];
    case "guideline":
      return [guidelineWords(node)];
    default:
      return lines;
  }
}

/** True for a node whose children are words: paragraph, heading, question, a figure with its caption. */
export function isTextblock(node: ContentNode): boolean {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    node.type === "faqQuestion" ||
    node.type === "figure"
  );
}

/** What a figure says to those who do not see it; nothing for any other node. */
export function imageText(node: ContentNode): string {
  return node.type === "figure" && !node.attrs.isDecorative
    ? node.attrs.alt
    : "";
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
    case "variant":
      return node.attrs.hgvs;
    case "fusion":
      return fusionName(node.attrs);
    case "therapy":
      return node.attrs.name;
    case "hardBreak":
      return "\n";
    default:
      return "";
  }
}
