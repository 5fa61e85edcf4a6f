/** One whole day in a calendar. */
export type CalendarDay = {
  /** Stays the same while the matter does, so that a calendar moves it instead of doubling it. */
  uid: string;
  /** "2026-03-01", in the desk's own time zone. */
  on: string;
  summary: string;
  description?: string;
};

/**
 * Whole days as an iCalendar object (RFC 5545): lines end in CRLF and are
 * folded at 75 octets, texts are escaped, a day is a DATE and so belongs to no
 * zone, and lasts one day for want of an end. `stamp` is when it was written.
 */
export function writeCalendar(calendar: {
  name: string;
  stamp: Date;
  days: readonly CalendarDay[];
}): string {
  const { name, stamp, days } = calendar;
  const written = stamp.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Imprimatur//Editorial desk//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...days.flatMap(({ uid, on, summary, description }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${written}`,
      `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** TEXT of RFC 5545, 3.3.11; control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** A long line goes on in the next after one space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join("\r\n");
}
