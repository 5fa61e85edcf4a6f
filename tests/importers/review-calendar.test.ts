import { describe, expect, test } from "vitest";
import { readReviewCalendar } from "~/importers/review-calendar";
import { Refused } from "~/importers/report";
import { readStatedPeriod } from "~/importers/stated-period";

describe("a stated date", () => {
  test.each([
    ["2024/25", "2025-03-31", "financial_year", "2025-03-31"],
    ["2024/2025", "2025-03-31", "financial_year", "2025-03-31"],
    ["2024–25", "2025-03-31", "financial_year", "2025-03-31"],
    ["1999/00", "2000-03-31", "financial_year", "2000-03-31"],
    ["Aug 2017", "2017-08", "month", "2017-08-31"],
    ["February 2020", "2020-02", "month", "2020-02-29"],
    ["2021", "2021", "year", "2021-12-31"],
    ["4 May 2023", "2023-05-04", "day", "2023-05-04"],
    ["2023-05-04", "2023-05-04", "day", "2023-05-04"],
  ])("%s means until %s", (cell, on, precision, lastDay) => {
    expect(readStatedPeriod(cell)).toEqual({ on, precision, lastDay });
  });

  test.each(["n/a", "N/A", "", "-", "–", " none "])(
    "“%s” states none",
    (cell) => {
      expect(readStatedPeriod(cell)).toBeNull();
    },
  );

  test.each([
    ["2024/26", "is no financial year"],
    ["2011/07", "is no financial year"],
    ["2024/2024", "is no financial year"],
    ["soon", "can be read"],
    ["30 February 2020", "can be read"],
    ["Aug 2017 or later", "can be read"],
    ["May 2020 to June 2021", "can be read"],
    ["03/04/2021", "day and month swapped"],
  ])("%s is told and not guessed", (cell, reason) => {
    const read = readStatedPeriod(cell);
    expect(read && "problem" in read && read.problem).toContain(reason);
  });
});

const header = "url_key\tcondition\ttype\tlast_reviewed\tnext_review_due";
const read = (...rows: string[]) =>
  readReviewCalendar(new TextEncoder().encode([header, ...rows].join("\n")));

test("a line is kept in its own words, with what its dates mean", () => {
  const { lines, problems } = read(
    "fh\tFamilial hypercholesterolaemia\tAdult\tAug 2017\t2020/21",
  );
  expect(problems).toEqual([]);
  const none = { value: null, precision: null, isAmbiguous: false };
  expect(lines).toEqual([
    {
      line: 2,
      key: "fh",
      title: "Familial hypercholesterolaemia",
      elsewhere: {
        ...{ address: null, lastReviewed: "2017-08", nextDue: "2021-03-31" },
      },
      statements: [
        { kind: "title", raw: "Familial hypercholesterolaemia", ...none },
        { kind: "statement", raw: "type: Adult", ...none },
        {
          ...{ kind: "last_reviewed", raw: "Aug 2017" },
          ...{ value: "2017-08", precision: "month", isAmbiguous: false },
        },
        {
          ...{ kind: "next_review_due", raw: "2020/21", value: "2021-03-31" },
          ...{ precision: "financial_year", isAmbiguous: false },
        },
      ],
    },
  ]);
});

test("bad lines are told by number and reason while the others are taken", () => {
  const { lines, problems } = read(
    "a\tFirst\tAdult\tAug 2017\t2020/21",
    "b\tSecond\tAdult\tAug 2017",
    "",
    "c\t\tAdult\tAug 2017\t2020/21",
    "\tFourth\tAdult\tAug 2017\t2020/21",
    "e\tFifth\tAdult\tAug 2017\twhenever",
    "f\tSixth\tAdult\tlong ago\t2020/21",
    "a\tFirst again\tAdult\tAug 2017\t2020/21",
    "h\tLast\tAdult\tn/a\tn/a",
  );
  expect(lines.map(({ line, key }) => [line, key])).toEqual([
    [2, "a"],
    [10, "h"],
  ]);
  expect(problems).toEqual([
    {
      line: 3,
      message: "It has 4 columns where the first line has 5.",
    },
    { line: 5, message: "It has no title." },
    { line: 6, message: "It has no key." },
    {
      line: 7,
      message:
        "Next review: “whenever” is no date, month, year or financial year that can be read.",
    },
    {
      line: 8,
      message:
        "Last review: “long ago” is no date, month, year or financial year that can be read.",
    },
    { line: 9, message: "“a” stands in line 2 already." },
  ]);
});

test("endings of lines and a byte order mark make no difference", () => {
  const text = `\ufeff${header}\r\na\tFirst\tAdult\tn/a\t2020/21\r\n`;
  const { lines } = readReviewCalendar(new TextEncoder().encode(text));
  expect(lines).toMatchObject([
    { key: "a", elsewhere: { nextDue: "2021-03-31" } },
  ]);
});

test("a file without names of columns, or no text at all, is refused", () => {
  for (const text of ["a,b,c\n1,2,3", "just words", "title\tother\nA\tB", ""])
    expect(() => readReviewCalendar(new TextEncoder().encode(text))).toThrow(
      Refused,
    );
});
