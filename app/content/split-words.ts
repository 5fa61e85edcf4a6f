import { indivisibleRanges } from "./indivisible-terms";

const opening = new Set("([{\"“‘'");
const closing = new Set(")]}\"”’'.,;:!?…");
const openingOf: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/**
 * A text cut into white space, punctuation at the edges of words, and words,
 * none lost: joined they are the text. A word is what stands between spaces,
 * so no symbol or name is ever cut; brackets that close inside it stay; and
 * what `indivisibleRanges` names is one piece with the spaces in it.
 */
export function splitWords(text: string): string[] {
  const ends = new Set<number>([text.length]);
  for (const chunk of text.matchAll(/\s+|\S+/gu)) {
    const start = chunk.index;
    ends.add(start);
    if (/^\s/u.test(chunk[0])) continue;
    const [from, to] = core(chunk[0]);
    for (let at = 0; at <= from; at += 1) ends.add(start + at);
    for (let at = to; at < chunk[0].length; at += 1) ends.add(start + at);
  }
  for (const [from, to] of indivisibleRanges(text))
    for (let at = from + 1; at < to; at += 1) ends.delete(at);
  const cuts = [...ends].sort((one, other) => one - other);
  return cuts
    .map((end, index) => text.slice(cuts[index - 1] ?? 0, end))
    .filter((piece) => piece !== "");
}

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
