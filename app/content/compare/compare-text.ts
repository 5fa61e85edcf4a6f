import { changeOf, type Place } from "./change-of";
import { idOf, type AnyNode } from "./any-node";
import { harmsOfBlocks, harmsOfInlines } from "./harms-of-nodes";
import type { Change, ComparedText, Segment } from "./comparison";
import { pieceEdits, piecesOf, shown, type Piece } from "./pieces";
import { sentencesAround } from "./sentences";
import { textPart } from "./text-part";

/**
 * Compares the words of one block, or of one that became several, or of
 * several that became one. Where blocks were cut apart or put together a break
 * stands among the words, so that this is one decision of its own and edits of
 * the words around it are others.
 */
export function compareText(
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  primary: number,
  change: Change | null,
  place: Place,
): ComparedText {
  const [before, after] = [stream(base), stream(proposed)];
  const segments: Segment[] = [];
  let at = 0;
  const texts = { before: shown(before), after: shown(after) };
  const lengths = { before: offsets(before), after: offsets(after) };
  for (const { from, to, nextFrom, nextTo } of pieceEdits(before, after)) {
    if (from > at)
      segments.push({ kind: "same", pieces: before.slice(at, from) });
    const [removed, added] = [
      before.slice(from, to),
      after.slice(nextFrom, nextTo),
    ];
    segments.push({
      kind: "changed",
      removed,
      added,
      change: wordChange(removed, added, place, {
        before: sentencesAround(
          texts.before,
          lengths.before[from] ?? 0,
          lengths.before[to] ?? 0,
        ),
        after: sentencesAround(
          texts.after,
          lengths.after[nextFrom] ?? 0,
          lengths.after[nextTo] ?? 0,
        ),
      }),
    });
    at = to;
  }
  if (at < before.length)
    segments.push({ kind: "same", pieces: before.slice(at) });
  return {
    kind: "text",
    base: [...base],
    proposed: [...proposed],
    primary,
    change,
    segments,
  };
}

function stream(nodes: readonly AnyNode[]): readonly Piece[] {
  const [only, ...others] = nodes;
  if (only && others.length === 0)
    return piecesOf(textPart(only)?.content ?? []);
  return nodes.flatMap((node, slot) => {
    const pieces = piecesOf(textPart(node)?.content ?? []);
    const start: Piece = {
      kind: "break",
      text: "\n",
      key: `\u0002${node.type}`,
      nodes: [],
      slot,
    };
    return slot === 0 ? pieces : [start, ...pieces];
  });
}

/** Where each piece begins, and where the last ends. */
function offsets(pieces: readonly Piece[]): number[] {
  const starts = [0];
  for (const { text } of pieces)
    starts.push((starts.at(-1) ?? 0) + text.length);
  return starts;
}

function wordChange(
  removed: readonly Piece[],
  added: readonly Piece[],
  place: Place,
  sentence: { before: string; after: string },
): Change {
  const [before, after] = [shown(removed), shown(added)];
  const isSplit = added.some(({ kind }) => kind === "break");
  const isJoin = removed.some(({ kind }) => kind === "break");
  const nodesOf = (pieces: readonly Piece[]) =>
    pieces.flatMap(({ nodes }) => nodes);
  const harmsOf = isSplit || isJoin ? harmsOfBlocks : harmsOfInlines;
  const thing = onlyThing(removed, added);
  const sameWords = thing ? "attributes" : "format";
  const exchange = before === after ? sameWords : "words";
  const kind = isSplit ? "split" : isJoin ? "join" : exchange;
  return changeOf(place, {
    kind,
    node: thing ?? place.node,
    before,
    after,
    sentenceBefore: sentence.before,
    sentenceAfter: sentence.after,
    harms: harmsOf(
      place.blockId,
      nodesOf(removed),
      nodesOf(added),
      place.sense,
    ),
    key: [keysOf(removed), keysOf(added)],
  });
}

/** The kind of a thing among the words, such as a citation, when the change is about it alone. */
function onlyThing(
  removed: readonly Piece[],
  added: readonly Piece[],
): AnyNode["type"] | null {
  const said = [...removed, ...added].filter(
    ({ kind }) => kind !== "space" && kind !== "punctuation",
  );
  const [first] = said;
  const type = first?.nodes[0]?.type;
  return first?.kind === "thing" &&
    type &&
    said.every(({ nodes }) => nodes[0]?.type === type)
    ? type
    : null;
}

function keysOf(pieces: readonly Piece[]): string[] {
  return pieces.map(({ key }) => key);
}

/** The block id that the text keeps where its parts are one. */
export function primaryId({
  base,
  proposed,
  primary,
}: ComparedText): string | null {
  const isSplit = proposed.length > 1;
  const ofBase = base[isSplit ? 0 : primary];
  const ofProposed = proposed[isSplit ? primary : 0];
  return (ofBase && idOf(ofBase)) ?? (ofProposed ? idOf(ofProposed) : null);
}
