export type Span = { start: number; end: number };

const stop = /[.!?]+["')\]]*(?=\s+["'([]*[\p{Lu}\p{N}])|\n+/gu;
const abbreviation =
  /(?:\b(?:e\.g|i\.e|et al|vs|cf|approx|Dr|Prof|Mr|Mrs|Ms|St|Fig|Figs|No|Vol|Ref)|\b\p{Lu})\.$/u;

/**
 * The sentences of a normalised text. A full stop ends one when space and a
 * capital, digit or bracket follow, except after usual abbreviations and
 * initials; a line end always does.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(stop)) {
    const until = index + end.length;
    if (end.startsWith(".") && abbreviation.test(text.slice(start, index + 1)))
      continue;
    spans.push({ start, end: until });
    start = until;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trim(text, span)).filter((s) => s.end > s.start);
}

function trim(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const before = piece.length - piece.trimStart().length;
  return { start: start + before, end: start + piece.trimEnd().length };
}
