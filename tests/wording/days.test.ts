import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/domain/days";
import {
  dayInWords,
  deadlineInWords,
  distanceInWords,
  momentInWords,
  reviewDueInWords,
  shortDayInWords,
} from "~/wording/days";

const days = fc
  .integer({ min: 0, max: 80_000 })
  .map((count) => addDays("1950-01-01", count));

/** The same day by the platform's own calendar, in UTC. */
const byPlatform = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(
    new Date(`${day}T12:00:00Z`),
  );

test("a day reads as the platform's calendar reads it", () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayInWords(day)).toBe(byPlatform(day, { dateStyle: "long" }));
    }),
    { numRuns: 2000 },
  );
});

test("a short day has the right day of the week", () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(shortDayInWords(day).slice(0, 3)).toBe(
        byPlatform(day, { weekday: "short" }),
      );
    }),
    { numRuns: 2000 },
  );
  expect(shortDayInWords("2026-11-27")).toBe("Fri 27 Nov");
});

test("a month and a year stay as coarse as they were stated", () => {
  expect(dayInWords("2018-01")).toBe("January 2018");
  expect(dayInWords("2015")).toBe("2015");
});

test("what is no day is refused, not guessed", () => {
  for (const bad of ["2023-02-29", "2023-13-01", "4 May 2022", "2023-13", ""])
    expect(() => dayInWords(bad)).toThrow(RangeError);
});

test("people are late and pages are overdue, both from the day after", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -900, max: 900 }), (today, away) => {
      const due = addDays(today, away);
      const number = Math.abs(away).toString();
      expect(deadlineInWords(today, due).endsWith("late")).toBe(away < 0);
      if (Math.abs(away) > 1)
        expect(distanceInWords(today, due)).toContain(number);
    }),
  );
  expect(deadlineInWords("2026-11-27", "2026-11-27")).toBe("due today");
  expect(deadlineInWords("2026-11-28", "2026-11-27")).toBe("1 day late");
  expect(reviewDueInWords("2026-03-01", "2026-02-28", 1)).toBe(
    "overdue by 1 day",
  );
  expect(reviewDueInWords("2026-03-01", "2026-03-13", null)).toBe(
    "due in 12 days",
  );
});

test("a moment is told in the zone that is named beside it", () => {
  const at = new Date("2022-05-03T23:30:00Z");
  expect(momentInWords(at, "Europe/London")).toBe(
    "4 May 2022, 00:30 (Europe/London)",
  );
  expect(momentInWords(at, "America/New_York")).toBe(
    "3 May 2022, 19:30 (America/New_York)",
  );
});
