import type { AnyNode } from "./any-node";
import { inlinesOf, pieceEdits, piecesOf, type Piece } from "./pieces";

type Edit = { from: number; to: number; added: Piece[] };

/**
 * The words of one block with the edits of both sides, or null when the two
 * touch the same words or words next to each other, so that no sentence comes
 * together that nobody wrote. The same edit on both sides is made once.
 */
export function mergeText(
  base: readonly AnyNode[],
  mine: readonly AnyNode[],
  theirs: readonly AnyNode[],
): AnyNode[] | null {
  const pieces = piecesOf(base);
  const ours = editsOf(pieces, piecesOf(mine));
  const others = editsOf(pieces, piecesOf(theirs)).filter(
    (edit) => !ours.some((own) => isSameEdit(own, edit)),
  );
  const doTouch = ours.some((own) =>
    others.some((edit) => own.from <= edit.to && edit.from <= own.to),
  );
  if (doTouch) return null;
  const merged: Piece[] = [];
  let at = 0;
  for (const { from, to, added } of [...ours, ...others].sort(
    (one, other) => one.from - other.from,
  )) {
    merged.push(...pieces.slice(at, from), ...added);
    at = to;
  }
  return inlinesOf([...merged, ...pieces.slice(at)]);
}

function editsOf(base: readonly Piece[], next: readonly Piece[]): Edit[] {
  return pieceEdits(base, next).map(({ from, to, nextFrom, nextTo }) => ({
    from,
    to,
    added: next.slice(nextFrom, nextTo),
  }));
}

function isSameEdit(one: Edit, other: Edit): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.added.length === other.added.length &&
    one.added.every(({ key }, index) => key === other.added[index]?.key)
  );
}
