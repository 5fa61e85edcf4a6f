import { afterAll, beforeAll, expect, test } from "vitest";
import {
  dueSteps,
  type ReminderRecipient,
  type ReminderStep,
} from "~/domain/reminder-schedule";
import { effectiveDue } from "../model/approvals";
import { plusDays } from "../model/calendar";
import type { Page } from "../model/facts";
import { makeHistory, makeWorldIn } from "../model/make-world";
import { bringForward } from "../model/publication-steps";
import { randomFrom } from "../model/random";
import { liveOf } from "../model/standing";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { playerOf } from "./scene";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const random = randomFrom(14);

/** Live pages with due days of their own, on a shelf that Ben leads. */
async function livePages() {
  const world = await makeWorldIn(db);
  const desk = await makeHistory(db, world, "reminders", () => true);
  const play = playerOf(desk);
  const pages: Page[] = [];
  for (let n = 0; n < 5; n += 1) {
    const page = await play.newPage(`page-${n}`);
    await play.approveAll(await play.submit(page));
    await play.publishNewest(page);
    const due = plusDays(desk.today(), random.whole(90, 400));
    if (n > 0) await play.take(bringForward(desk, play.who("ann"), page, due));
    pages.push(page);
  }
  await db.owner.query(
    `WITH shelf AS (INSERT INTO desk.collection (slug, name, lead_id) VALUES ('shelf', 'A shelf', $1) RETURNING id)
     UPDATE desk.page SET collection_id = (SELECT id FROM shelf)`,
    [play.who("ben").id],
  );
  const ids = (...firsts: string[]) => firsts.map((f) => play.who(f).id);
  const told: Record<ReminderRecipient, string[]> = {
    owner: ids("ann"),
    last_reviewers: ids("lars", "mary"),
    editors: ids("eva", "tom", "moe"),
    collection_lead: ids("ben"),
    clinical_lead: ids("lea"),
  };
  return { pages, told, today: desk.today() };
}

test("the reminders that the database asks for are those of the schedule in words, on any day", async () => {
  const { pages, told, today: first } = await livePages();
  const days = Array.from({ length: 160 }, () =>
    plusDays(first, random.whole(1, 900)),
  );
  const holidays = Array.from({ length: 90 }, () =>
    plusDays(first, random.whole(1, 900)),
  );
  await db.owner.query(
    "INSERT INTO desk.holiday SELECT DISTINCT d, 'A holiday' FROM unnest($1::date[]) d",
    [holidays],
  );
  const { rows: rules } = await db.owner.query<{ steps: ReminderStep[] }>(
    "SELECT reminder_schedule AS steps FROM desk.review_rules WHERE page_kind = 'gene_summary'",
  );
  const steps = rules[0]?.steps ?? [];
  let compared = 0;
  const differences: string[] = [];
  for (const today of days) {
    await db.setClock(`${today}T11:00:00Z`);
    const { rows } = await db.app.query<{ line: string }>(
      `SELECT concat_ws(' ', page_id, recipient_id, step) AS line FROM desk.due_reminders() ORDER BY 1`,
    );
    const expected = pages.flatMap((page) => {
      const live = liveOf(page);
      if (!live) return [];
      return dueSteps(effectiveDue(live), today, [], holidays, steps).flatMap(
        ({ step, occurrence, to }) => {
          const repeats = steps.find((s) => s.step === step)?.repeatsEvery;
          const name = repeats ? `${step}:${occurrence}` : step;
          return told[to].map((id) => `${page.id} ${id} ${name}`);
        },
      );
    });
    compared += expected.length;
    const found = rows.map(({ line }) => line);
    if (found.join("\n") !== expected.sort().join("\n"))
      differences.push(`${today}: ${found.join(", ")}`);
  }
  console.log(
    `reminders: ${compared} on ${days.length} days, ${differences.length} days that differ`,
  );
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(1_000);
});
