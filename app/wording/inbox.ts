import { dayInWords } from "./days";
import { mailKindLabel } from "./mails";

/**
 * What an alert said when it was told, in one line, gene first: the subject of
 * its mail, or its matter.
 */
export function alertInWords(alert: {
  kind: string;
  subject: string | null;
  gene: string | null;
  title: string | null;
  dueOn: string | null;
  wasOverdue: boolean;
}): string {
  if (alert.subject) return alert.subject;
  const lead = alert.gene ?? alert.title;
  const matter = matterOf(alert);
  return lead === null ? matter : `${lead}: ${lowerFirst(matter)}`;
}

function matterOf({
  kind,
  dueOn,
  wasOverdue,
}: {
  kind: string;
  dueOn: string | null;
  wasOverdue: boolean;
}): string {
  if (dueOn === null) return mailKindLabel(kind);
  const day = dayInWords(dueOn);
  return wasOverdue
    ? `Its review is overdue, it was due ${day}`
    : `Its review is due ${day}`;
}

/**
 * What is said beside the state that the page of a reminder has today: its next
 * review, where that is no longer the day that the reminder told.
 */
export function dueNowInWords(alert: {
  dueOn: string | null;
  dueNow: string | null;
}): string | undefined {
  const { dueOn, dueNow } = alert;
  return dueNow === null || dueNow === dueOn
    ? undefined
    : `next review due ${dayInWords(dueNow)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
