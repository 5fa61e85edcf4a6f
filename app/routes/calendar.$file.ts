import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCalendar, listCalendarEntries } from "~/data/calendars.server";
import { getDeskName } from "~/data/desk-frame.server";
import { writeCalendar } from "~/lib/calendar-file";
import { hashToken } from "~/lib/token.server";
import { calendarLine, calendarRefusals } from "~/wording/calendars";

/** 32 random bytes in base64url, then ".ics": nothing else is looked up. */
const file = /^([A-Za-z0-9_-]{43})\.ics$/;

/** A calendar for the program that has its secret address: whole days, titles only. */
export async function loader({ params }: LoaderFunctionArgs) {
  const token = file.exec(params["file"] ?? "")?.[1];
  if (token === undefined) return refusal("unreadable");
  const found = await findCalendar(hashToken(token));
  if (!found) return refusal("unknown");
  if (found.standing !== "open") return refusal(found.standing);
  const [{ deskName }, entries] = await Promise.all([
    getDeskName(),
    listCalendarEntries(found),
  ]);
  const name = found.scope === "mine" ? `${deskName}: mine` : deskName;
  const days = entries.map((entry) => ({
    uid: `${entry.key}@imprimatur.desk`,
    on: entry.on,
    summary: calendarLine(entry),
  }));
  return new Response(writeCalendar({ name, stamp: new Date(), days }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="imprimatur.ics"',
      "X-Robots-Tag": "noindex",
    },
  });
}

function refusal(because: keyof typeof calendarRefusals): Response {
  const { status, sentence } = calendarRefusals[because];
  return new Response(`${sentence}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
