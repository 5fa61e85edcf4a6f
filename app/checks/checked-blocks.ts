import { citationName } from "~/content/citation-ids";
import {
  fusionName,
  guidelineWords,
  resourceWords,
} from "~/content/entry-words";
import {
  blockIdOf,
  childrenOf,
  type Block,
  type ContentNode,
  type Guideline,
  type PageContent,
  type Resource,
} from "~/content/page-content";
import { imageText, isTextblock } from "~/content/plain-text";
import { normalise, type NormalText } from "./normalise";

/** A stretch of running text (a paragraph, heading or question) and its place in the block's text. */
export type TextPart = {
  node: ContentNode;
  start: number;
  end: number;
};

/**
 * A block as rules read it. `text` is what the block's running texts say,
 * joined by line ends; a hard break is a line end, a gene, variant, fusion or
 * treatment its name, a citation its label or else its identifier; a figure
 * says its caption and its alternative text, a resource or guideline its
 * fields. Offsets of findings are UTF-16
 * units in `text`; `normal` is the same text made plain.
 */
export type CheckedBlock = {
  id: string | null;
  node: Block;
  text: string;
  parts: TextPart[];
  normal: NormalText;
  /** Variants entered as such, with their gene where it was told. */
  variants: { start: number; end: number; gene: string | null }[];
};

/** The blocks of a page in order, each with its text read once for all rules. */
export function readBlocks(content: PageContent): CheckedBlock[] {
  return content.body.content.map(readBlock);
}

function readBlock(node: Block): CheckedBlock {
  const parts: TextPart[] = [];
  const variants: CheckedBlock["variants"] = [];
  let text = "";
  for (const part of runningTexts(node)) {
    if (parts.length > 0) text += "\n";
    const start = text.length;
    for (const inline of childrenOf(part)) {
      const from = text.length;
      text += wordsOf(inline);
      if (inline.type === "variant")
        variants.push({
          start: from,
          end: text.length,
          gene: inline.attrs.gene,
        });
    }
    const besides = wordsBeside(part);
    text += besides !== "" && text.length > start ? `\n${besides}` : besides;
    parts.push({ node: part, start, end: text.length });
  }
  const id = blockIdOf(node);
  return { id, node, text, parts, normal: normalise(text), variants };
}

/** All that a node says, running texts joined by line ends. */
export function textOf(node: ContentNode): string {
  return runningTexts(node)
    .flatMap((part) => [inlineText(childrenOf(part)), wordsBeside(part)])
    .filter((line) => line !== "")
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
  return isTextblock(node) || isEntry(node)
    ? [node]
    : childrenOf(node).flatMap(runningTexts);
}

/** A node that says something by its fields alone. */
function isEntry(node: ContentNode): node is Resource | Guideline {
  return node.type === "resource" || node.type === "guideline";
}

/** What a node says by its fields, beside the words inside it. */
function wordsBeside(node: ContentNode): string {
  if (!isEntry(node)) return imageText(node);
  return node.type === "resource" ? resourceWords(node) : guidelineWords(node);
}

function inlineText(nodes: ContentNode[]): string {
  return nodes.map(wordsOf).join("");
}

function wordsOf(node: ContentNode): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "hardBreak":
      return "\n";
    case "gene":
      return node.attrs.symbol;
    case "variant":
      return node.attrs.hgvs;
    case "fusion":
      return fusionName(node.attrs);
    case "therapy":
      return node.attrs.name;
    case "citation":
      return node.attrs.label || citationName(node.attrs);
    default:
      return textOf(node);
  }
}
