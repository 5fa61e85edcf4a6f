import { mapAnchors } from "../compare/map-anchor";
import { blockIdOf, type Body } from "../page-content";
import { blockText } from "../plain-text";
import type { Anchor } from "./anchor";
import { type BlockWords, blockWords } from "./block-words";
import { findQuotation, type Place } from "./find-quotation";
import { weightOf, wordPlaces, type WordPlace } from "./word-places";

/**
 * Where comments on one text stand in another: at the very words where those
 * are still there, else where a comparison of the two texts leads, else where
 * the quotation with the words round it is found. Null for a comment whose
 * words are gone: it is shown with its quotation, never at a guess. `base` is
 * the text on which they were made, and null where it is not known.
 */
export function locateAnchors(
  base: Body | null,
  body: Body,
  anchors: readonly Anchor[],
): (Place | null)[] {
  const texts = new Map(
    body.content.map((block) => [blockIdOf(block), blockText(block)]),
  );
  const unmoved = anchors.map((anchor) => isUnmoved(texts, anchor));
  const mapped =
    base === null || unmoved.every(Boolean)
      ? anchors.map(() => null)
      : mapAnchors(base, body, anchors);
  let words: BlockWords[] | null = null;
  return anchors.map((anchor, index) => {
    const { blockId, start, end } = anchor;
    if (unmoved[index]) return { blockId, start, end };
    const place = mapped[index];
    if (place && isMostlyThere(texts, anchor, place)) return place;
    return findQuotation((words ??= blockWords(body)), anchor);
  });
}

type Texts = ReadonlyMap<string | null, string>;

/** The same words at the same place, with the same neighbours. */
function isUnmoved(texts: Texts, anchor: Anchor): boolean {
  const { start, end, quotation, prefix, suffix } = anchor;
  const text = texts.get(anchor.blockId);
  return (
    text?.slice(start, end) === quotation &&
    text.slice(0, start).endsWith(prefix) &&
    text.slice(end).startsWith(suffix)
  );
}

/** Of words that were rewritten more than half has to be left, small words counting less. */
function isMostlyThere(
  texts: Texts,
  { quotation }: Anchor,
  { blockId, start, end }: Place,
): boolean {
  const left = new Set(
    wordPlaces(texts.get(blockId)?.slice(start, end) ?? "").map(
      ({ word }) => word,
    ),
  );
  const words = wordPlaces(quotation);
  const kept = words.filter(({ word }) => left.has(word));
  return weigh(kept) > 0.55 * weigh(words);
}

function weigh(words: readonly WordPlace[]): number {
  return words.reduce((all, word) => all + weightOf(word), 0);
}
