import type { ClaimedMail } from "~/data/outbox.server";
import { writeCalendar } from "~/lib/calendar-file";
import type { RenderedMail } from "~/mail/render.server";
import { optionalTextProp } from "./mail-props";

/**
 * The days of a mail as a calendar file; null when it names none. A day is
 * known by the matter it belongs to, not by the mail, so that a second mail
 * about the same review moves it.
 */
export function calendarOf(
  mail: ClaimedMail,
  { days }: RenderedMail,
  deskName: string,
): string | null {
  if (days.length === 0) return null;
  const matter = optionalTextProp(mail, "assignmentId") ?? mail.id;
  return writeCalendar({
    name: deskName,
    stamp: new Date(),
    days: days.map(({ key, on, summary }) => ({
      uid: `${key}.${matter}@imprimatur.desk`,
      on,
      summary,
    })),
  });
}
