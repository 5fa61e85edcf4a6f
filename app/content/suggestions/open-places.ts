import type { AnyNode } from "../compare/any-node";
import { applyChanges } from "../compare/apply-changes";
import type { Change, ComparedNode, ComparedText } from "../compare/comparison";
import { shown } from "../compare/pieces";
import { depthOfText, sizeOf, sizeOfAll, sizeOfPieces } from "../compare/sizes";
import { type Block, blockIdOf } from "../page-content";
import type { Standing } from "./standing";

/**
 * Where an open change stands in the text that it would change. Positions are
 * ProseMirror's and count from the beginning of the block: 0 is right before
 * it. A place between two blocks names the one that it comes after, null at
 * the beginning of the text.
 */
export type OpenPlace = { changeId: string } & (
  | {
      kind: "words";
      blockId: string;
      from: number;
      to: number;
      /** What would stand instead; empty where words only go. */
      added: string;
    }
  | {
      kind: "block";
      blockId: string;
      from: number;
      to: number;
      look: "removed" | "moved" | "other";
    }
  | { kind: "new"; blockId: string; at: number; added: string }
  | { kind: "between"; after: string | null; added: string }
);

/** The open places of a set, and the blocks that they count in. */
export type OpenPlaces = { blocks: Block[]; places: OpenPlace[] };

/** A place in the whole text, before it is known in which block. */
type Found = { change: Change } & (
  | { kind: "words"; from: number; to: number; added: string }
  | {
      kind: "block";
      from: number;
      to: number;
      look: "removed" | "moved" | "other";
    }
  | { kind: "new"; at: number; added: string }
);

type Way = "open" | "accepted" | "declined";

/**
 * The places of everything open in a set, in the text as the set knows it:
 * its base with what was accepted. Where those positions do not come out, no
 * place is better than a wrong one: there are none. Pure.
 */
export function openPlaces(standing: Standing): OpenPlaces {
  const { comparison, accepted, open } = standing;
  const body = applyChanges(comparison, accepted);
  const isOpen = new Set(open.map(({ id }) => id));
  const walk = new Walk(({ id }) =>
    isOpen.has(id) ? "open" : accepted.has(id) ? "accepted" : "declined",
  );
  const end = walk.all(comparison.nodes, 0);
  // A checked body is made of nodes of the table.
  const nodes = body.content as unknown as AnyNode[];
  if (end !== sizeOfAll(nodes)) return { blocks: [], places: [] };
  const rows = rowsOf(body.content, nodes);
  const places = walk.found.flatMap((found) => inBlocks(rows, found));
  const touched = new Set(
    places.flatMap((place) => ("blockId" in place ? [place.blockId] : [])),
  );
  return {
    places,
    blocks: body.content.filter((block) => touched.has(blockIdOf(block) ?? "")),
  };
}

/** Goes through a comparison and counts positions in the text before what is open. */
class Walk {
  readonly found: Found[] = [];
  constructor(private readonly way: (change: Change) => Way) {}

  all(nodes: readonly ComparedNode[], start: number): number {
    return nodes.reduce((at, node) => this.one(node, at), start);
  }

  /** Notes what is open in one node; gives the position behind it. */
  private one(node: ComparedNode, at: number): number {
    switch (node.kind) {
      case "same":
        return at + sizeOf(node.node);
      case "insert":
        return this.exchanged(node.change, [], [node.node], at);
      case "remove":
        return this.exchanged(node.change, [node.node], [], at);
      case "replace":
        return this.exchanged(node.change, node.removed, node.added, at);
      case "from": {
        const way = this.way(node.change);
        if (way === "accepted") return at;
        const to = this.one(node.node, at);
        if (way === "open") this.noteBlock(node.change, at, to, "moved");
        return to;
      }
      case "to": {
        const { change } = node;
        const way = this.way(change);
        if (way === "accepted") return this.one(node.node, at);
        const added = change.after || change.before;
        if (way === "open") this.found.push({ kind: "new", change, at, added });
        return at;
      }
      case "inside": {
        const to = this.all(node.children, at + 1) + 1;
        if (node.change && this.way(node.change) === "open")
          this.noteBlock(node.change, at, to, "other");
        return to;
      }
      case "text":
        return this.text(node, at);
    }
  }

  /** Nodes that would go, and nodes that would come in their place. */
  private exchanged(
    change: Change,
    removed: readonly AnyNode[],
    added: readonly AnyNode[],
    start: number,
  ): number {
    const way = this.way(change);
    if (way !== "open")
      return sizeOfAll(way === "accepted" ? added : removed, start);
    const end = removed.reduce((from, node) => {
      const to = from + sizeOf(node);
      this.noteBlock(change, from, to, "removed");
      return to;
    }, start);
    if (added.length > 0)
      this.found.push({ kind: "new", change, at: end, added: change.after });
    return end;
  }

  private text(text: ComparedText, start: number): number {
    const depth = depthOfText(text.base[0]);
    let at = start + depth;
    for (const segment of text.segments) {
      if (segment.kind === "same") {
        at += sizeOfPieces(segment.pieces, depth);
        continue;
      }
      const { change, removed, added } = segment;
      const way = this.way(change);
      const stands = way === "accepted" ? added : removed;
      const to = at + sizeOfPieces(stands, depth);
      if (way === "open")
        this.found.push({
          ...{ kind: "words", change, from: at, to },
          added: shown(added).replaceAll("\n", "¶ "),
        });
      at = to;
    }
    const end = at + depth;
    if (text.change && this.way(text.change) === "open")
      this.noteBlock(text.change, start, end, "other");
    return end;
  }

  private noteBlock(
    change: Change,
    from: number,
    to: number,
    look: "removed" | "moved" | "other",
  ): void {
    this.found.push({ kind: "block", change, from, to, look });
  }
}

/** A block of the text, and from where to where it stands. */
type Row = { id: string; from: number; to: number };

function rowsOf(blocks: readonly Block[], nodes: readonly AnyNode[]): Row[] {
  let from = 0;
  return nodes.map((node, index) => {
    const block = blocks[index];
    const row = { id: (block && blockIdOf(block)) ?? "", from, to: from };
    row.to += sizeOf(node);
    from = row.to;
    return row;
  });
}

/** A place by its block; words across the ends of blocks are a place in each. */
function inBlocks(rows: readonly Row[], found: Found): OpenPlace[] {
  const changeId = found.change.id;
  if (found.kind === "new") {
    const { at, added } = found;
    const row = rows.find(({ from, to }) => from < at && at < to);
    if (row) {
      const place = { blockId: row.id, at: at - row.from };
      return [{ kind: "new", changeId, ...place, added }];
    }
    const after = rows.findLast(({ to }) => to <= at)?.id ?? null;
    return [{ kind: "between", changeId, after, added }];
  }
  const met = rows.filter(({ from, to }) => found.from < to && from < found.to);
  return met.flatMap((row, index): OpenPlace[] => {
    const from = Math.max(found.from, row.from) - row.from;
    const to = Math.min(found.to, row.to) - row.from;
    const place = { changeId, blockId: row.id };
    if (found.kind === "block")
      return [{ ...place, kind: "block", from, to, look: found.look }];
    const isLast = index === met.length - 1;
    const added = isLast ? found.added : "";
    return [{ ...place, kind: "words", from, to, added }];
  });
}
