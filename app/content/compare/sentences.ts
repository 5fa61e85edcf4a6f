import { indivisibleRanges } from "../indivisible-terms";

const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|et al|cf|vs|approx|Fig|Figs|Dr|Prof|Mr|Mrs|Ms|No|ca|resp|St|p)\.$/u;

/** The whole sentences of a text that a part of it, from one place to another, touches. */
export function sentencesAround(
  text: string,
  from: number,
  to: number,
): string {
  const ends = sentenceEnds(text);
  const before = ends.findLast((end) => end <= from) ?? 0;
  const after =
    ends.find((end) => end >= Math.max(to, from + 1)) ?? text.length;
  return text.slice(before, after).trim();
}

/** Where sentences end: after a full stop and a space, or at the end of a line. */
function sentenceEnds(text: string): number[] {
  const kept = indivisibleRanges(text);
  const ends: number[] = [];
  for (const match of text.matchAll(
    /[.!?…]+["”’)\]]*(?=\s+[\p{Lu}\p{N}"“‘([])|\n/gu,
  )) {
    const end = match.index + match[0].length;
    const isInside = kept.some(([from, to]) => from < end && end < to);
    const line = text.slice(Math.max(0, end - 12), end);
    if (!isInside && !abbreviation.test(line)) ends.push(end);
  }
  return ends;
}
