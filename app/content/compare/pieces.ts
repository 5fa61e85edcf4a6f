import { canonical } from "../canonical";
import { splitWords } from "../split-words";
import { commonRow } from "../token-differences";
import { shownText, type AnyNode } from "./any-node";

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

/** The inline content of one block in pieces; joined they are the content. */
export function piecesOf(inlines: readonly AnyNode[]): Piece[] {
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
    const key = canonical([
      inline.type,
      inline.attrs ?? {},
      inline.marks ?? [],
    ]);
    const text = shownText(inline);
    pieces.push({ kind: "thing", text, key, nodes: [inline] });
  }
  endRun();
  return pieces;
}

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
  const solidBase = solid(base);
  const solidNext = solid(next);
  const pairs =
    commonRow(
      solidBase.map((at) => base[at]?.key ?? ""),
      solidNext.map((at) => next[at]?.key ?? ""),
    ) ?? [];
  const anchors = withoutChanceMatches(base, pairs).map(
    ([i, j]): [number, number] => [solidBase[i] ?? 0, solidNext[j] ?? 0],
  );
  const edits: PieceEdit[] = [];
  let [from, nextFrom] = [0, 0];
  for (const [to, nextTo] of [
    ...anchors,
    [base.length, next.length] as const,
  ]) {
    const edit = trimmed(base, next, { from, to, nextFrom, nextTo });
    if (edit.to > edit.from || edit.nextTo > edit.nextFrom) edits.push(edit);
    [from, nextFrom] = [to + 1, nextTo + 1];
  }
  return edits;

  /** A comma or two small words the same between two changes are no anchor. */
  function withoutChanceMatches(
    pieces: readonly Piece[],
    matched: readonly [number, number][],
  ): [number, number][] {
    const runs: [number, number][][] = [];
    for (const pair of matched) {
      const last = runs.at(-1)?.at(-1);
      const isNext = last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1;
      if (isNext) runs.at(-1)?.push(pair);
      else runs.push([pair]);
    }
    return runs
      .filter((run, index) => {
        const isAtEdge =
          (index === 0 && run[0]?.[0] === 0 && run[0][1] === 0) ||
          index === runs.length - 1;
        return (
          isAtEdge || !run.every(([i]) => isSlight(pieces[solidBase[i] ?? 0]))
        );
      })
      .flat();
  }
}

function isSlight(piece: Piece | undefined): boolean {
  if (piece?.kind === "punctuation") return true;
  return (
    piece?.kind === "word" &&
    /^(?:a|an|the|of|to|in|and|is|are)$/i.test(piece.text)
  );
}

function solid(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ kind }, index) => (kind === "space" ? [] : [index]));
}

function trimmed(
  base: readonly Piece[],
  next: readonly Piece[],
  { from, to, nextFrom, nextTo }: PieceEdit,
): PieceEdit {
  while (
    from < to &&
    nextFrom < nextTo &&
    base[from]?.key === next[nextFrom]?.key
  ) {
    from += 1;
    nextFrom += 1;
  }
  while (
    from < to &&
    nextFrom < nextTo &&
    base[to - 1]?.key === next[nextTo - 1]?.key
  ) {
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
      canonical(last.marks ?? []) === canonical(node.marks ?? []);
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
