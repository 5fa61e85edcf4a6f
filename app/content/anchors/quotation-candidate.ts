import type { WordPlace } from "./word-places";

/** A part of the plain text of one block. */
export type Place = { blockId: string; start: number; end: number };

/** The quotation with the words round it, and which of them are quoted. */
export type Pattern = {
  words: WordPlace[];
  from: number;
  to: number;
  /** Where the quotation begins and ends in the text of the pattern. */
  start: number;
  end: number;
  total: number;
  /** Whether a number, or a name with one in it, is quoted. */
  hasNumber: boolean;
};

export type Candidate = Place & {
  /** How much of the quotation, of the words before and of those after it is there: 0 to 1. */
  quoted: number;
  before: number;
  after: number;
  /** What the words found on both sides weigh together. */
  context: number;
  /** The longest row of words, quoted and round it, that stands unbroken. */
  unbroken: number;
};

/** How much better than any other the best place has to be. */
const margin = 0.5;

/** As good nearly, or with more of the words that stood round the quotation. */
export function isRival(second: Candidate, best: Candidate): boolean {
  if (worth(second) > worth(best) - margin) return true;
  return second.quoted > 0.3 && second.context > best.context;
}

/** By which candidates are ranked: the quotation counts as much as what is on both sides. */
export function worth({ quoted, before, after }: Candidate): number {
  return 2 * quoted + before + after;
}

/**
 * Words prove little by themselves: the fewer of them are left, the more of
 * those round them have to stand with them.
 */
export function isGoodEnough(best: Candidate, pattern: Pattern): boolean {
  const { quoted, before, after, context, unbroken } = best;
  const { total, hasNumber } = pattern;
  const isBetween = Math.min(before, after) >= 0.45;
  // A row of words that other sentences of its kind have too, one so long that
  // its two ends come from different sentences, or one with another number.
  const isAnother =
    support(best) < 0.2 ||
    isStretched(best, pattern) ||
    (hasNumber && !isBetween);
  if (quoted < 0.9 && isAnother) return false;
  // Few words, at the edge of something else.
  const isAtEdge = Math.min(before, after) < 0.05 && support(best) < 0.7;
  if (quoted === 1 && total < 4.5 && isAtEdge) return false;
  if (unbroken >= 8 && quoted >= 0.4) return true;
  if (quoted === 1 && total >= 4)
    return unbroken >= total + 0.5 && (total >= 7 || context >= 3);
  if (quoted === 1) return context >= 2.5 && support(best) >= 0.5;
  if (total * quoted < 2)
    return quoted >= 0.5 && Math.min(before, after) >= 0.7;
  if (quoted >= 0.5) return context >= 4 && support(best) >= 0.5;
  return quoted >= 0.3 && Math.min(before, after) >= 0.6 && context >= 6;
}

function isStretched(best: Candidate, { start, end }: Pattern): boolean {
  return best.end - best.start > 2 * (end - start);
}

function support({ before, after }: Candidate): number {
  return Math.max(before, after);
}
