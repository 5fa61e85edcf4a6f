import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDates, lastDayOf, orderOn } from "~/importers/read-dates";
import { readPeople } from "~/importers/read-people";
import { readStatement } from "~/importers/read-statement";

const dayFirst = { order: "day_first", isSettled: false } as const;
const on = (text: string) =>
  findDates(text, dayFirst).map((date) => `${date.on} ${date.precision}`);

describe("dates", () => {
  test.each([
    ["4 May 2022", ["2022-05-04 day"]],
    ["4th of May, 2022", ["2022-05-04 day"]],
    ["December 7, 2015", ["2015-12-07 day"]],
    ["Sept. 2019", ["2019-09 month"]],
    ["04/05/2022", ["2022-05-04 day"]],
    ["05/13/2022", ["2022-05-13 day"]],
    ["4.5.22", ["2022-05-04 day"]],
    ["2022-05-04", ["2022-05-04 day"]],
    ["05/2022 and 2018-01", ["2022-05 month", "2018-01 month"]],
    ["in 2018", ["2018 year"]],
    ["31/02/2022, 29 February 2023", ["2023-02 month"]],
    ["29 February 2024", ["2024-02-29 day"]],
    ["dismay 2022", ["2022 year"]],
    ["CancerMay 17, 2026Name", ["2026-05-17 day"]],
    ["1/2/3, 10.1000/2022.1 and 12022", []],
  ])("%s", (text, expected) => {
    expect(on(text)).toEqual(expected);
  });

  test("are ambiguous when day and month could be swapped", () => {
    const ambiguous = (text: string) =>
      findDates(text, dayFirst).map((date) => date.ambiguous);
    expect(ambiguous("04/05/2022, 05/05/2022, 13/05/2022, 4 May 2022")).toEqual(
      [true, false, false, false],
    );
  });

  test("another date on the page settles the order, the desk's order is second", () => {
    expect(orderOn("04/05/2022 and 13/05/2022", "month_first")).toEqual({
      order: "day_first",
      isSettled: true,
    });
    const american = orderOn("04/05/2022 and 05/13/2022", null);
    expect(findDates("04/05/2022", american)).toMatchObject([
      { on: "2022-04-05", ambiguous: false },
    ]);
    expect(orderOn("04/05/2022", "month_first")).toEqual({
      order: "month_first",
      isSettled: false,
    });
    expect(orderOn("13/05/2022 and 05/13/2022", null).isSettled).toBe(false);
  });

  test("a month or year may mean its last day", () => {
    expect(lastDayOf("2024-02")).toBe("2024-02-29");
    expect(lastDayOf("2023")).toBe("2023-12-31");
    expect(lastDayOf("2023-05-04")).toBe("2023-05-04");
  });

  test("every day comes back as itself, in words and in figures", () => {
    const moment = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = iso.split("-");
        const inWords = new Intl.DateTimeFormat("en-GB", {
          dateStyle: "long",
          timeZone: "UTC",
        }).format(date);
        for (const text of [iso, inWords, `${d}/${m}/${y}`, `(${d}.${m}.${y})`])
          expect(on(text)).toEqual([`${iso} day`]);
      }),
    );
  });

  test("no text makes a date that does not exist or stands elsewhere", () => {
    const piece = fc.constantFrom(
      ..."0123456789/.- ,",
      "May",
      "29",
      "20",
      "Feb",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const date of findDates(text, dayFirst)) {
          expect(text.slice(date.start, date.end)).toBe(date.raw);
          expect(Number.isNaN(Date.parse(lastDayOf(date.on)))).toBe(false);
        }
      }),
    );
  });
});

const namesOf = (list: string) =>
  readPeople(list, "author")?.people.map(({ name }) => name) ?? null;

