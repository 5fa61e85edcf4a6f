/** All in milliseconds. */
export const pauseBeforeSave = 900;
export const longestUnsaved = 10_000;
export const pauseBeforeJournal = 250;
export const longestUnkept = 1_000;
/** How long the line tells of a merge. */
export const mergedIsShownFor = 8_000;

const retryPauses = [2_000, 5_000, 10_000];

/** How long to wait after so many tries in a row that got no answer. */
export function pauseBeforeRetry(tries: number): number {
  return retryPauses[tries] ?? 30_000;
}
