/** A text made plain for matching, and where each of its characters stood before. */
export type NormalText = {
  text: string;
  /** The offset in the original of the character at this offset of `text`. */
  toOriginal: (offset: number) => number;
};

const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const space = /[^\S\n]/g;
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const raised = /^[\u00b2\u00b3\u00b9\u2070-\u209f]/;
const cluster = /\P{M}\p{M}*|\p{M}+/gsu;

/**
 * NFKC, with every dash a hyphen, every space but the line end a plain one,
 * curly quotes straight and zero-width characters gone; offsets (UTF-16 units)
 * lead back to the original. Raised and lowered digits stay: as plain ones a
 * footnote mark would become part of the number or variant before it.
 */
export function normalise(original: string): NormalText {
  let text = "";
  const offsets: number[] = [];
  for (const { 0: piece, index } of original.matchAll(cluster)) {
    const plain = raised.test(piece) ? piece : simplify(piece);
    const isSameLength = plain.length === piece.length;
    for (let unit = 0; unit < plain.length; unit++)
      offsets.push(isSameLength ? index + unit : index);
    text += plain;
  }
  offsets.push(original.length);
  return {
    text,
    toOriginal: (offset) => offsets[offset] ?? original.length,
  };
}

function simplify(piece: string): string {
  return piece
    .normalize("NFKC")
    .replace(dash, "-")
    .replace(space, " ")
    .replace(/[\u2018\u2019\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(unseen, "");
}
