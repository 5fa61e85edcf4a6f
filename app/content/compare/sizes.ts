import { holdsText, isLeaf, type AnyNode } from "./any-node";
import type { Piece } from "./pieces";

/** How many of ProseMirror's positions a node takes up. */
export function sizeOf(node: AnyNode): number {
  if (node.type === "text") return node.text?.length ?? 0;
  if (isLeaf(node)) return 1;
  return sizeOfAll(node.content ?? [], 2);
}

/** The positions that some nodes in a row take up, added to `start`. */
export function sizeOfAll(nodes: readonly AnyNode[], start = 0): number {
  return nodes.reduce((size, node) => size + sizeOf(node), start);
}

/** How many nodes stand between a compared text and its words: an item of a list holds a paragraph. */
export function depthOfText(node: AnyNode | undefined): number {
  return node && !holdsText(node) ? 2 : 1;
}

/** The positions of a row of pieces; a break closes one block and opens the next. */
export function sizeOfPieces(pieces: readonly Piece[], depth: number): number {
  return pieces.reduce(
    (size, { kind, nodes }) =>
      kind === "break" ? size + 2 * depth : sizeOfAll(nodes, size),
    0,
  );
}
