import { afterAll, beforeAll, expect, test } from "vitest";
import { listEmptySeats } from "~/data/empty-seats.server";
import { listEndedRequests } from "~/data/ended-requests.server";
import { findPublicFigure, findPublicPage } from "~/data/public-site.server";
import { deskStates, publicStates } from "~/domain/words";
import { mailWordsDesk } from "~/jobs/preview-mail.server";
import { readerText } from "~/publish/reader-text";
import seedDemo from "../../prisma/demo/main";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ isEmpty: true });
  await database.owner.query(
    "SELECT desk.initialise_desk('Europe/London', 'demo')",
  );
  await seedDemo({ ownerUrl: database.urls.owner, progress: () => undefined });
}, 120_000);

afterAll(() => database.drop());

async function column(query: string): Promise<string[]> {
  const { rows } = await database.app.query<{ value: string }>(query);
  return rows.map(({ value }) => value);
}

async function idOf(name: string): Promise<string> {
  const [id = ""] = await column(
    `SELECT id::text AS value FROM desk.person WHERE email = '${name}@example.org'`,
  );
  return id;
}

test("every desk state and every public state occurs in the demo", async () => {
  const desk = await column(
    "SELECT DISTINCT desk_state AS value FROM desk.page_overview",
  );
  expect(new Set(desk)).toEqual(new Set(deskStates));
  const open = await column(
    "SELECT DISTINCT public_state AS value FROM desk.page_overview",
  );
  expect(new Set(open)).toEqual(new Set(publicStates));
});

test("the listing says of every page what its facts say, after all these acts", async () => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'desk' AND table_name = 'page_listing_now' ORDER BY ordinal_position`,
  );
  const columns = rows.map(({ name }) => String(name)).join(", ");
  expect(columns).toContain("next_review_due");
  const wrong = await database.owner.query(
    `(SELECT ${columns} FROM desk.page_listing EXCEPT SELECT ${columns} FROM desk.page_listing_now)
     UNION ALL (SELECT ${columns} FROM desk.page_listing_now EXCEPT SELECT ${columns} FROM desk.page_listing)`,
  );
  expect(wrong.rows).toEqual([]);
});

test("twelve people and at least a dozen pages are there, and nobody is signed in", async () => {
  expect(
    await column(
      "SELECT count(DISTINCT person_id)::text AS value FROM desk.person_role",
    ),
  ).toEqual(["12"]);
  const [pages] = await column("SELECT count(*)::text AS value FROM desk.page");
  expect(Number(pages)).toBeGreaterThanOrEqual(12);
  const { rows } = await database.auth.query("SELECT FROM desk.session");
  expect(rows).toHaveLength(0);
});

test("a published page shows every kind of block, its image and its pinned disclaimer to readers", async () => {
  const page = await findPublicPage("tp53-li-fraumeni-syndrome");
  const html = readerText(page?.content ?? "{}").html;
  const [, file = ""] = /src="\/figures\/([0-9a-f]{64})"/.exec(html) ?? [];
  expect((await findPublicFigure(file))?.mediaType).toBe("image/png");
  for (const block of [
    "timeline-entry",
    "source-guidelines",
    "resource-list",
    "reusable",
  ])
    expect(html).toContain(`block-${block}`);
});

test("two reviewers of one expertise disagree, and a safety correction is in flight", async () => {
  const verdicts = await column(
    `SELECT string_agg(DISTINCT verdict, ',' ORDER BY verdict) AS value FROM desk.decision
      GROUP BY version_id, expertise HAVING count(DISTINCT verdict) > 1`,
  );
  expect(verdicts).toContain("approve,request_changes");
  expect(
    await column(
      "SELECT correction_state AS value FROM desk.page_overview WHERE correction_state IS NOT NULL",
    ),
  ).toEqual(["in_review"]);
});

test("seats wait for somebody to be asked, and a reviewer sees what they are asked no more", async () => {
  const maya = { seesAll: true, personId: await idOf("maya.okafor") };
  const seats = await listEmptySeats(maya, null);
  expect(
    seats.map(({ slug, expertise }) => `${expertise} ${slug}`).sort(),
  ).toEqual([
    "laboratory_scientist tp53-li-fraumeni-syndrome",
    "medical_editor tp53-li-fraumeni-syndrome",
  ]);
  expect(await listEndedRequests(await idOf("ngozi.eze"))).toMatchObject([
    { how: "dismissed", by: "Maya Okafor", slug: "mlh1-lynch-syndrome" },
  ]);
});

test("a set of two pages, an interest with its ruling, an outside expert and a page under embargo are there", async () => {
  expect(
    await column(
      `SELECT string_agg(p.slug || ' ' || (o.public_state = 'live'), ', ' ORDER BY p.slug) AS value FROM desk.page_set_member m
         JOIN desk.page p ON p.id = m.page_id JOIN desk.page_overview o ON o.page_id = p.id GROUP BY m.set_id`,
    ),
  ).toEqual([
    "brca1-hereditary-breast-and-ovarian-cancer true, brca2-questions-for-men false",
  ]);
  expect(
    await column(
      "SELECT is_accepted::text AS value FROM desk.interest_ruling WHERE public_reason <> ''",
    ),
  ).toEqual(["true"]);
  const { rows } = await database.owner.query(
    "SELECT interests FROM desk.public_reviewer WHERE slug LIKE 'brca1%' AND interests <> 'none'",
  );
  expect(rows).toEqual([{ interests: "institutional" }]);
  expect(
    await column(
      "SELECT recommendation AS value FROM desk.outside_recommendation",
    ),
  ).toEqual(["publish_after_changes"]);
  expect(
    await column(
      "SELECT slug AS value FROM desk.page WHERE confidential_until > desk.today()",
    ),
  ).toEqual(["fbn1-marfan-syndrome"]);
});

test("the clock is the machine's again and the reminders have been written", async () => {
  expect(
    await column("SELECT by_interval::text AS value FROM desk.clock_offset"),
  ).toEqual(["00:00:00"]);
  const kinds = await column(
    "SELECT DISTINCT kind AS value FROM desk.mail WHERE state = 'kept'",
  );
  expect(kinds).toContain("review_due_digest");
  expect(kinds).toContain("review_requested");
  expect(
    await column(
      "SELECT plain_text AS value FROM desk.mail WHERE kind = 'review_requested' ORDER BY queued_at DESC LIMIT 1",
    ),
  ).toEqual([expect.stringMatching(/Thank you for reading[^]*020 7946 0018/)]);
  expect(await mailWordsDesk.listBroken()).toEqual([]);
  expect(
    await column(
      "SELECT last_error AS value FROM desk.mail WHERE state NOT IN ('kept', 'skipped')",
    ),
  ).toEqual([]);
});
