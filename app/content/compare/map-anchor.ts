import { splitWords } from "../split-words";
import { commonRow } from "../token-differences";
import { blockIdOf, type Block, type Body } from "../page-content";
import { blockText } from "../plain-text";
import { Likeness } from "./likeness";
import { gapsOf, matchChildren } from "./match-children";

/** A part of the words of one block as `blockText` gives them: from `start` up to `end`. */
export type Anchor = { blockId: string; start: number; end: number };

/**
 * Where each part of a text stands in another body: in the block it became,
 * or in a block beside it that took up its words when it was split, joined or
 * replaced. A part whose words were rewritten keeps what is left of them; one
 * of which nothing is left, or that is empty, is null. For a few or many parts
 * alike: the bodies are compared once. Rewritten words elsewhere are found by
 * quotation, which is not done here.
 */
export function mapAnchors(
  base: Body,
  next: Body,
  anchors: readonly Anchor[],
): (Anchor | null)[] {
  const likeness = new Likeness();
  const matches = matchChildren("doc", base.content, next.content, likeness);
  const nextOf = new Map(matches.map(({ i, j }) => [i, j]));
  const gaps = gapsOf(matches, base.content.length, next.content.length);
  const found = new Set(matches.map(({ j }) => j));
  return anchors.map((anchor) => {
    const i = base.content.findIndex(
      (block) => blockIdOf(block) === anchor.blockId,
    );
    const block = base.content[i];
    if (!block || anchor.end <= anchor.start) return null;
    const j = nextOf.get(i);
    const own = j === undefined ? undefined : next.content[j];
    // The blocks that are new beside it: what a split made, or took its place.
    const beside = gaps
      .filter((gap) => gap.i <= i + 1 && i <= gap.toI)
      .flatMap((gap) => next.content.slice(gap.j, gap.toJ))
      .filter((candidate) => !found.has(next.content.indexOf(candidate)));
    // What a join took up stands in the blocks round it that were found again.
    const round = own
      ? []
      : gaps
          .filter((gap) => gap.i <= i && i < gap.toI)
          .flatMap((gap) => [next.content[gap.j - 1], next.content[gap.toJ]]);
    return bestOf(block, [own, ...beside, ...round], anchor);
  });
}

/** Of the blocks that may have them the one in which most of the words are left. */
function bestOf(
  block: Block,
  candidates: readonly (Block | undefined)[],
  anchor: Anchor,
): Anchor | null {
  const text = blockText(block);
  let best: { anchor: Anchor; kept: number } | null = null;
  for (const candidate of candidates) {
    const blockId = candidate && blockIdOf(candidate);
    if (!candidate || !blockId) continue;
    const range = mapRange(text, blockText(candidate), anchor);
    if (!range || range.kept <= (best?.kept ?? 0)) continue;
    const { start, end, kept } = range;
    best = { anchor: { blockId, start, end }, kept };
  }
  return best?.anchor ?? null;
}

/**
 * The part of a new text that the words from `start` to `end` of an old one
 * became, and how many characters of them are left; null when none are.
 */
function mapRange(
  text: string,
  next: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number; kept: number } | null {
  if (text === next) return { start, end, kept: end - start };
  const [before, after] = [splitWords(text), splitWords(next)];
  const [starts, nextStarts] = [startsOf(before), startsOf(after)];
  let [from, to, kept]: [number | null, number, number] = [null, 0, 0];
  for (const [i, j] of commonRow(before, after) ?? []) {
    const [at, nextAt] = [starts[i] ?? 0, nextStarts[j] ?? 0];
    const length = before[i]?.length ?? 0;
    if (at + length <= start || at >= end || !before[i]?.trim()) continue;
    const [cut, rest] = [Math.max(0, start - at), Math.min(length, end - at)];
    from ??= nextAt + cut;
    to = nextAt + rest;
    kept += rest - cut;
  }
  return from === null ? null : { start: from, end: to, kept };
}

function startsOf(pieces: readonly string[]): number[] {
  let at = 0;
  return pieces.map((piece) => {
    at += piece.length;
    return at - piece.length;
  });
}
