import { holdsText, isLeaf, withId, type AnyNode } from "./any-node";
import { rebuilt } from "./apply-changes";
import { signed, signedText, type Sign } from "./change-signs";
import type { Change, ComparedNode, ComparedText, Segment } from "./comparison";
import { primaryId } from "./compare-text";
import { inlinesOf, type Piece } from "./pieces";
import { withText } from "./text-part";

/**
 * The two bodies in one, for the eye: what was removed and what was added both
 * stand there with signs round them. Nothing that a page could hold or that
 * anybody saves. `onNote` is told of changes that no words show.
 */
export function laidOver(
  compared: ComparedNode,
  onNote: (change: Change) => void,
): AnyNode[] {
  switch (compared.kind) {
    case "same":
      return [compared.node];
    case "insert":
      return [wholly("added", compared.change, compared.node)];
    case "remove":
      return [wholly("removed", compared.change, compared.node)];
    case "replace":
      onNote(compared.change);
      return [
        ...compared.removed.map((node) =>
          wholly("removed", compared.change, node),
        ),
        ...compared.added.map((node) => wholly("added", compared.change, node)),
      ];
    case "from":
      return rebuilt(compared.node, none).map((node) =>
        wholly("removed", compared.change, node),
      );
    case "to":
      onNote(compared.change);
      return rebuilt(compared.node, all).map((node) =>
        wholly("added", compared.change, node),
      );
    case "inside": {
      if (compared.change) onNote(compared.change);
      const { content: _, ...shell } = compared.proposed;
      const content = compared.children.flatMap((child) =>
        laidOver(child, onNote),
      );
      return [{ ...shell, content }];
    }
    case "text":
      if (compared.change) onNote(compared.change);
      return textLaidOver(compared);
  }
}

const none = { has: () => false };
const all = { has: () => true };

/** A node that comes or goes as a whole: a sign round all its words. */
function wholly(sign: Sign, change: Change, node: AnyNode): AnyNode {
  if (holdsText(node))
    return withText(node, signed(sign, change.id, node.content ?? []));
  if (isLeaf(node)) {
    const title = node.attrs?.["title"];
    const text = typeof title === "string" ? title : "";
    const attrs = { ...node.attrs, title: signedText(sign, change.id, text) };
    return { ...node, attrs };
  }
  const content = (node.content ?? []).map((child) =>
    wholly(sign, change, child),
  );
  return { ...node, content };
}

const paragraphSign: AnyNode = { type: "text", text: "¶" };

function textLaidOver(text: ComparedText): AnyNode[] {
  const parts: { slot: number; inlines: AnyNode[] }[] = [
    { slot: 0, inlines: [] },
  ];
  const put = (inlines: readonly AnyNode[]) =>
    parts.at(-1)?.inlines.push(...inlines);
  for (const segment of text.segments) {
    if (segment.kind === "same") {
      put(inlinesOf(segment.pieces));
      continue;
    }
    const isBreaking = ["split", "join"].includes(segment.change.kind);
    for (const [sign, pieces] of sides(segment))
      for (const run of untilBreaks(pieces)) {
        // The space at which a block was cut shows best as nothing at all.
        const isCut = isBreaking && run.pieces.every(isSpace);
        if (!isCut) put(signed(sign, segment.change.id, inlinesOf(run.pieces)));
        else if (sign === "added") put(inlinesOf(run.pieces));
        if (!run.ended) continue;
        put(signed(sign, segment.change.id, [paragraphSign]));
        if (sign === "added")
          parts.push({ slot: run.ended.slot ?? 0, inlines: [] });
      }
  }
  const shells = text.proposed.length > 1 ? text.proposed : text.base;
  return parts.flatMap(({ slot, inlines }) => {
    const shell = slot === 0 ? text.proposed[0] : shells[slot];
    if (!shell) return [];
    return [
      withText(slot === 0 ? withId(shell, primaryId(text)) : shell, inlines),
    ];
  });
}

function sides(segment: Segment & { kind: "changed" }): [Sign, Piece[]][] {
  const { change, removed, added } = segment;
  if (change.kind === "format") return [["format", added]];
  return [
    ["removed", removed],
    ["added", added],
  ];
}

function isSpace({ kind }: Piece): boolean {
  return kind === "space";
}

/** The pieces up to each break, and the break that ended them. */
function untilBreaks(
  pieces: readonly Piece[],
): { pieces: Piece[]; ended: Piece | null }[] {
  const runs: { pieces: Piece[]; ended: Piece | null }[] = [
    { pieces: [], ended: null },
  ];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (!run) continue;
    if (piece.kind !== "break") run.pieces.push(piece);
    else {
      run.ended = piece;
      runs.push({ pieces: [], ended: null });
    }
  }
  return runs;
}
