import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  isWorkingDay,
  weekdayOf,
  workingDayOnOrBefore,
} from "~/domain/days";

/** An independent calendar: every day from 1890 to 2110, walked one by one. */
function walkCalendar(): string[] {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (n: number) => String(n).padStart(2, "0");
  const days: string[] = [];
  for (let year = 1890; year <= 2110; year++) {
    // Within these years only 1900 and 2100 break the rule of four.
    const isLeap = year % 4 === 0 && year !== 1900 && year !== 2100;
    lengths.forEach((length, index) => {
      const last = index === 1 && isLeap ? 29 : length;
      for (let d = 1; d <= last; d++)
        days.push(`${year}-${two(index + 1)}-${two(d)}`);
    });
  }
  return days;
}

const calendar = walkCalendar();
const position = new Map(calendar.map((day, index) => [day, index]));
const at = (index: number) => calendar[index] ?? "off the calendar";
const anyIndex = fc.integer({ min: 0, max: calendar.length - 1 });
/** Leaves four years at either end for what is added. */
const innerDay = fc.integer({ min: 1500, max: calendar.length - 1500 }).map(at);
const runs = { numRuns: 5_000 };

describe("days", () => {
  test("adding days walks the calendar, over month ends and 29 February", () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, (from, to) => {
        expect(addDays(at(from), to - from)).toBe(at(to));
        expect(daysBetween(at(from), at(to))).toBe(to - from);
      }),
      runs,
    );
  });

  test("adding months keeps the day of the month or takes the month's last", () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: -48, max: 48 }), (day, count) => {
        const months =
          Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
        const wanted = months + count;
        const year = Math.floor(wanted / 12);
        const prefix = `${year}-${String(wanted - year * 12 + 1).padStart(2, "0")}`;
        const sameDay = `${prefix}-${day.slice(8)}`;
        const inMonth = [31, 30, 29, 28].map((d) => `${prefix}-${d}`);
        const last = inMonth.find((each) => position.has(each));
        expect(addMonths(day, count)).toBe(
          position.has(sameDay) ? sameDay : last,
        );
      }),
      runs,
    );
  });

  test("29 February and twelve months is 28 February, and 2100 is no leap year", () => {
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2024-02-29", 48)).toBe("2028-02-29");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2099-11-30", 3)).toBe("2100-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  });

  test("weekdays follow one another, and 27 November 2026 is a Friday", () => {
    expect(weekdayOf("2026-11-27")).toBe(5);
    expect(weekdayOf("1969-12-29")).toBe(1);
    const wrong = calendar
      .slice(1)
      .filter((day, i) => weekdayOf(day) !== (weekdayOf(at(i)) % 7) + 1);
    expect(wrong).toEqual([]);
  });

  test("the working day on or before is never a weekend or holiday, and none lies between", () => {
    const holidays = ["2026-12-25", "2026-12-28", "2027-01-01"];
    expect(workingDayOnOrBefore("2026-12-28", holidays)).toBe("2026-12-24");
    expect(workingDayOnOrBefore("2026-12-29", holidays)).toBe("2026-12-29");
    fc.assert(
      fc.property(innerDay, fc.array(fc.nat(20)), (day, back) => {
        const off = back.map((count) => addDays(day, -count));
        const working = workingDayOnOrBefore(day, off);
        expect(isWorkingDay(working, off)).toBe(true);
        for (let d = addDays(working, 1); d <= day; d = addDays(d, 1))
          expect(isWorkingDay(d, off)).toBe(false);
      }),
    );
  });

  test("what is no day is refused: impossible, partial, padded, out of range", () => {
    const refused = [
      "2026-02-29",
      "2100-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-4-3",
      "2026-04",
      "0000-01-01",
      "2026-04-03 ",
      "2026-04-03\n",
      "20260403",
      "٢٠٢٦-٠٤-٠٣",
      "",
    ];
    for (const text of refused) {
      expect(isDay(text), text).toBe(false);
      expect(() => addDays(text, 1), text).toThrow(RangeError);
    }
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("0001-01-01")).toBe(true);
    expect(addDays("0099-12-31", 1)).toBe("0100-01-01");
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addMonths("0001-01-01", -1)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", 0.5)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", 1e15)).toThrow(RangeError);
  });
});
