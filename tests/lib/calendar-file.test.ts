import { expect, test } from "vitest";
import { writeCalendar } from "~/lib/calendar-file";
import { readCalendar } from "../support/read-calendar";

const stamp = new Date("2026-03-02T09:30:15.250Z");
const one = (summary: string, description?: string) =>
  writeCalendar({
    name: "The desk",
    stamp,
    days: [
      {
        uid: "a@example.org",
        on: "2026-03-01",
        summary,
        ...(description && { description }),
      },
    ],
  });

test("a day is a whole day of no zone, under a lasting id", () => {
  const text = one("ROS1: review due");
  expect(text.split("\r\n").slice(0, 3)).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Imprimatur//Editorial desk//EN",
  ]);
  expect(text).toContain("DTSTART;VALUE=DATE:20260301\r\n");
  expect(text).toContain("DTSTAMP:20260302T093015Z\r\n");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(readCalendar(text)).toEqual([
    { uid: "a@example.org", on: "2026-03-01", summary: "ROS1: review due" },
  ]);
});

test("no line is longer than 75 octets, and what was folded reads back whole", () => {
  const summary = `${"Ünïcødé 🧬 ".repeat(40)}end`;
  const text = one(summary);
  for (const line of text.split("\r\n"))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(readCalendar(text)[0]?.summary).toBe(summary);
});

test("a title cannot end its line, begin another or break a list", () => {
  const summary = "a\\b; c, d\r\nBEGIN:VEVENT\u2028x\u0007";
  const [day, ...others] = readCalendar(one(summary));
  expect(others).toEqual([]);
  expect(day?.summary).toBe("a\\b; c, d\nBEGIN:VEVENT\nx ");
});
