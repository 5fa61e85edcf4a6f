import { indivisibleRanges } from "./indivisible-terms";
import { remembered } from "./remembered";

const opening = new Set("([{\"“‘'");
const closing = new Set(")]}\"”’'.,;:!?…");
const openingOf: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/**
 * A text cut into white space, punctuation at the edges of words, and words,
 * none lost: joined they are the text. A word is what stands between spaces,
 * so no symbol or name is ever cut; brackets that close inside it stay; and
 * what `indivisibleRanges` names is one piece with the spaces in it.
 */
export const splitWords = remembered((text): readonly string[] => {
  const kept = indivisibleRanges(text);
  const pieces: string[] = [];
  let [from, next] = [0, 0];
  const cutAt = (end: number) => {
    while (next < kept.length && (kept[next]?.[1] ?? 0) <= end) next += 1;
    const isInside = (kept[next]?.[0] ?? end) < end;
    if (isInside || end === from) return;
    pieces.push(text.slice(from, end));
    from = end;
  };
  for (const chunk of text.matchAll(/\s+|\S+/gu)) {
    const { index: start } = chunk;
    const end = start + chunk[0].length;
    if (chunk[0].trim() !== "") {
      const [first, last] = core(chunk[0]);
      for (let at = 1; at <= first; at += 1) cutAt(start + at);
      for (let at = last; at < chunk[0].length; at += 1) cutAt(start + at);
    }
    cutAt(end);
  }
  return pieces;
});

/** "(ROS1)," is an opening bracket, the word, a closing bracket and a comma. */
function core(chunk: string): [number, number] {
  let from = 0;
  let to = chunk.length;
  while (to - from > 1 && opening.has(chunk.charAt(from))) from += 1;
  const inside = new Set(chunk.slice(from));
  while (to - from > 1 && closing.has(chunk.charAt(to - 1))) {
    // "del(5q)" and "gene(s)": the bracket belongs to the word.
    const partner = openingOf[chunk.charAt(to - 1)];
    if (partner !== undefined && inside.has(partner)) break;
    to -= 1;
  }
  return [from, to];
}
