import { canonical } from "../canonical";
import { remembered } from "../remembered";
import { splitWords } from "../split-words";
import { commonRow } from "../token-differences";
import { isSameMarks, shownText, type AnyNode } from "./any-node";

/**
 * A piece of text that a change keeps or replaces as a whole: a word with its
 * marks, white space, punctuation, a citation or another named thing, or the
 * break between two blocks that were or become one. `key` is equal only where
 * the words and everything on them are.
 */
export type Piece = {
  kind: "word" | "space" | "punctuation" | "thing" | "break";
  text: string;
  key: string;
  nodes: AnyNode[];
  /** Which block begins after a break. */
  slot?: number;
};

/** The inline content of one block in pieces; joined they are the content. Shared, not to be altered. */
export function piecesOf(inlines: readonly AnyNode[]): readonly Piece[] {
  const [only, ...others] = inlines;
  const isPlain = others.length === 0 && only?.type === "text" && !only.marks;
  if (isPlain) return plainPieces(only.text ?? "");
  const pieces: Piece[] = [];
  let run: AnyNode[] = [];
  const endRun = () => {
    if (run.length > 0) pieces.push(...textPieces(run));
    run = [];
  };
  for (const inline of inlines) {
    if (inline.type === "text") {
      run.push(inline);
      continue;
    }
    endRun();
    const { type, attrs = {}, marks = [] } = inline;
    const key = canonical([type, attrs, marks]);
    const text = shownText(inline);
    pieces.push({ kind: "thing", text, key, nodes: [inline] });
  }
  endRun();
  return pieces;
}

const plainPieces = remembered((text): readonly Piece[] =>
  textPieces([{ type: "text", text }]),
);

function textPieces(run: readonly AnyNode[]): Piece[] {
  const text = run.map((node) => node.text ?? "").join("");
  const starts: number[] = [];
  let length = 0;
  for (const node of run) {
    starts.push(length);
    length += node.text?.length ?? 0;
  }
  let at = 0;
  let first = 0;
  return splitWords(text).map((words) => {
    const end = at + words.length;
    while (first + 1 < run.length && (starts[first + 1] ?? 0) <= at) first += 1;
    const nodes: AnyNode[] = [];
    for (let index = first; index < run.length; index += 1) {
      const start = starts[index] ?? 0;
      if (start >= end) break;
      const node = run[index];
      const part =
        node?.text?.slice(Math.max(0, at - start), end - start) ?? "";
      if (node && part !== "") nodes.push({ ...node, text: part });
    }
    at = end;
    return { kind: kindOf(words), text: words, key: keyOf(nodes), nodes };
  });
}

function kindOf(words: string): Piece["kind"] {
  if (/^\s+$/u.test(words)) return "space";
  return /[\p{L}\p{N}]/u.test(words) ? "word" : "punctuation";
}

function keyOf(nodes: readonly AnyNode[]): string {
  return nodes
    .map(({ text, marks }) =>
      marks && marks.length > 0 ? `${text}\u0000${canonical(marks)}` : text,
    )
    .join("\u0001");
}

/** One place where two rows of pieces differ: `from` to `to` becomes `nextFrom` to `nextTo`. */
export type PieceEdit = {
  from: number;
  to: number;
  nextFrom: number;
  nextTo: number;
};

/**
 * The places where two rows of pieces differ, in order. Words are matched
 * first and the spaces between follow them, so that a change is a phrase and
 * not a string of single words.
 */
export function pieceEdits(
  base: readonly Piece[],
  next: readonly Piece[],
): PieceEdit[] {
  const whole = { from: 0, to: base.length, nextFrom: 0, nextTo: next.length };
  const part = trimmed(base, next, whole);
  const ofBase = solid(base, part.from, part.to);
  const ofNext = solid(next, part.nextFrom, part.nextTo);
  const pairs =
    commonRow(
      ofBase.map((at) => base[at]?.key ?? ""),
      ofNext.map((at) => next[at]?.key ?? ""),
    ) ?? [];
  const anchors = withoutChance(pairs, (i) => base[ofBase[i] ?? 0]).map(
    ([i, j]): [number, number] => [ofBase[i] ?? 0, ofNext[j] ?? 0],
  );
  const edits: PieceEdit[] = [];
  let { from, nextFrom } = part;
  for (const [to, nextTo] of [...anchors, [part.to, part.nextTo] as const]) {
    const edit = trimmed(base, next, { from, to, nextFrom, nextTo });
    if (edit.to > edit.from || edit.nextTo > edit.nextFrom) edits.push(edit);
    [from, nextFrom] = [to + 1, nextTo + 1];
  }
  return edits;
}

/** A comma or a small word or two, the same by chance between two changes, hold nothing apart. */
function withoutChance(
  pairs: readonly [number, number][],
  pieceAt: (place: number) => Piece | undefined,
): [number, number][] {
  const runs: [number, number][][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1;
    if (isNext) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs
    .filter((run) => !run.every(([place]) => isSlight(pieceAt(place))))
    .flat();
}

function isSlight(piece: Piece | undefined): boolean {
  if (piece?.kind === "punctuation") return true;
  return (
    piece?.kind === "word" &&
    /^(?:a|an|the|of|to|in|and|is|are)$/i.test(piece.text)
  );
}

function solid(pieces: readonly Piece[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1)
    if (pieces[at]?.kind !== "space") places.push(at);
  return places;
}

function trimmed(
  base: readonly Piece[],
  next: readonly Piece[],
  { from, to, nextFrom, nextTo }: PieceEdit,
): PieceEdit {
  const isSame = (i: number, j: number) => base[i]?.key === next[j]?.key;
  while (from < to && nextFrom < nextTo && isSame(from, nextFrom)) {
    from += 1;
    nextFrom += 1;
  }
  while (from < to && nextFrom < nextTo && isSame(to - 1, nextTo - 1)) {
    to -= 1;
    nextTo -= 1;
  }
  return { from, to, nextFrom, nextTo };
}

/** Pieces as inline content again: neighbouring texts with the same marks are one. */
export function inlinesOf(pieces: readonly Piece[]): AnyNode[] {
  const inlines: AnyNode[] = [];
  for (const node of pieces.flatMap(({ nodes }) => nodes)) {
    const last = inlines.at(-1);
    const isSame =
      last?.type === "text" &&
      node.type === "text" &&
      isSameMarks(last.marks, node.marks);
    if (isSame)
      inlines[inlines.length - 1] = {
        ...last,
        text: `${last.text}${node.text}`,
      };
    else inlines.push(node);
  }
  return inlines;
}

/** What pieces show, a break as the end of a line. */
export function shown(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
