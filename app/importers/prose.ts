import type { Paragraph, Prose } from "~/content/page-content";
import { blockText, inlineText } from "~/content/plain-text";
import { textNodes, type SourceBlock } from "./source";

/**
 * The same words as running text, for places that hold neither headings nor
 * tables (list items, cells, quotations): a heading becomes a paragraph, each
 * row of a table one with bars between its cells.
 */
export function asProse(blocks: readonly SourceBlock[]): Prose[] {
  return blocks.flatMap(({ node }): Prose[] => {
    switch (node.type) {
      case "heading":
        return [{ type: "paragraph", content: node.content ?? [] }];
      case "table":
        return node.content.map((row) =>
          paragraph(
            (row.content ?? [])
              .map((cell) => cell.content.map(blockText).join(" "))
              .join(" | "),
          ),
        );
      case "faqItem": {
        const [question, answer] = node.content;
        return [
          paragraph(inlineText(question)),
          ...asProse(
            answer.content.map((inner) => ({ node: inner, role: "body" })),
          ),
        ];
      }
      default:
        return [node];
    }
  });
}

function paragraph(text: string): Paragraph {
  return { type: "paragraph", content: textNodes(text) };
}
