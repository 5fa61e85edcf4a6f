import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, TextSelection, type Selection } from "@tiptap/pm/state";

/**
 * Puts a block behind the one at the cursor, or in place of an empty
 * paragraph, and the cursor into it; a block without text of its own is
 * chosen whole. Inside a block that may hold it, it goes there.
 */
export function insertBlock(editor: Editor, block: Node): void {
  const { state, view } = editor;
  const { $from, to } = state.selection;
  const depth = depthFor($from, block);
  const change = state.tr;
  const isInPlace =
    $from.depth === depth + 1 &&
    $from.parent.type.name === "paragraph" &&
    $from.parent.content.size === 0;
  const after = $from.depth > depth ? $from.after(depth + 1) : to;
  const at = isInPlace ? $from.before(depth + 1) : after;
  if (isInPlace) change.replaceWith(at, after, block);
  else change.insert(at, block);
  change.setSelection(selectionIn(change.doc, at, block));
  view.dispatch(change.scrollIntoView());
  view.focus();
}

/** In its first text, at its first entry, or the block itself. */
function selectionIn(doc: Node, at: number, block: Node): Selection {
  if (block.firstChild?.type.spec.atom)
    return NodeSelection.create(doc, at + 1);
  const inside = TextSelection.findFrom(doc.resolve(at + 1), 1, true);
  const isOwn = inside !== null && inside.from < at + block.nodeSize;
  return isOwn ? inside : NodeSelection.create(doc, at);
}

/** How deep the nearest parent stands that may hold the block. */
function depthFor(
  place: Editor["state"]["selection"]["$from"],
  block: Node,
): number {
  for (let depth = place.depth - 1; depth > 0; depth -= 1) {
    const parent = place.node(depth);
    const index = place.indexAfter(depth);
    if (parent.canReplaceWith(index, index, block.type)) return depth;
  }
  return 0;
}
