/** A word, a number or a sign of a text, and where it stands. */
export type WordPlace = { word: string; start: number; end: number };

/** The words and signs of a text in order; spaces are none. */
export function wordPlaces(text: string): WordPlace[] {
  return [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((found) => ({
    word: found[0].normalize("NFC"),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** How much a word tells of its place: long words most, signs hardly anything. */
export function weightOf({ word }: WordPlace): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return 0.1;
  if (/\p{N}/u.test(word)) return 1;
  return word.length > 3 ? 1 : 0.4;
}
