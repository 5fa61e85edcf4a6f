import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Block, Inline } from "~/content/page-content";
import { blockText, inlineText } from "~/content/plain-text";
import type { CommentMark } from "../comment-marks";

export const commentsKey = new PluginKey<DecorationSet>("comments");

/**
 * The words that comments are about, underlined while somebody writes. They
 * are found when the editor starts, anew when a comment was added, and move
 * with the text between; they are no part of the document.
 */
export function commentsPlugin(marks: readonly CommentMark[]) {
  return new Plugin<DecorationSet>({
    key: commentsKey,
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, placed(doc, marks)),
      apply: (transaction, set) =>
        set.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => commentsKey.getState(state) },
  });
}

function placed(doc: Node, marks: readonly CommentMark[]): Decoration[] {
  const found: Decoration[] = [];
  doc.forEach((block, offset) => {
    const inBlock = marks.filter(
      ({ blockId }) => blockId === block.attrs["id"],
    );
    if (inBlock.length === 0) return;
    const stretches = stretchesOf(block, offset);
    for (const { cardId, start, end } of inBlock) {
      const parts = stretches.filter(
        (part) => part.start < end && start < part.start + part.length,
      );
      for (const [index, part] of parts.entries()) {
        const from = part.at + Math.max(0, start - part.start);
        const to = part.at + Math.min(part.length, end - part.start);
        if (index === 0) found.push(placeOf(from, cardId));
        found.push(
          Decoration.inline(from, to, {
            class: "comment-mark",
            "aria-details": cardId,
          }),
        );
      }
    }
  });
  return found;
}

/** Where the card of a comment leads to. */
function placeOf(at: number, cardId: string): Decoration {
  return Decoration.widget(
    at,
    () => {
      const place = document.createElement("span");
      place.id = `at-${cardId}`;
      return place;
    },
    { side: -1 },
  );
}

/** A run of text: where it begins in the document and in the words of its block. */
type Stretch = { at: number; start: number; length: number };

/** The texts of a block in the order in which `blockText` tells its words. */
export function stretchesOf(block: Node, offset: number): Stretch[] {
  const stretches: Stretch[] = [];
  let told = 0;
  const visit = (node: Node, at: number): void => {
    if (!node.inlineContent) {
      const own = wordsOf({ ...asBlock(node), content: [] });
      if (own !== "") told += own.length + 1;
      node.forEach((child, inside) => visit(child, at + 1 + inside));
      return;
    }
    let start = told;
    node.forEach((inline, inside) => {
      if (inline.isText) {
        const length = inline.text?.length ?? 0;
        stretches.push({ at: at + 1 + inside, start, length });
        start += length;
      } else start += lengthOf(inline);
    });
    const whole = wordsOf(asBlock(node));
    if (whole !== "") told += whole.length + 1;
  };
  visit(block, offset);
  return stretches;
}

// The editor's nodes have the shape of the document's.
function asBlock(node: Node): Record<string, unknown> {
  return node.toJSON() as Record<string, unknown>;
}

function wordsOf(json: Record<string, unknown>): string {
  return blockText(json as unknown as Block);
}

function lengthOf(inline: Node): number {
  const content = [inline.toJSON() as Inline];
  return inlineText({ type: "paragraph", content }).length;
}
