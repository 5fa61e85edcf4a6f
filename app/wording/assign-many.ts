import { type loadInWords } from "./candidates";
import { assignBlockerLabels } from "./candidates";

/** Why a seat of the list goes to nobody. */
export type NotGiven =
  | { because: "no_candidates" }
  | { because: "nobody_left" }
  | { because: "not_verified"; name: string }
  | { because: "twice_in_round"; name: string }
  | { because: "blocked"; name: string; blockers: readonly string[] };

/** The sentence under a seat that the proposal leaves empty. */
export function notGivenInWords(why: NotGiven): string {
  switch (why.because) {
    case "no_candidates":
      return "Nobody on this desk is verified in this expertise.";
    case "nobody_left":
      return "Everybody who can be asked is full, away, asked in this round or has an interest to decide on first.";
    case "not_verified":
      return `${why.name} is not verified in this expertise.`;
    case "twice_in_round":
      return `${why.name} has another seat of this round; one person cannot fill two.`;
    case "blocked":
      return `${why.name} cannot be asked: ${why.blockers
        .map((code) => (assignBlockerLabels[code] ?? code).toLowerCase())
        .join("; ")}.`;
  }
}

/** What somebody has open, and what this list would add: "2 of 5 reviews open, 3 with this list". */
export function loadAfter(
  known: Parameters<typeof loadInWords>[0],
  given: number,
): string {
  const { openReviews, capacity } = known;
  const after = openReviews + given;
  const load = `${String(openReviews)} of ${String(capacity)} reviews open, ${String(after)} with this list`;
  return after > capacity ? `${load}: more than they take` : load;
}

/** "3 reviewers have been asked; 1 seat has not been given." */
export function resultInWords(asked: number, refused: number): string {
  const done =
    asked === 0
      ? "Nobody has been asked."
      : asked === 1
        ? "1 reviewer has been asked by mail."
        : `${String(asked)} reviewers have been asked by mail.`;
  if (refused === 0) return done;
  return `${done} ${refused === 1 ? "1 seat was refused" : `${String(refused)} seats were refused`}; the others are not touched by that.`;
}
