import { dayInWords, momentInWords } from "./days";

/** What a tracked change of Word does, as its table says it. */
export const trackedChangeKinds = {
  added: "Added",
  removed: "Removed",
  moved: "Moved",
  format: "Format",
  table: "Table row or cell",
} as const satisfies Record<string, string>;

type Standing = { standing: string; warning: string };

const notApproved = "Not approved: not for care of patients.";

/** What a Word file of a draft says of itself on every sheet. */
export function wordStandingOfDraft(savedAt: Date, timeZone: string): Standing {
  return {
    standing: `Draft, saved ${momentInWords(savedAt, timeZone)}`,
    warning: notApproved,
  };
}

/** What a Word file of a version says; only the live one goes without a warning. */
export function wordStandingOfVersion(
  version: {
    number: number;
    submittedAt: Date;
    publishedOn: string | null;
    isLive: boolean;
  },
  timeZone: string,
): Standing {
  const { number, submittedAt, publishedOn, isLive } = version;
  const submitted = `Version ${String(number)}, submitted ${momentInWords(submittedAt, timeZone)}`;
  if (publishedOn === null)
    return { standing: submitted, warning: notApproved };
  const published = `Version ${String(number)}, published on ${dayInWords(publishedOn)}`;
  return isLive
    ? {
        standing: published,
        warning:
          "Printed from Word: look at the live page before you rely on it.",
      }
    : {
        standing: published,
        warning: "No longer the live text: do not use for care.",
      };
}

/** How a comment from Word reads on the desk. */
export function wordRemark(comment: {
  by: string;
  on: string | null;
  text: string;
}): string {
  const when = comment.on === null ? "" : `, ${dayInWords(comment.on)}`;
  return `${comment.by} in Word${when}: ${comment.text}`;
}
