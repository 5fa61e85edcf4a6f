import { citationName } from "~/content/citation-ids";
import {
  blockIdOf,
  childrenOf,
  type Block,
  type ContentNode,
  type Inline,
  type PageContent,
} from "~/content/page-content";
import { isTextblock } from "~/content/plain-text";
import { normalise, type NormalText } from "./normalise";

/** A stretch of running text (a paragraph, heading or question) and its place in the block's text. */
export type TextPart = {
  node: ContentNode;
  start: number;
  end: number;
};

/**
 * A block as rules read it. `text` is what the block's running texts say,
 * joined by line ends; a hard break is a line end, a gene its symbol, a
 * citation its label or else its identifier. Offsets of findings are UTF-16
 * units in `text`; `normal` is the same text made plain.
 */
export type CheckedBlock = {
  id: string | null;
  node: Block;
  text: string;
  parts: TextPart[];
  normal: NormalText;
};

/** The blocks of a page in order, each with its text read once for all rules. */
export function readBlocks(content: PageContent): CheckedBlock[] {
  return content.body.content.map(readBlock);
}

function readBlock(node: Block): CheckedBlock {
  const parts: TextPart[] = [];
  let text = "";
  for (const part of runningTexts(node)) {
    if (parts.length > 0) text += "\n";
    const start = text.length;
    text += inlineText(childrenOf(part));
    parts.push({ node: part, start, end: text.length });
  }
  const id = blockIdOf(node);
  return { id, node, text, parts, normal: normalise(text) };
}

/** All that a node says, running texts joined by line ends. */
export function textOf(node: ContentNode): string {
  return runningTexts(node)
    .map((part) => inlineText(childrenOf(part)))
    .join("\n");
}

/** The nodes of one or more types at any depth in a block, itself included, in order. */
export function nodesOfType<Type extends ContentNode["type"]>(
  node: ContentNode,
  type: Type,
): Extract<ContentNode, { type: Type }>[] {
  const inside = childrenOf(node).flatMap((child) => nodesOfType(child, type));
  return isOfType(node, type) ? [node, ...inside] : inside;
}

function isOfType<Type extends ContentNode["type"]>(
  node: ContentNode,
  type: Type,
): node is Extract<ContentNode, { type: Type }> {
  return node.type === type;
}

function runningTexts(node: ContentNode): ContentNode[] {
  return isTextblock(node) ? [node] : childrenOf(node).flatMap(runningTexts);
}

function inlineText(nodes: ContentNode[]): string {
  return nodes
    .map((node) => (isInline(node) ? inlineWords(node) : textOf(node)))
    .join("");
}

function isInline(node: ContentNode): node is Inline {
  return ["text", "hardBreak", "citation", "gene"].includes(node.type);
}

function inlineWords(node: Inline): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "hardBreak":
      return "\n";
    case "gene":
      return node.attrs.symbol;
    case "citation":
      return node.attrs.label || citationName(node.attrs);
  }
}
