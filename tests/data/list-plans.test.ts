import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listCalendarEntries } from "~/data/calendars.server";
import { countDatedPages, listDatedPages } from "~/data/dated-pages.server";
import { listEmbargoes } from "~/data/embargoes.server";
import {
  listPages,
  listPagesAfter,
  type PageFilter,
} from "~/data/list-pages.server";
import { listMonthEntries } from "~/data/month-entries.server";
import { listOverdueHeld } from "~/data/overdue-held.server";
import { appPool } from "~/data/pools.server";
import {
  listPublicPages,
  listPublished,
  searchPublicPages,
} from "~/data/public-site.server";
import { listUnheldPages } from "~/data/unheld-pages.server";
import { deskStates, publicStates } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { makeManyPages } from "../support/many-pages";

const pages = 3_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeManyPages(db.owner, pages, { wordsOfBlock: 20 });
}, 300_000);
afterAll(() => db.drop());

const everything: PageFilter = {
  state: null,
  kind: null,
  ownerId: null,
  q: "",
};
const filters: Partial<PageFilter>[] = [
  {},
  { q: "finding-77" },
  { kind: "glossary" },
  ...[...deskStates, ...publicStates].map((state) => ({ state })),
];

/** Tables that grow with the number of pages, in a plan that reads them from end to end. */
function readWhole(plan: string): string[] {
  return [
    ...plan.matchAll(
      /Seq Scan on (page|draft|version|publication|decision|assignment|review_round|page_listing|public_text)\b/g,
    ),
  ].map(([found]) => found);
}

test("the list of pages finds what it shows by an index, whatever is asked for", async () => {
  const asked = vi.spyOn(appPool(), "query");
  for (const filter of filters) {
    const found = await listPages(
      { personId: idOf("editor 1"), seesAll: true },
      { ...everything, ...filter },
      { limit: 25, offset: 0 },
    );
    expect(found.pages.length).toBeLessThanOrEqual(25);
    expect(found.total).toBeGreaterThanOrEqual(found.pages.length);
  }
  const viewer = { personId: idOf("editor 1"), seesAll: true };
  const onGene = { ...everything, gene: "GENE77" };
  const found = await listPagesAfter(viewer, onGene, null, 101);
  expect(found.length).toBeGreaterThan(0);
  for (const filter of [onGene, { ...everything, gene: null }])
    await listPagesAfter(viewer, filter, found[0]?.place ?? null, 101);
  const queries = asked.mock.calls as unknown as [string, unknown[]][];
  asked.mockRestore();
  expect(queries).toHaveLength(filters.length + 3);
  const client = await db.owner.connect();
  try {
    await client.query("SET plan_cache_mode = auto");
    for (const [text, values] of queries) {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `EXPLAIN ${text}`,
        values,
      );
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(readWhole(plan), `${JSON.stringify(values)}\n${plan}`).toEqual([]);
    }
  } finally {
    client.release();
  }
});

test("what is overdue, or falls due in a month, is found by the index of due days", async () => {
  const viewer = { personId: idOf("editor 1"), seesAll: true };
  const asked = vi.spyOn(appPool(), "query");
  await countDatedPages(viewer);
  await listDatedPages(viewer, "overdue", 5);
  await listDatedPages(viewer, "30", 50);
  await listMonthEntries(viewer, "2026-01-01", "2026-01-31", 100);
  await listOverdueHeld(viewer, null, 101);
  await listOverdueHeld(viewer, ["2026-01-01", "a"], 101);
  const queries = asked.mock.calls as unknown as [string, unknown[]][];
  asked.mockRestore();
  expect(queries).toHaveLength(6);
  for (const [text, values] of queries) {
    const { rows } = await db.owner.query<{ "QUERY PLAN": string }>(
      `EXPLAIN ${text}`,
      values,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan, plan).toContain("page_listing_due_idx");
    expect(plan, plan).not.toContain("Seq Scan on page_listing");
  }
});

test("the few pages that are confidential are found by an index of their own", async () => {
  const asked = vi.spyOn(appPool(), "query");
  await listEmbargoes(idOf("editor 1"));
  const [[text, values] = ["", []]] = asked.mock.calls as unknown as [
    string,
    unknown[],
  ][];
  asked.mockRestore();
  const { rows } = await db.owner.query<{ "QUERY PLAN": string }>(
    `EXPLAIN ${text}`,
    values,
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan, plan).toContain("page_listing_confidential_idx");
});

