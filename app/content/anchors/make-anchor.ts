import { blockIdOf, type Body } from "../page-content";
import { blockText } from "../plain-text";
import type { Anchor } from "./anchor";

const contextLength = 160;
const quotationLength = 2000;

/** What a person selected: a block, the words, and about where they begin. */
export type Selected = {
  blockId: string;
  quotation: string;
  /** The offset that the browser counted; null where it did not. */
  start: number | null;
};

/**
 * The anchor of words that somebody selected. Nothing of it is believed: the
 * words are looked up in the block, spaces counting alike, at the occurrence
 * nearest to `start`, and quotation and context are the block's own. Null where
 * the block does not hold these words, or the words are nothing but space.
 */
export function makeAnchor(body: Body, selected: Selected): Anchor | null {
  const { blockId, quotation, start } = selected;
  const block = body.content.find((each) => blockIdOf(each) === blockId);
  if (!block) return null;
  const text = blockText(block);
  const words = quotation.trim().split(/\s+/);
  if (quotation.trim() === "" || quotation.length > quotationLength)
    return null;
  const pattern = new RegExp(words.map(escaped).join("\\s+"), "gu");
  const [nearest] = [...text.matchAll(pattern)].sort(
    (a, b) => distance(a.index, start) - distance(b.index, start),
  );
  if (!nearest) return null;
  return anchorAt(text, blockId, nearest.index, nearest[0].length);
}

function anchorAt(
  text: string,
  blockId: string,
  start: number,
  length: number,
): Anchor {
  const end = start + length;
  return {
    blockId,
    start,
    end,
    quotation: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
}

function distance(found: number, start: number | null): number {
  return start === null ? found : Math.abs(found - start);
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
