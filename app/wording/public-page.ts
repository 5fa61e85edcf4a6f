import type { AiLevel, Audience, PublicState } from "~/domain/words";
import { dayInWords } from "./days";
import { audienceLabels } from "./labels";
import { placesInWords } from "./places";

export type StatusLineFacts = {
  audience: Audience;
  jurisdictions: readonly string[];
  lastReviewedOn: string;
  /** The earliest "evidence checked to" day among the counted approvals. */
  evidenceCheckedTo: string | null;
  nextReviewDue: string;
};

/**
 * The parts of the public status line, in order: "For clinicians", "England
 * and Wales", "Reviewed in full on 4 May 2022, evidence checked to 12 April
 * 2022", "Next review due 4 May 2023".
 */
export function statusLineParts(facts: StatusLineFacts): string[] {
  const evidence = facts.evidenceCheckedTo
    ? `, evidence checked to ${dayInWords(facts.evidenceCheckedTo)}`
    : "";
  return [
    audienceLabels[facts.audience],
    placesInWords(facts.jurisdictions),
    `Reviewed in full on ${dayInWords(facts.lastReviewedOn)}${evidence}`,
    `Next review due ${dayInWords(facts.nextReviewDue)}`,
  ].filter((part) => part !== "");
}

/** The public status line as one string, for print, feeds and metadata. */
export function statusLine(facts: StatusLineFacts): string {
  return statusLineParts(facts).join(" · ");
}

/**
 * What stands on every sheet of a printed page or its PDF: first what a reader
 * of paper must know (overdue, not shown, replaced), then the status line, then
 * the version.
 */
export function sheetLine(
  status: string,
  version: number,
  warning: string | null,
): string {
  return [warning, status, `Version ${String(version)}`]
    .filter((part) => part !== null)
    .join(" · ");
}

const onPaper: Partial<Record<PublicState, string>> = {
  overdue: "Overdue for review",
  withheld: "Text not shown",
  withdrawn: "Withdrawn",
  archived: "Archived",
};

/** What paper says of a page that is not simply in date; null when it is. */
export function sheetWarning(state: PublicState): string | null {
  return onPaper[state] ?? null;
}

/** "Treatment updated 3 March 2027; whole page last reviewed 4 May 2026". */
export function updatedLine(
  parts: readonly string[],
  updatedOn: string,
  lastReviewedOn: string,
): string {
  const what = parts.length > 0 ? parts.join(", ") : "Parts of this page";
  return `${what} updated ${dayInWords(updatedOn)}; whole page last reviewed ${dayInWords(lastReviewedOn)}`;
}

export type AiUseFacts = {
  level: AiLevel;
  tool: string | null;
  usedOn: string | null;
  /** The name of the person who checked the result. */
  verifier: string | null;
};

/** The AI sentence of a public page, made from the record and from nothing else. */
export function aiSentence(facts: AiUseFacts): string {
  const tool = facts.tool ? ` (${facts.tool})` : "";
  const on = facts.usedOn ? ` ${whenInWords(facts.usedOn)}` : "";
  const checked = facts.verifier
    ? ` ${facts.verifier} checked every statement.`
    : " It is not recorded who checked the result.";
  switch (facts.level) {
    case "none":
      return "No AI tool was used to write this page.";
    case "language":
      return `An AI tool${tool} was used${on} for language only.`;
    case "draft_assist":
      return `An AI tool${tool} was used${on} to help draft parts of this page.${checked}`;
    case "generated":
      return `The first draft of this page was written by an AI tool${tool}${on}.${checked}`;
    case "unknown":
      return "It is not known whether an AI tool was used to write this page.";
  }
}

/** "on 4 May 2026", but "in May 2026" where only the month is known. */
function whenInWords(day: string): string {
  return `${day.length === 10 ? "on" : "in"} ${dayInWords(day)}`;
}