test("a calendar takes its days from the listing, and weighs no page for them", async () => {
  const asked = vi.spyOn(appPool(), "query");
  const mine = await listCalendarEntries({
    ...{ personId: idOf("author 7"), scope: "mine" },
  });
  const desk = await listCalendarEntries({
    ...{ personId: idOf("editor 1"), scope: "desk" },
  });
  const queries = asked.mock.calls as unknown as [string, unknown[]][];
  asked.mockRestore();
  expect(mine.length).toBeGreaterThan(20);
  expect(desk.length).toBeGreaterThan(mine.length * 20);
  for (const [text, values] of queries) {
    const { rows } = await db.owner.query<{ "QUERY PLAN": string }>(
      `EXPLAIN ${text}`,
      values,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).not.toMatch(/ on (page|publication|version|decision)\b/);
  }
});

test("pages that nobody could review are found by title, and their seats from the rounds that are open", async () => {
  const asked = vi.spyOn(appPool(), "query");
  const unheld = await listUnheldPages(idOf("editor 1"));
  const [[text, values] = ["", []]] = asked.mock.calls as unknown as [
    string,
    unknown[],
  ][];
  asked.mockRestore();
  // Nobody at this desk is a clinician.
  const { rows } = await db.owner.query<{ slug: string; lacks: string }>(
    `SELECT slug, 'bench' AS lacks, 'clinician' AS expertise FROM desk.page_listing l
      WHERE NOT is_archived AND EXISTS (SELECT FROM desk.review_rules r JOIN desk.review_rules_need n ON n.rules_id = r.id
              WHERE r.page_kind = l.kind AND n.expertise = 'clinician')
      ORDER BY title_key, slug LIMIT 500`,
  );
  expect(
    unheld.map(({ slug, lacks, expertise }) => ({ slug, lacks, expertise })),
  ).toEqual(rows);
  const client = await db.owner.connect();
  try {
    await client.query("SET plan_cache_mode = auto");
    const explained = await client.query<{ "QUERY PLAN": string }>(
      `EXPLAIN ${text}`,
      values,
    );
    const plan = explained.rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(readWhole(plan), plan).toEqual([]);
    expect(plan).toContain("page_listing_kind_idx");
  } finally {
    client.release();
  }
});

test("words that stand in nearly every text find the first by title, those named so before the rest", async () => {
  const found = async (words: string, limit: number) =>
    (await searchPublicPages(words.split(" "), limit)).map(({ slug }) => slug);
  const standing = await db.owner.query<{ id: string }>(
    "SELECT page_id AS id FROM desk.page_standing WHERE public_state IN ('live', 'due_soon', 'overdue')",
  );
  const readable = standing.rows.map(({ id }) => id);
  const expected = async (words: string, limit: number) => {
    const each = words.split(" ");
    const { rows } = await db.owner.query<{ slug: string }>(
      `SELECT l.slug FROM unnest($4::uuid[]) s(page_id) JOIN desk.page_listing l ON l.page_id = s.page_id
         JOIN desk.public_text t ON t.publication_id = l.publication_id
        WHERE t.words @@ $1::tsquery
        ORDER BY l.public_title_key LIKE ALL ($2) DESC, l.public_title_key, l.slug LIMIT $3`,
      [
        each.map((word) => `'${word}':*`).join(" & "),
        each.map((word) => `%${word}%`),
        limit,
        readable,
      ],
    );
    return rows.map(({ slug }) => slug);
  };
  for (const words of [
    ...["carriers variant", "finding", "finding 29", "gene77", "word12"],
    ...["carriers gene299", "offered finding 1", "specialists word899"],
  ])
    for (const limit of [3, 50, 600])
      expect(await found(words, limit), `${words}, ${String(limit)}`).toEqual(
        await expected(words, limit),
      );
});

