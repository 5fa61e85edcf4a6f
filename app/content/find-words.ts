import { blockIdOf, type Body } from "./page-content";
import { blockText } from "./plain-text";

/** Words that stand somewhere, with what was just before and after them. */
export type WordsInPlace = {
  quotation: string;
  prefix: string;
  suffix: string;
};

/**
 * The block in which quoted words stand, and where in its plain text (UTF-16
 * units). Of several places the one whose neighbours agree most; where two
 * agree equally, or the words are nowhere, null: a wrong place would be worse
 * than none. Spaces count alike.
 */
export function findWords(
  body: Body,
  { quotation, prefix, suffix }: WordsInPlace,
): { blockId: string; start: number } | null {
  const words = quotation.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || quotation.length > longest) return null;
  const pattern = new RegExp(words.map(escaped).join("\\s+"), "gu");
  const places = body.content.flatMap((block) => {
    const blockId = blockIdOf(block);
    const text = blockText(block);
    return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      blockId,
      start: index,
      agreement:
        sameEnd(text.slice(0, index), prefix) +
        sameStart(text.slice(index + found.length), suffix),
    }));
  });
  places.sort((one, other) => other.agreement - one.agreement);
  const [best, second] = places;
  if (!best?.blockId || best.agreement === second?.agreement) return null;
  return { blockId: best.blockId, start: best.start };
}

const longest = 2000;

function sameEnd(text: string, wanted: string): number {
  return sameStart(reversed(text), reversed(wanted));
}

function sameStart(text: string, wanted: string): number {
  let length = 0;
  while (length < wanted.length && text[length] === wanted[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