describe("people", () => {
  test("titles and degrees are parted from names", () => {
    expect(
      readPeople(
        "Prof Dr Ada B. Example, MD, PhD, Dr Bo van der Berg FRCPath and Chinyere O'Neill-Smith (Consultant Oncologist)",
        "reviewer",
      )?.people,
    ).toEqual([
      {
        name: "Ada B. Example",
        prefix: "Prof Dr",
        credentials: "MD, PhD",
        role: "reviewer",
        until: null,
      },
      {
        name: "Bo van der Berg",
        prefix: "Dr",
        credentials: "FRCPath",
        role: "reviewer",
        until: null,
      },
      {
        name: "Chinyere O'Neill-Smith",
        prefix: null,
        credentials: "Consultant Oncologist",
        role: "reviewer",
        until: null,
      },
    ]);
  });

  test("the end of somebody's part is a month or a year", () => {
    const until = (list: string) =>
      readPeople(list, "author")?.people.map((person) => person.until);
    expect(until("Ada Example (through April 2014), Bo Sample")).toEqual([
      "2014-04",
      null,
    ]);
    expect(until("Ada Example (2010–2014)")).toEqual(["2014"]);
  });

  test.each([
    ["Example, A.B., Sample, C.", null],
    [
      "Ada Example; Bo Sample, Royal Invented Hospital",
      ["Ada Example", "Bo Sample"],
    ],
    ["Frederick", ["Frederick"]],
    ["李小龙", ["李小龙"]],
    ["Genomics Team", []],
    ["Some AI, ChatGPT-4o", []],
    ["Ai Example", ["Ai Example"]],
    ["see below", null],
    ["Consultant Oncologist", null],
  ])("%s", (list, expected) => {
    expect(namesOf(list)).toEqual(expected);
  });

  test("programs and organisations are kept apart", () => {
    expect(
      readPeople("Navigator AI, Ada Example, Genomics Team", "author"),
    ).toMatchObject({
      tools: ["Navigator AI"],
      people: [{ name: "Ada Example", credentials: "Genomics Team" }],
    });
  });
});

describe("statements", () => {
  const read = (line: string) => {
    const found = readStatement(line, dayFirst);
    return (
      found && [
        ...found.dates.map(({ kind, on: day }) => `${kind} ${day}`),
        ...found.people.map(({ role, name }) => `${role} ${name}`),
        ...found.tags.map((tag) => `tag ${tag}`),
      ]
    );
  };

  test.each([
    ["Last reviewed: 04/05/2022", ["last_reviewed 2022-05-04"]],
    [
      "Page last reviewed: 12 March 2024 Next review due: 12 March 2027",
      ["last_reviewed 2024-03-12", "next_review_due 2027-03-12"],
    ],
    ["Review date: May 2023", ["review 2023-05"]],
    ["Updated on Tuesday, 3 May 2022.", ["updated 2022-05-03"]],
    ["This page was last updated on 3 May 2022", ["updated 2022-05-03"]],
    ["Published 2018", ["published 2018"]],
    [
      "Medically reviewed by Ada Example, MD — Written by Bo Sample — Updated on May 3, 2022",
      ["updated 2022-05-03", "reviewer Ada Example", "author Bo Sample"],
    ],
    [
      "Reviewed by Dr Ada Example on 4 May 2022",
      ["last_reviewed 2022-05-04", "reviewer Ada Example"],
    ],
    [
      "Authors: Dr Ada Example & Bo Sample",
      ["author Ada Example", "author Bo Sample"],
    ],
    ["By Ada Example, MD", ["author Ada Example"]],
    [
      "By Ada Example, May 4, 2022",
      ["published 2022-05-04", "author Ada Example"],
    ],
    ["Tags: lung, ROS1", ["tag lung", "tag ROS1"]],
    ["12 May 2022", ["published 2022-05-12"]],
  ])("%s", (line, expected) => {
    expect(read(line)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    "Reviewed 200 patients in 2019",
    "Updated guidance from the committee is expected in 2025.",
    "By Disease Type",
    "Authors of this study found a change",
    "Published studies show a change",
    "In 12 May 2022 the drug was approved for use",
    "2024–2025: Increased testing",
    "Authors: see below",
  ])("“%s” is prose", (line) => {
    expect(read(line)).toBeNull();
  });
});