test("the states that the list asks for are those that the overview gives", async () => {
  const { rows } = await db.owner.query<{ state: string; count: number }>(
    `SELECT state, count(*)::integer AS count FROM (SELECT desk_state AS state FROM desk.page_overview WHERE desk_state <> 'none'
       UNION ALL SELECT public_state FROM desk.page_overview WHERE public_state <> 'none') s GROUP BY state`,
  );
  expect(rows.length).toBeGreaterThan(9);
  for (const { state, count } of rows) {
    const found = await listPages(
      { personId: idOf("editor 1"), seesAll: true },
      { ...everything, state: state as PageFilter["state"] },
      { limit: pages, offset: 0 },
    );
    expect([state, found.pages.length]).toEqual([state, count]);
    expect(found.hasMore ? count > found.total : count === found.total).toBe(
      true,
    );
  }
});

test("readers go through every page once, by title, a part at a time", async () => {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const part = await listPublicPages({ after, limit: 400 });
    seen.push(...part.map(({ slug }) => slug));
    if (part.length < 400) break;
    after = part.at(-1)?.slug ?? null;
  }
  const { rows } = await db.owner.query<{ count: number }>(
    "SELECT count(*)::integer FROM desk.page_standing WHERE public_state IN ('live', 'due_soon', 'overdue')",
  );
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(rows[0]?.count ?? -1);
  expect(await searchPublicPages(["finding", "gene77", "carr"])).toHaveLength(
    seen.filter((slug) => slug.startsWith("gene77-")).length,
  );
});

test("programs go through every page that shows text once, by address, a part at a time", async () => {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const part = await listPublished(null, after, 400);
    seen.push(...part.map(({ slug }) => slug));
    if (part.length < 400) break;
    after = part.at(-1)?.slug ?? null;
  }
  const { rows } = await db.owner.query<{ slug: string }>(
    "SELECT slug FROM desk.page_standing WHERE public_state IN ('live', 'due_soon', 'overdue') ORDER BY slug",
  );
  expect(seen).toEqual(rows.map(({ slug }) => slug));
  const [gene] = await db.owner
    .query<{ symbol: string; slugs: string[] }>(
      `SELECT l.public_genes[1] AS symbol, array_agg(l.slug ORDER BY l.slug) AS slugs FROM desk.page_listing l
         JOIN desk.page_standing s ON s.page_id = l.page_id AND s.public_state IN ('live', 'due_soon', 'overdue')
        GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    )
    .then((found) => found.rows);
  const onGene = await listPublished(gene?.symbol ?? "", null, pages);
  expect(onGene.map(({ slug }) => slug)).toEqual(gene?.slugs);
  // As the function asks: from an address on, and on a gene.
  for (const [where, index] of [
    ["l.slug > 'gene5'", "page_listing_slug_idx"],
    [
      "l.public_genes @> ARRAY['GENE77'] AND l.slug > ''",
      "page_listing_genes_idx",
    ],
  ]) {
    const { rows: lines } = await db.owner.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT l.page_id FROM desk.page_listing l WHERE l.is_standing AND ${String(where)}
          AND desk.listed_state(l, desk.today()) IN ('live', 'due_soon', 'overdue') ORDER BY l.slug LIMIT 101`,
    );
    const plan = lines.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain(index);
  }
});

test("a page is due soon from the first reminder of the rules it went out by", async () => {
  const soonest = `SELECT max(next_review_due - today)::integer AS days, count(*)::integer FROM desk.page_standing WHERE public_state = 'due_soon'`;
  const latest = `SELECT min(next_review_due - today)::integer AS days FROM desk.page_standing WHERE public_state = 'live'`;
  const days = async (query: string) =>
    (await db.owner.query<{ days: number | null }>(query)).rows[0]?.days;
  const setReminders = async (steps: string) => {
    await db.owner.query("ALTER TABLE desk.review_rules DISABLE TRIGGER USER");
    await db.owner.query(
      "UPDATE desk.review_rules SET reminder_schedule = $1",
      [steps],
    );
    await db.owner.query("ALTER TABLE desk.review_rules ENABLE TRIGGER USER");
  };
  expect([await days(soonest), await days(latest)]).toEqual([60, 61]);
  await setReminders(
    '[{"afterDays": -14}, {"afterDays": -30}, {"afterDays": 1}]',
  );
  expect([await days(soonest), await days(latest)]).toEqual([30, 31]);
  await setReminders('[{"afterDays": 1}]');
  expect([await days(soonest), await days(latest)]).toEqual([null, 0]);
});

function idOf(name: string): string {
  return createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
