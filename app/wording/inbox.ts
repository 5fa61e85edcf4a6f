import { dayInWords } from "./days";
import { mailKindLabel } from "./mails";

/** What an alert says in one line, gene first: the subject of its mail, or its matter. */
export function alertInWords(alert: {
  kind: string;
  subject: string | null;
  gene: string | null;
  title: string | null;
  dueOn: string | null;
  isOverdue: boolean;
}): string {
  if (alert.subject) return alert.subject;
  const lead = alert.gene ?? alert.title;
  const matter = matterOf(alert);
  return lead === null ? matter : `${lead}: ${lowerFirst(matter)}`;
}

function matterOf({
  kind,
  dueOn,
  isOverdue,
}: {
  kind: string;
  dueOn: string | null;
  isOverdue: boolean;
}): string {
  if (dueOn === null) return mailKindLabel(kind);
  const day = dayInWords(dueOn);
  return isOverdue
    ? `Its review is overdue, it was due ${day}`
    : `Its review is due ${day}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
