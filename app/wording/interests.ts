import type { BlockerDetail } from "~/domain/blockers";
import type { InterestConflict } from "~/domain/interests";
import type { InterestStanding } from "~/domain/words";
import { interestKindLabels } from "./labels";

const standings: Record<string, string> = {
  undeclared: "has not declared any interests",
  declaration_expired: "has a declaration of interests that is over a year old",
  unanswered: "has not answered about interests for this page",
  institutional_open:
    "has an institutional interest on which an editor has yet to decide",
  institutional_refused:
    "has an institutional interest that an editor did not accept",
};

/** Why somebody's interests stand in the way of a publication. */
export function interestsSentence(detail: BlockerDetail): string {
  const { person, standing, capacity } = detail;
  if (standing === "none_free") {
    return "No approver is free of interests; at least one must be.";
  }
  const isPublisher = capacity === "publisher";
  const what =
    standing === "personal"
      ? `has a personal interest${isPublisher ? " in a product named on this page, or in its rival" : ", so the approval does not count"}`
      : (standings[standing ?? ""] ?? "lacks a declaration of interests");
  const who = person ?? (isPublisher ? "The editor" : "A reviewer");
  return `${who} ${what}${isPublisher ? ", so another editor has to publish" : ""}.`;
}

/** How a person's interests in one page stand, in a few words for a list. */
export const standingLabels = {
  none: "No interests",
  institutional_accepted: "Institutional, accepted",
  institutional_open: "Institutional, waits for an editor",
  institutional_refused: "Institutional, not accepted",
  personal: "Personal: the approval does not count",
  undeclared: "No yearly declaration",
  declaration_expired: "Declaration over a year old",
  unanswered: "No answer for this page",
} as const satisfies Record<InterestStanding, string>;

/** Why an editor may not publish now, and where they clear it; null: nowhere. */
export function ownInterests(standing: InterestStanding): {
  sentence: string;
  place: "declaration" | "page" | null;
} {
  switch (standing) {
    case "undeclared":
      return {
        sentence: "You have not made your yearly declaration of interests.",
        place: "declaration",
      };
    case "declaration_expired":
      return {
        sentence: "Your declaration of interests is over a year old.",
        place: "declaration",
      };
    case "institutional_open":
      return {
        sentence:
          "Another editor has yet to decide about your institutional interest in this page.",
        place: "page",
      };
    case "institutional_refused":
      return {
        sentence:
          "An editor did not accept your institutional interest in this page.",
        place: null,
      };
    case "personal":
      return {
        sentence:
          "You have a personal interest in a product named on this page, or in its rival.",
        place: null,
      };
    default:
      return {
        sentence:
          "Answer about interests for this page: your declaration names a maker of a therapy on it, or a rival.",
        place: "page",
      };
  }
}

/** "Shares or options in Pfizer Ltd: Pfizer makes crizotinib, which this page names." */
export function conflictSentence(conflict: InterestConflict): string {
  const { entity, kind, therapy, company, relation } = conflict;
  const tie =
    relation === "maker"
      ? `${company} makes ${therapy}`
      : `${company} makes a rival of ${therapy}`;
  return `${interestKindLabels[kind]}, ${entity}: ${tie}, which this page names.`;
}

/** What follows from a thing found, whatever is answered for the page. */
export const conflictConsequences = {
  personal: "A personal interest: an approval does not count.",
  institutional:
    "An institutional interest: an editor decides, with a reason that readers see.",
} as const;

/** Said wherever the check is shown: no therapy is passed over. */
export function unlistedSentence(therapy: string): string {
  return `The maker of ${therapy} is not in our list; ask the reviewer.`;
}

/**
 * The one sentence that readers get about somebody's interests, as they stood
 * when the page went out. Null where nothing was recorded.
 */
export function publicInterests({
  standing,
  details,
  reason,
}: {
  standing: InterestStanding | null;
  details: string | null;
  reason: string | null;
}): string | null {
  const what = details ? `: ${details.replace(/\.+$/, "")}` : "";
  switch (standing) {
    case "none":
      return "Declared no interests in the products named on this page or in their rivals.";
    case "institutional_accepted":
      return `Declared institutional funding or an unpaid role${what}. An editor counted the approval${reason ? `: ${reason.replace(/\.+$/, "")}` : ""}.`;
    case "institutional_open":
    case "institutional_refused":
      return `Declared institutional funding or an unpaid role${what}.`;
    case "personal":
      return `Declared a personal interest in a product named on this page or in its rival${what}.`;
    default:
      return null;
  }
}
