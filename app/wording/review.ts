import {
  reviewMinutes,
  type ReviewWork,
  secondsFor,
  wordsAMinute,
} from "~/domain/review-time";
import type { CommentKind } from "~/domain/words";
import { commentKindLabels } from "./labels";
import { needLabel } from "./labels";
import { listInWords } from "./places";
import { wordRefusal } from "./refusals";
import { isRefusalCode } from "~/domain/refusals";

/** Where the signer clears what stands in their way. */
export type SignPlace = "accept" | "declaration" | "interests" | null;

export type WordedSignBlocker = {
  code: string;
  sentence: string;
  place: SignPlace;
  /** A request for changes may be signed nevertheless. */
  stopsApprovalOnly: boolean;
};

type Facts = { code: string; detail: Record<string, unknown> };

/** Why this review may not be signed now, said to the reviewer. */
export function wordSignBlocker({ code, detail }: Facts): WordedSignBlocker {
  const stopsApprovalOnly =
    code === "step_not_reached" ||
    code === "interests_missing" ||
    code === "key_again" ||
    code === "claims_unconfirmed" ||
    code === "same_reviewer_again";
  return { code, ...words(code, detail), stopsApprovalOnly };
}

/** The same of all that the database names; what is keyed and confirmed the form asks for itself. */
export function wordSignBlockers(
  blockers: readonly Facts[],
): WordedSignBlocker[] {
  return blockers
    .filter(({ code }) => code !== "key_again" && code !== "claims_unconfirmed")
    .map(wordSignBlocker);
}

function words(
  code: string,
  detail: Record<string, unknown>,
): { sentence: string; place: SignPlace } {
  const standing = String(detail["standing"] ?? "");
  switch (code) {
    case "not_accepted":
      return {
        sentence:
          detail["state"] === "declined"
            ? "You declined this review."
            : detail["state"] === "dismissed"
              ? "An editor dismissed you from this review."
              : "Accept the invitation first.",
        place: detail["state"] === "invited" ? "accept" : null,
      };
    case "interests_missing":
      return standing === "unanswered"
        ? {
            sentence:
              "Answer about interests for this page before you approve it.",
            place: "interests",
          }
        : {
            sentence:
              standing === "declaration_expired"
                ? "Your yearly declaration of interests has run out. Renew it before you approve."
                : "Make your yearly declaration of interests before you approve.",
            place: "declaration",
          };
    case "interests_exclude":
      return {
        sentence:
          standing === "personal"
            ? "You have a personal interest in a product named on this page, or in its rival, so your approval cannot count."
            : "An editor did not accept your institutional interest, so your approval cannot count.",
        place: null,
      };
    case "own_work":
      return {
        sentence:
          "You wrote, changed or submitted some of these words. Nobody approves their own.",
        place: null,
      };
    case "lacks_expertise":
      return {
        sentence:
          "You are no longer verified in the expertise that you were asked for.",
        place: null,
      };
    case "step_not_reached":
      return {
        sentence: `It is not your turn to approve yet: ${waitingFor(detail)} signs first. You may request changes now.`,
        place: null,
      };
    case "round_closed":
      return { sentence: closedSentence(detail), place: null };
    case "same_reviewer_again":
      return {
        sentence:
          "You have found twice in a row that nothing had to change here, so another person of your expertise has to approve this time. You may request changes.",
        place: null,
      };
    default:
      return {
        sentence: isRefusalCode(code)
          ? wordRefusal(code).sentence
          : "This review cannot be signed now.",
        place: null,
      };
  }
}

function waitingFor(detail: Record<string, unknown>): string {
  const waiting = detail["waiting_for"];
  if (!Array.isArray(waiting)) return "another expertise";
  return listInWords(
    waiting.map((need) => needLabel(String(need)).toLowerCase()),
  );
}

const closedSentences: Record<string, string> = {
  taken_back: "The author took this version back, so nothing is decided in it.",
  superseded: "A newer version took the place of this one.",
  published: "This version has been published.",
};

function closedSentence({ because }: Record<string, unknown>): string {
  return (
    closedSentences[String(because)] ??
    "This review round is closed; nothing more can be decided in it."
  );
}

/** What each kind of remark asks of the author. */
export const commentKindHints = {
  must_fix:
    "Nothing is published until it is closed; it does not stop your signature.",
  question: "You want to know something.",
  consider: "A suggestion that the author may leave.",
  praise: "What should stay as it is.",
} as const satisfies Record<CommentKind, string>;

/** What the mark of a remark in the text is called. */
export function commentMarkName(comment: {
  kind: CommentKind;
  raisedBy: string;
}): string {
  return `${commentKindLabels[comment.kind]} by ${comment.raisedBy}`;
}

/** How a person came to close a remark. */
export const closingCapacityLabels = {
  raiser: "who raised it",
  expertise: "as a reviewer of that expertise",
  editor: "as an editor",
  team: "for the page's team",
} as const;

/** How long a review takes, in words: what was counted. */
export const reviewTimeNote = `Reckoned: reading at ${String(wordsAMinute)} words a minute, ${String(secondsFor.value)} seconds for each value from its source, ${String(secondsFor.question)} for each question, and ${String(secondsFor.signing)} to declare and sign.`;

/** "about 12 minutes". */
export function reviewTime(work: ReviewWork): string {
  const minutes = reviewMinutes(work);
  return minutes === 1 ? "about a minute" : `about ${String(minutes)} minutes`;
}

/** "3 of 8 sections changed", "8 sections, all new", "nothing changed in 8 sections". */
export function sectionsInWords(
  sections: readonly { isChanged: boolean }[],
  isNew: boolean,
): string {
  const all = `${String(sections.length)} ${sections.length === 1 ? "section" : "sections"}`;
  const changed = sections.filter(({ isChanged }) => isChanged).length;
  if (isNew) return `${all}, all new`;
  if (changed === 0) return `nothing changed in ${all}`;
  return `${String(changed)} of ${all} changed`;
}

/** Said at a sentence that nobody confirmed yet. */
export const claimSentences = {
  still: "Confirm that this is still true, or request changes.",
  source: "Name the source that you looked at.",
};

/** Said at a question of the short form that nobody answered yet. */
export function unansweredSentence(number: number): string {
  return `Answer question ${String(number)} of the short form.`;
}

/** The checks ran just now, on newer data than the screen showed. */
export function newFindingsSentence(blocking: number): string {
  return `The checks ran again on today’s data: ${blocking === 1 ? "1 finding blocks" : `${String(blocking)} findings block`}. Nothing was signed; look at what they found, then decide.`;
}

/** How the identity of a signer was confirmed. */
export const signingMethodLabels: Record<string, string> = {
  password: "by password",
  password_totp: "by password and second factor",
  passkey: "by passkey",
  mailed_code: "by a code mailed to their address",
};

/** The facts about a page that a version may change besides its blocks. */
export const factLabels: Record<string, string> = {
  title: "the title",
  kind: "the kind of page",
  audience: "whom it is for",
  language: "its language",
  jurisdictions: "where it applies",
  topics: "its topics",
  tags: "its tags",
  credits: "the author credits",
  aiUse: "the AI-use record",
};

/** What the checks look things up in. */
export const referenceSetLabels: Record<string, string> = {
  genes: "the gene table",
  proteins: "the protein sequences",
  retractions: "the retractions",
  drugs: "the drug names",
  makers: "the makers of drugs",
};
