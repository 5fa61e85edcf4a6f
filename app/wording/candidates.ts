import type { Day } from "~/domain/days";
import { dayInWords } from "./days";
import { languageInWords } from "./languages";
import { listInWords } from "./places";

type Known = {
  openReviews: number;
  capacity: number;
  lastReviewOn: Day | null;
  usualDays: number | null;
  sharedTopics: readonly string[];
  sameAffiliation: readonly string[];
  creditedWith: readonly string[];
  readsLanguage: boolean | null;
  interests: readonly string[];
  awayUntil: Day | null;
  isOutside: boolean;
};

/** "2 of 5 reviews open", and that there is no room for more. */
export function loadInWords(known: Known): string {
  const { openReviews, capacity } = known;
  const load = `${String(openReviews)} of ${String(capacity)} reviews open`;
  return openReviews >= capacity ? `${load}: no room for more` : load;
}

/** What an editor weighs besides the load: experience, speed, topics. */
export function candidateFacts(known: Known): string[] {
  const { lastReviewOn, usualDays, sharedTopics } = known;
  const last = lastReviewOn
    ? `last signed ${dayInWords(lastReviewOn)}`
    : "has not signed here yet";
  const usual =
    usualDays === null
      ? []
      : [
          usualDays === 1
            ? "usually 1 day"
            : `usually ${String(usualDays)} days`,
        ];
  const topics =
    sharedTopics.length > 0
      ? `shares ${listInWords(sharedTopics)}`
      : "no topic in common";
  return [last, ...usual, topics];
}

/** What may stand in the way of an independent look, each a sentence. */
export function candidateTies(known: Known, language: string): string[] {
  const { sameAffiliation, creditedWith, readsLanguage } = known;
  const { interests, awayUntil, isOutside } = known;
  return [
    ...(isOutside
      ? ["From outside: gets a link by mail and signs by a mailed code."]
      : []),
    ...(awayUntil
      ? [
          `Away until ${dayInWords(awayUntil)}: the request goes to their deputy.`,
        ]
      : []),
    ...(interests.length > 0
      ? [`Declared an interest in ${listInWords(interests)}.`]
      : []),
    ...(sameAffiliation.length > 0
      ? [`Same affiliation as ${listInWords(sameAffiliation)}.`]
      : []),
    ...(creditedWith.length > 0
      ? [`Credited with ${listInWords(creditedWith)} in the last three years.`]
      : []),
    ...(readsLanguage === false
      ? [`Does not name ${languageInWords(language)} among their languages.`]
      : []),
  ];
}

/** Why a person cannot be asked for a seat, beside their greyed name. */
export const assignBlockerLabels: Record<string, string> = {
  round_closed: "The round is closed",
  not_needed: "Not asked for",
  person_inactive: "Account switched off",
  lacks_expertise: "Not verified in this expertise",
  own_work: "Wrote, changed or submitted some of this text",
  duplicate_assignment: "Already asked in this round",
  interests_exclude: "Interests rule an approval out",
  same_reviewer_again: "Found twice in a row that nothing had to change",
  absent: "Away, and no deputy can take it",
  confidential_until: "May not know of this confidential page",
  forbidden: "May not know of this confidential page",
  mailed_code_not_allowed:
    "From outside, and the review rules let nobody sign by a mailed code",
  expert_not_verified:
    "From outside, and verified by somebody who wrote this text",
};
