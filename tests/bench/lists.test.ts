import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listNeeds } from "~/data/desk-needs.server";
import { listGoingOut, listInProgress } from "~/data/desk-progress.server";
import { listPages, type PageFilter } from "~/data/list-pages.server";
import { listOverduePages } from "~/data/overdue-pages.server";
import { appPool, publicPool } from "~/data/pools.server";
import {
  listPublicAddresses,
  listPublicPages,
  readReviewDates,
  searchPublicPages,
} from "~/data/public-site.server";
import { listMyReviews } from "~/data/reviews.server";
import { listUnheldPages } from "~/data/unheld-pages.server";
import { deskStates, publicStates } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { makeManyPages } from "../support/many-pages";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await makeManyPages(database.owner, 10_000);
  await planAsTheProduct();
}, 900_000);

afterAll(() => database.drop());

/** The test server keeps one plan for every value; a desk plans as PostgreSQL sees fit, and so is measured. */
async function planAsTheProduct(): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query("SET ROLE NONE");
    await client.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET plan_cache_mode = auto', current_database()); END $$`,
    );
  } finally {
    client.release(true);
  }
}

const runs = 40;

/**
 * Median and 99th percentile in milliseconds, after a few to warm up; and the
 * median of the time that the database's own processes were at work, which a
 * busy machine falsifies less. Not a number where the system does not tell it.
 */
async function timesOf(act: () => Promise<unknown>) {
  const times: number[] = [];
  const worked: number[] = [];
  const pids = await Promise.all([pidOf(appPool()), pidOf(publicPool())]);
  for (let run = 0; run < runs + 5; run += 1) {
    const workedBefore = await workOf(pids);
    const from = performance.now();
    await act();
    const took = performance.now() - from;
    const work = (await workOf(pids)) - workedBefore;
    if (run < 5) continue;
    times.push(took);
    worked.push(work);
  }
  return {
    median: at(times, 0.5),
    p99: at(times, 0.99),
    work: at(worked, 0.5),
  };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(runs - 1, Math.floor(runs * share))] ?? Number.NaN;
}

/** Each act is awaited, so that a pool goes on with the one connection it has. */
async function pidOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid",
  );
  return rows[0]?.pid ?? 0;
}

/** Milliseconds of processor time that these processes have had, as Linux counts them. */
async function workOf(pids: readonly number[]): Promise<number> {
  let sum = 0;
  for (const pid of pids) {
    const file = `/proc/${String(pid)}/schedstat`;
    const counted = await readFile(file, "utf8").catch(() => "");
    sum += Number(counted.split(" ")[0] || Number.NaN) / 1e6;
  }
  return sum;
}

const editor = { personId: idOf("editor 1"), seesAll: true };
const author = { personId: idOf("author 3"), seesAll: false };
const reviewer = idOf("reviewer 3");
const everything: PageFilter = {
  state: null,
  kind: null,
  ownerId: null,
  q: "",
};
const pages = (filter: Partial<PageFilter>, offset = 0) =>
  listPages(editor, { ...everything, ...filter }, { limit: 25, offset });

test("every list of a desk with 10,000 pages", async () => {
  const acts: [string, () => Promise<unknown>][] = [
    ["pages", () => pages({})],
    ["pages, the last of them", () => pages({}, 9_975)],
    ["pages by words", () => pages({ q: "finding-77" })],
    ["pages by kind", () => pages({ kind: "glossary" })],
    ...[...new Set([...deskStates, ...publicStates])].map(
      (state): [string, () => Promise<unknown>] => [
        `pages ${state}`,
        () => pages({ state }),
      ],
    ),
    [
      "pages of an author",
      () => listPages(author, everything, { limit: 25, offset: 0 }),
    ],
    ["what needs an editor", () => listNeeds({ ...editor, isEditor: true }, 5)],
    [
      "what needs an author",
      () => listNeeds({ ...author, isEditor: false }, 5),
    ],
    ["in progress", () => listInProgress(editor, 25)],
    ["going out", () => listGoingOut(editor, 5)],
    ["my reviews", () => listMyReviews(reviewer)],
    ["no reviewer or owner", () => listUnheldPages(editor.personId)],
    ["overdue, command line", () => listOverduePages(null)],
    ["readers' list", () => listPublicPages({ limit: 51 })],
    ["readers' list by gene", () => listPublicPages({ gene: "GENE33" })],
    ["search, a rare word", () => searchPublicPages(["gene33"])],
    ["search, common words", () => searchPublicPages(["carriers", "variant"])],
    ["sitemap", listPublicAddresses],
    ["review-dates.json", readReviewDates],
  ];
  const { median: yardstick } = await timesOf(() =>
    appPool().query("SELECT 1"),
  );
  console.log(`yardstick, SELECT 1: ${yardstick.toFixed(2)} ms`);
  for (const [name, act] of acts) {
    const { median, p99, work } = await timesOf(act);
    console.log(
      `${name}: median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${(median / yardstick).toFixed(0)} yardsticks, the database at work ${work.toFixed(1)} ms`,
    );
    expect(median).toBeGreaterThan(0);
  }
}, 900_000);

function idOf(name: string): string {
  return createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
