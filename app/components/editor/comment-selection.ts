import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import type { Block } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { stretchesOf } from "./extensions/comments";

/** The words that a comment would be about, as the desk finds them. */
export type SelectedWords = {
  blockId: string;
  quotation: string;
  /** In UTF-16 units of the block's plain text; null without words. */
  start: number | null;
};

/**
 * The selected words, as far as they stand in the first block of the
 * selection; without any, the block alone. Null where no block is.
 */
export function selectedWords(state: EditorState): SelectedWords | null {
  const { from, to, $from } = state.selection;
  const offset = $from.depth > 0 ? $from.before(1) : from;
  const node = state.doc.nodeAt(offset);
  if (node === null) return null;
  const blockId = String(node.attrs["id"] ?? "");
  const end = Math.min(to, offset + node.nodeSize);
  const range = wordsBetween(node, offset, from, end);
  if (range === null) return { blockId, quotation: "", start: null };
  const text = blockText(node.toJSON() as Block);
  const words = text.slice(range.start, range.end);
  const quotation = words.trim();
  const before = words.length - words.trimStart().length;
  if (quotation === "") return { blockId, quotation: "", start: null };
  return { blockId, quotation, start: range.start + before };
}

/** Where the text between two positions begins and ends in the words of its block. */
function wordsBetween(block: Node, offset: number, from: number, to: number) {
  const touched = stretchesOf(block, offset).filter(
    ({ at, length }) => at < to && from < at + length,
  );
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    start: first.start + Math.max(0, from - first.at),
    end: last.start + Math.min(last.length, to - last.at),
  };
}
