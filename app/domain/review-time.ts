/** What a review is made of, as far as it takes time. */
export type ReviewWork = {
  /** Words to read: all of a new text, of an older one those of the blocks that changed. */
  words: number;
  /** Values that are looked up in their sources and typed again. */
  values: number;
  /** Sentences that are confirmed against their sources one by one. */
  claims: number;
  questions: number;
  /** Findings of the checks, and what no check looked for. */
  toLookAt: number;
};

/** Words a minute at which somebody reads and compares a text that they sign. */
export const wordsAMinute = 180;

/** Seconds that each part of a review takes. */
export const secondsFor = {
  value: 90,
  claim: 60,
  question: 20,
  lookedAt: 30,
  /** To answer about interests, name the day and sign. */
  signing: 90,
} as const;

/**
 * The whole minutes that a review takes, at least one: reading at 180 words a
 * minute, a minute and a half for each value from its source, a minute for each
 * claim, twenty seconds a question, half a minute for each thing that the checks
 * leave to look at, and a minute and a half to declare and sign. Reckoned, not
 * measured; it is said beside it how.
 */
export function reviewMinutes(work: ReviewWork): number {
  const seconds =
    (work.words / wordsAMinute) * 60 +
    work.values * secondsFor.value +
    work.claims * secondsFor.claim +
    work.questions * secondsFor.question +
    work.toLookAt * secondsFor.lookedAt +
    secondsFor.signing;
  return Math.max(1, Math.round(seconds / 60));
}
