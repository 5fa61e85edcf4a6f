import { alignWords, type Alignment } from "./align-words";
import type { Anchor } from "./anchor";
import type { BlockWords } from "./block-words";
import {
  type Candidate,
  isGoodEnough,
  isRival,
  type Pattern,
  type Place,
  worth,
} from "./quotation-candidate";
import { weightOf, wordPlaces, type WordPlace } from "./word-places";

export type { Place } from "./quotation-candidate";

/** How many words on either side tell whether it is the same place. */
const nearby = 12;
export type Quoted = Pick<Anchor, "quotation" | "prefix" | "suffix">;

/**
 * Where quoted words stand in a body, from the words alone: by the quotation
 * and the words round it, edited or not, in whatever block. Null where they
 * are gone, or where two places are as good, for a comment is better lost than
 * at the wrong place.
 */
export function findQuotation(
  blocks: readonly BlockWords[],
  quoted: Quoted,
): Place | null {
  const pattern = patternOf(quoted);
  if (pattern.total === 0) return null;
  const candidates = blocks
    .flatMap((block) => candidatesIn(block, pattern))
    .sort((a, b) => worth(b) - worth(a));
  const [best, second] = candidates;
  if (!best || !isGoodEnough(best, pattern)) return null;
  if (second && isRival(second, best)) return null;
  const { blockId, start, end } = best;
  return { blockId, start, end };
}

function patternOf({ quotation, prefix, suffix }: Quoted): Pattern {
  const [start, end] = [prefix.length, prefix.length + quotation.length];
  const words = wordPlaces(`${prefix}${quotation}${suffix}`);
  const from = words.findIndex((word) => word.end > start);
  const to = words.findLastIndex((word) => word.start < end) + 1;
  const first = Math.max(0, from);
  const total = sum(words.slice(first, to));
  const hasNumber = /\p{N}/u.test(quotation);
  return { words, from: first, to, start, end, total, hasNumber };
}

/** The two best places of a block. */
function candidatesIn(block: BlockWords, pattern: Pattern): Candidate[] {
  const { blockId, words } = block;
  if (!mayHold(block, pattern)) return [];
  const first = alignWords(pattern.words, words);
  const taken = new Set(
    first.pairs.filter(([at]) => isQuoted(at, pattern)).map(([, at]) => at),
  );
  if (taken.size === 0) return [];
  const second = alignWords(pattern.words, words, taken);
  return [first, second].flatMap((alignment) => {
    const found = candidateOf(alignment, words, pattern);
    return found ? [{ blockId, ...found }] : [];
  });
}

/** Whether a block has enough of the quoted words at all, in whatever order. */
function mayHold(
  { held }: BlockWords,
  { words, from, to, total }: Pattern,
): boolean {
  const quoted = words.slice(from, to).filter(({ word }) => held.has(word));
  return sum(quoted) >= 0.3 * total;
}

function isQuoted(at: number, { from, to }: Pattern): boolean {
  return at >= from && at < to;
}

function candidateOf(
  { pairs: all }: Alignment,
  text: readonly WordPlace[],
  pattern: Pattern,
): Omit<Candidate, "blockId"> | null {
  const pairs = withoutStrays(all, pattern.words);
  const quoted = pairs.filter(([at]) => isQuoted(at, pattern));
  const [first] = quoted;
  const last = quoted.at(-1);
  if (!first || !last) return null;
  const { words, from, to } = pattern;
  const [begin, finish] = [Math.max(0, from - nearby), to + nearby];
  const found = (start: number, end: number) =>
    sum(
      pairs.flatMap(([at]) =>
        at >= start && at < end ? (words[at] ?? []) : [],
      ),
    );
  const share = (start: number, end: number) =>
    found(start, end) / Math.max(sum(words.slice(start, end)), 0.1);
  return {
    start: startOf(first, pairs, text, pattern),
    end: endOf(last, pairs, text, pattern),
    quoted: quoted.length === to - from ? 1 : share(from, to),
    before: share(begin, from),
    after: share(to, finish),
    context: found(begin, from) + found(to, finish),
    unbroken: longestRow(pairs, words, pattern),
  };
}

/** Small words that stand alone may be anybody's: rows of less than a telling word are left out. */
function withoutStrays(
  pairs: Alignment["pairs"],
  words: readonly WordPlace[],
): Alignment["pairs"] {
  const rows: Alignment["pairs"][] = [];
  for (const pair of pairs) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1])
      row.push(pair);
    else rows.push([pair]);
  }
  return rows
    .filter((row) => sum(row.flatMap(([at]) => words[at] ?? [])) >= 1)
    .flat();
}

/** Of the rows that hold quoted words, what the heaviest one weighs. */
function longestRow(
  pairs: Alignment["pairs"],
  words: readonly WordPlace[],
  pattern: Pattern,
): number {
  let [longest, row, isOfQuotation] = [0, 0, false];
  for (const [index, [at, textAt]] of pairs.entries()) {
    const last = pairs[index - 1];
    const goesOn = last && last[0] + 1 === at && last[1] + 1 === textAt;
    if (!goesOn) [row, isOfQuotation] = [0, false];
    const word = words[at];
    row += word ? weightOf(word) : 0;
    isOfQuotation ||= isQuoted(at, pattern);
    if (isOfQuotation) longest = Math.max(longest, row);
  }
  return longest;
}

type Pair = Alignment["pairs"][number];

/**
 * Where the first quoted word that is left begins. Where its first words are
 * gone and the word before them is not, what took their place is theirs.
 */
function startOf(
  first: Pair,
  pairs: Alignment["pairs"],
  text: readonly WordPlace[],
  { words, from, start }: Pattern,
): number {
  const [at, textAt] = first;
  const place = text[textAt];
  if (!place) return 0;
  if (at === from) {
    const cut = Math.max(0, start - (words[at]?.start ?? start));
    return place.start + cut;
  }
  const before = pairs.find(([each]) => each === from - 1);
  return before ? (text[before[1] + 1] ?? place).start : place.start;
}

function endOf(
  last: Pair,
  pairs: Alignment["pairs"],
  text: readonly WordPlace[],
  { words, to, end }: Pattern,
): number {
  const [at, textAt] = last;
  const place = text[textAt];
  if (!place) return 0;
  if (at === to - 1) {
    const cut = Math.max(0, (words[at]?.end ?? end) - end);
    return place.end - cut;
  }
  const after = pairs.find(([each]) => each === to);
  return after ? (text[after[1] - 1] ?? place).end : place.end;
}

function sum(words: readonly WordPlace[]): number {
  return words.reduce((all, word) => all + weightOf(word), 0);
}
