import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findElsewhere } from "~/data/source-statements.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  hasSharedFolder,
  readShared,
  sharedPath,
} from "../support/shared-folder";
import { addPerson, desk } from "./desk";

let database: TestDatabase;
let folder: string;
const file = (name: string) => join(folder, name);
const asEdda = ["--as", "edda@example.org"];

beforeAll(async () => {
  database = await createTestDatabase();
  await database.setClock("2026-03-02T09:00:00Z");
  await addPerson(database, "edda@example.org", ["editor"]);
  await addPerson(database, "author@example.org", ["author"]);
  folder = await mkdtemp(join(tmpdir(), "desk-backlog-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const header = "key\ttitle\tlast reviewed\tnext review due";
const write = (name: string, ...lines: string[]) =>
  writeFile(file(name), [header, ...lines].join("\n"));

async function rows(sql: string, values: unknown[] = []) {
  const answer = await database.owner.query<Record<string, unknown>>(
    sql,
    values,
  );
  return answer.rows;
}

/** Every row that a load can make or change, as one text. */
async function everything() {
  const tables = [
    ...["page", "draft", "draft_save", "source_statement", "page_elsewhere"],
    ...["backlog_entry", "audit_event", "mail", "alert"],
  ];
  const all = await Promise.all(
    tables.map((table) =>
      rows(`SELECT t::text AS row FROM desk.${table} t ORDER BY 1`),
    ),
  );
  return JSON.stringify(all);
}

test("each line becomes a page published elsewhere, in its own words and by what they mean", async () => {
  await write(
    "calendar.tsv",
    "one\tFirst condition\tAug 2017\t2024/25",
    "two\tSecond condition\tn/a\tFebruary 2026",
    "three\tThird condition\tMay 2019\tnever",
    "four\tFourth condition\t2018\tn/a",
  );
  const { code, err, json } = await desk([
    ...["import-backlog", file("calendar.tsv"), ...asEdda],
    ...["--address", "https://example.org/reviews", "--json"],
  ]);
  expect(json).toMatchObject({
    ...{ calendar: "calendar", added: 3, restated: 0, unchanged: 0 },
    problems: [{ line: 4 }],
  });
  expect(code).toBe(1);
  expect(err).toContain(
    "calendar.tsv, line 4: Next review: “never” is no date",
  );
  const [first] = await rows(
    "SELECT id FROM desk.page WHERE slug = 'first-condition'",
  );
  expect(await findElsewhere(String(first?.["id"]))).toEqual({
    address: "https://example.org/reviews/one",
    ...{ statedLastReviewed: "2017-08", statedNextDue: "2025-03-31" },
    statedOverdueBy: 336,
  });
  const said = await rows(
    `SELECT kind, raw, value, precision FROM desk.source_statement WHERE page_id = $1 ORDER BY position`,
    [first?.["id"]],
  );
  expect(said.slice(1)).toEqual([
    {
      ...{ kind: "last_reviewed", raw: "Aug 2017" },
      ...{ value: "2017-08", precision: "month" },
    },
    {
      ...{ kind: "next_review_due", raw: "2024/25" },
      ...{ value: "2025-03-31", precision: "financial_year" },
    },
  ]);
});

test("each is overdue from the day after what its date means", async () => {
  const overdueOn = async (day: string) => {
    const { json } = await desk(["overdue", "--on", day, "--json"]);
    return (json as { page: string }[]).map(({ page }) => page);
  };
  expect(await overdueOn("2025-03-31")).toEqual([]);
  expect(await overdueOn("2025-04-01")).toEqual(["first-condition"]);
  expect(await overdueOn("2026-02-28")).toHaveLength(1);
  expect(await overdueOn("2026-03-01")).toContain("second-condition");
});

test("the same file again changes nothing, not twice either", async () => {
  const before = await everything();
  for (let load = 0; load < 2; load += 1) {
    const { json } = await desk([
      ...["import-backlog", file("calendar.tsv"), ...asEdda],
      ...["--address", "https://example.org/reviews", "--json"],
    ]);
    expect(json).toMatchObject({ added: 0, restated: 0, unchanged: 3 });
  }
  expect(await everything()).toBe(before);
});

test("a line that says something else is kept under what it said before", async () => {
  await write(
    "next-year.tsv",
    "one\tFirst condition\tJan 2026\t2028/29",
    "two\tSecond condition\tn/a\tFebruary 2026",
  );
  const again = () =>
    desk([
      ...["import-backlog", file("next-year.tsv"), ...asEdda],
      ...["--calendar", "calendar"],
      ...["--address", "https://example.org/reviews", "--json"],
    ]);
  const expected = { added: 0, restated: 1, unchanged: 1 };
  expect((await again()).json).toMatchObject(expected);
  expect(
    await rows(
      `SELECT s.raw FROM desk.source_statement s JOIN desk.page p ON p.id = s.page_id
        WHERE p.slug = 'first-condition' AND s.kind = 'next_review_due' ORDER BY s.position`,
    ),
  ).toEqual([{ raw: "2024/25" }, { raw: "2028/29" }]);
  const { json } = await desk(["overdue", "--json"]);
  expect(json).toMatchObject([{ page: "second-condition" }]);
  expect(
    await rows(
      "SELECT act FROM desk.audit_event WHERE act = 'restate_elsewhere'",
    ),
  ).toHaveLength(1);
});

test("two loads at the same moment make each page once", async () => {
  await write(
    "race.tsv",
    "one\tRacing\tn/a\t2024/25",
    "two\tRacing\tn/a\t2025/26",
  );
  const loads = await Promise.all(
    [1, 2, 3].map(() =>
      desk(["import-backlog", file("race.tsv"), ...asEdda, "--json"]),
    ),
  );
  const sum = (name: string) =>
    loads.reduce(
      (all, { json }) => all + Number((json as Record<string, unknown>)[name]),
      0,
    );
  expect(loads.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect({ added: sum("added"), unchanged: sum("unchanged") }).toEqual({
    ...{ added: 2, unchanged: 4 },
  });
  expect(
    await rows(
      "SELECT slug FROM desk.page WHERE slug LIKE 'racing%' ORDER BY 1",
    ),
  ).toEqual([{ slug: "racing" }, { slug: "racing-2" }]);
});

test("whoever is no editor, and a file that is no calendar, are refused", async () => {
  const byAuthor = await desk([
    ...["import-backlog", file("race.tsv"), "--as", "author@example.org"],
  ]);
  expect(byAuthor).toMatchObject({ code: 1 });
  expect(byAuthor.err).toContain("line 2:");
  await writeFile(file("letter.txt"), "Dear editors, here are our dates.");
  const letter = await desk([
    ...["import-backlog", file("letter.txt"), ...asEdda],
  ]);
  expect(letter.code).toBe(1);
  expect(letter.err).toContain("This is no review calendar");
  expect(await desk(["import-backlog", file("race.tsv")])).toMatchObject({
    code: 2,
  });
});

describe.runIf(hasSharedFolder)("a real review calendar", () => {
  const name = "data/uknsc_review_cycle.tsv";
  /** Read anew, by other means than the desk's: year of 31 March by string alone. */
  const lateByFile = (day: string) =>
    new TextDecoder()
      .decode(readShared(name))
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"))
      .filter(([, , , , due = ""]) => {
        const year = /^(\d{4})\/\d{2}$/.exec(due)?.[1];
        return (
          year !== undefined &&
          Date.parse(day) > Date.UTC(Number(year) + 1, 2, 31)
        );
      })
      .map(([, condition]) => condition)
      .sort();

  test("its set overdue at its source matches an independent reading, before and after 31 March", async () => {
    const { code, json } = await desk([
      ...["import-backlog", sharedPath(name), ...asEdda, "--json"],
    ]);
    expect(code).toBe(0);
    expect(json).toMatchObject({ added: 108, problems: [] });
    const known = new Set(
      (
        await rows(
          "SELECT p.slug FROM desk.backlog_entry b JOIN desk.page p ON p.id = b.page_id WHERE b.calendar = 'uknsc_review_cycle'",
        )
      ).map(({ slug }) => slug),
    );
    let compared = 0;
    for (const year of [2009, 2013, 2018, 2019, 2020, 2021, 2022, 2026])
      for (const day of [`${String(year)}-03-31`, `${String(year)}-04-01`]) {
        const listed = (
          (await desk(["overdue", "--on", day, "--json"])).json as {
            page: string;
            title: string;
          }[]
        )
          .filter(({ page }) => known.has(page))
          .map(({ title }) => title)
          .sort();
        expect(listed, day).toEqual(lateByFile(day));
        compared += listed.length;
      }
    expect(compared).toBeGreaterThan(500);
    const again = await desk([
      ...["import-backlog", sharedPath(name), ...asEdda, "--json"],
    ]);
    expect(again.json).toMatchObject({ added: 0, restated: 0, unchanged: 108 });
  });
});
