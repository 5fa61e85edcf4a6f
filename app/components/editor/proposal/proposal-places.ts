import type { AnyNode } from "~/content/compare/any-node";
import type {
  Change,
  ComparedNode,
  ComparedText,
  Comparison,
} from "~/content/compare/comparison";
import { depthOfText, sizeOf, sizeOfPieces } from "~/content/compare/sizes";

/** Where a change of a proposal stands in the proposed document, by ProseMirror's positions. */
export type ProposalPlace = { change: Change } & (
  | { kind: "words"; from: number; to: number }
  | { kind: "block"; from: number; to: number }
  | { kind: "removed"; at: number; words: string }
);

/**
 * The places of all changes in the proposed document. Null when the positions
 * do not come out at `size`, the size of the document on the screen: then it
 * holds something that the comparison did not see, and no mark is better than
 * a wrong one.
 */
export function proposalPlaces(
  { nodes }: Comparison,
  size: number,
): ProposalPlace[] | null {
  const places: ProposalPlace[] = [];
  const end = walkAll(nodes, 0, places);
  return end === size ? places : null;
}

function walkAll(
  nodes: readonly ComparedNode[],
  start: number,
  places: ProposalPlace[],
): number {
  return nodes.reduce((at, node) => walk(node, at, places), start);
}

/** Notes the places in one node; gives the position behind it. */
function walk(node: ComparedNode, at: number, places: ProposalPlace[]): number {
  switch (node.kind) {
    case "same":
      return at + sizeOf(node.node);
    case "insert":
      return noteBlock(node.change, [node.node], at, places);
    case "remove":
      noteRemoved(node.change, [node.node], at, places);
      return at;
    case "replace":
      noteRemoved(node.change, node.removed, at, places);
      return noteBlock(node.change, node.added, at, places);
    case "from":
      return at;
    case "to": {
      const end = walk(node.node, at, places);
      places.push({ kind: "block", change: node.change, from: at, to: end });
      return end;
    }
    case "inside": {
      const end = walkAll(node.children, at + 1, places) + 1;
      if (node.change)
        places.push({ kind: "block", change: node.change, from: at, to: end });
      return end;
    }
    case "text":
      return walkText(node, at, places);
  }
}

function walkText(
  text: ComparedText,
  start: number,
  places: ProposalPlace[],
): number {
  const depth = depthOfText(text.proposed[0]);
  let at = start + depth;
  for (const segment of text.segments) {
    if (segment.kind === "same") {
      at += sizeOfPieces(segment.pieces, depth);
      continue;
    }
    const { change, removed, added } = segment;
    const words = removed.map((piece) => piece.text).join("");
    if (words.trim() !== "")
      places.push({ kind: "removed", change, at, words });
    const end = at + sizeOfPieces(added, depth);
    if (end > at) places.push({ kind: "words", change, from: at, to: end });
    else if (words.trim() === "" && removed.length > 0)
      places.push({ kind: "removed", change, at, words: "¶" });
    at = end;
  }
  const end = at + depth;
  if (text.change)
    places.push({ kind: "block", change: text.change, from: start, to: end });
  return end;
}

function noteBlock(
  change: Change,
  nodes: readonly AnyNode[],
  at: number,
  places: ProposalPlace[],
): number {
  return nodes.reduce((from, node) => {
    const to = from + sizeOf(node);
    places.push({ kind: "block", change, from, to });
    return to;
  }, at);
}

function noteRemoved(
  change: Change,
  nodes: readonly AnyNode[],
  at: number,
  places: ProposalPlace[],
): void {
  if (nodes.length > 0)
    places.push({ kind: "removed", change, at, words: change.before });
}
