import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
} from "vitest";
import { addToSet } from "~/commands/add-to-set.server";
import { cancelSchedule } from "~/commands/cancel-schedule.server";
import { makePageSet } from "~/commands/make-page-set.server";
import { publishSet } from "~/commands/publish-set.server";
import { scheduleSet } from "~/commands/schedule-set.server";
import { takeBack } from "~/commands/take-back.server";
import { findSetOf } from "~/data/page-sets.server";
import {
  findPublicStanding,
  listOpenSchedules,
} from "~/data/publications.server";
import { listForecastBlockers } from "~/data/schedules.server";
import {
  publishWhatIsDue,
  rehearseWhatIsDue,
} from "~/jobs/publish-scheduled.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  grantFor,
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  type Someone,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
beforeEach(() => database.setClock("2027-01-11T10:00:00Z"));
// What a test leaves scheduled is not due in the next one.
afterEach(() =>
  database.owner.query(
    `UPDATE desk.schedule SET cancelled_at = desk.clock(), cancelled_by = scheduled_by
      WHERE cancelled_at IS NULL AND carried_out_at IS NULL`,
  ),
);
afterAll(() => database.drop());

const rowsOf = async <Row extends object>(query: string, values: unknown[]) =>
  (await database.owner.query<Row>(query, values)).rows;

/** Two pages that everybody approved, in one set. */
async function readySet() {
  const one = await approvePage(database, desk);
  const other = await approvePage(database, desk);
  const setId = valueOf(
    await makePageSet(desk.editor.sessionId, "SDHB for everybody", [
      ...[one.pageId, other.pageId],
    ]),
  );
  return { one, other, setId };
}

type Set = Awaited<ReturnType<typeof readySet>>;

async function schedule(
  { one, setId }: Set,
  how: { by?: Someone; day?: string; sha?: string } = {},
) {
  const { by = desk.editor, day = "2027-01-14", sha = "" } = how;
  const set = await findSetOf(one.pageId, by.id);
  const contentSha256 = sha || (set?.contentSha256 ?? "");
  const versionIds = (set?.members ?? []).flatMap((m) => m.versionId ?? []);
  return scheduleSet(
    by.sessionId,
    await grantFor(by, "schedule", contentSha256),
    { setId, contentSha256, versionIds, day, time: "09:30" },
  );
}

const stateOf = async ({ pageId }: { pageId: string }) =>
  (await findPublicStanding(pageId))?.state;

const alertsOf = (kind: string, { one, other }: Set) =>
  rowsOf<{ who: string; count: number }>(
    `SELECT p.name AS who, count(*)::int AS count FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id
      WHERE a.kind = $1 AND a.page_id = ANY ($2::uuid[]) GROUP BY 1 ORDER BY 1`,
    [kind, [one.pageId, other.pageId]],
  );

test("one signature schedules a set, at its hour all of it goes out, and everybody is told once", async () => {
  const set = await readySet();
  valueOf(await schedule(set));
  expect(refusalOf(await schedule(set))).toBe("already_decided");
  for (const page of [set.one, set.other]) {
    const [open] = await listOpenSchedules(page.pageId);
    expect(open).toMatchObject({ isOfSet: true, refusedAt: null });
    expect(await listForecastBlockers(open?.id ?? "")).toEqual([]);
  }
  await database.setClock("2027-01-14T09:29:00Z");
  expect(await publishWhatIsDue()).toBe(0);
  await database.setClock("2027-01-14T09:30:00Z");
  expect(await publishWhatIsDue()).toBe(1);
  expect(await publishWhatIsDue()).toBe(0);
  expect([await stateOf(set.one), await stateOf(set.other)]).toEqual([
    ...["live", "live"],
  ]);
  const told = await alertsOf("published", set);
  expect(told.map(({ count }) => count)).toEqual(told.map(() => 1));
  expect(told.map(({ who }) => who)).toContain(desk.author.name);
  await runAlerts();
  const mails = await rowsOf<{ plain: string }>(
    `SELECT plain_text AS plain FROM desk.mail WHERE kind = 'published' AND recipient_id = $1 AND page_id = ANY ($2::uuid[])`,
    [desk.author.id, [set.one.pageId, set.other.pageId]],
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.plain).toContain("With it went out “SDHB”");
});

test("what is published as a set at once is told once too", async () => {
  const set = await readySet();
  valueOf(
    await publishSet(desk.editor.sessionId, set.setId, [
      ...[set.one.versionId, set.other.versionId],
    ]),
  );
  const told = await alertsOf("published", set);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ count }) => count > 1)).toEqual([]);
});

test("the hash over other texts, a past hour, an author and a set not ready schedule nothing", async () => {
  const set = await readySet();
  expect(refusalOf(await schedule(set, { sha: "0".repeat(64) }))).toBe(
    "stale_version",
  );
  expect(refusalOf(await schedule(set, { day: "2027-01-11" }))).toBe(
    "schedule_past",
  );
  expect(refusalOf(await schedule(set, { by: desk.author }))).toBe(
    "not_an_editor",
  );
  const coming = await submitPage(database, desk.author);
  valueOf(await addToSet(desk.editor.sessionId, set.setId, coming.pageId));
  const refusal = await schedule(set);
  expect(refusalOf(refusal)).toBe("blocked");
  expect(
    await rowsOf("SELECT FROM desk.set_schedule WHERE set_id = $1", [
      set.setId,
    ]),
  ).toEqual([]);
});

test("a member that is not live and does not go out holds the others back", async () => {
  const set = await readySet();
  const third = await publishPage(database, desk);
  valueOf(await addToSet(desk.editor.sessionId, set.setId, third.pageId));
  valueOf(await schedule(set));
  const [open] = await listOpenSchedules(set.one.pageId);
  await rowsOf(
    "UPDATE desk.publication SET ended_at = desk.clock(), ended_because = 'archived' WHERE page_id = $1",
    [third.pageId],
  );
  expect(await listForecastBlockers(open?.id ?? "")).toMatchObject([
    { code: "set_incomplete", detail: { because: "withdrawn" } },
  ]);
});

test("the schedule of a set is cancelled whole", async () => {
  const set = await readySet();
  valueOf(await schedule(set));
  const [open] = await listOpenSchedules(set.other.pageId);
  expect(
    refusalOf(await cancelSchedule(desk.author.sessionId, open?.id ?? "")),
  ).toBe("not_an_editor");
  valueOf(await cancelSchedule(desk.secondEditor.sessionId, open?.id ?? ""));
  expect(await listOpenSchedules(set.one.pageId)).toEqual([]);
  expect(
    refusalOf(await cancelSchedule(desk.editor.sessionId, open?.id ?? "")),
  ).toBe("already_decided");
  await database.setClock("2027-01-14T09:30:00Z");
  expect(await publishWhatIsDue()).toBe(0);
  valueOf(await schedule(set, { day: "2027-01-20" }));
});

test("one page taken back stops the whole set, foretold in rehearsals and told once", async () => {
  const set = await readySet();
  valueOf(await schedule(set));
  valueOf(await takeBack(desk.author.sessionId, set.one.versionId));
  const [left] = await listOpenSchedules(set.other.pageId);
  expect(await listForecastBlockers(left?.id ?? "")).toMatchObject([
    { code: "set_incomplete", detail: { because: "unscheduled" } },
  ]);
  await database.setClock("2027-01-13T09:30:00Z");
  expect(await rehearseWhatIsDue()).toBe(1);
  await database.setClock("2027-01-14T09:30:00Z");
  expect(await publishWhatIsDue()).toBe(0);
  expect([await stateOf(set.one), await stateOf(set.other)]).toEqual([
    ...["none", "none"],
  ]);
  for (const kind of ["schedule_refused", "rehearsal_refused"])
    expect((await alertsOf(kind, set)).map(({ count }) => count)).toEqual(
      (await alertsOf(kind, set)).map(() => 1),
    );
  expect(await alertsOf("schedule_refused", set)).toEqual([
    { who: desk.editor.name, count: 1 },
  ]);
  await runAlerts();
  const [mail] = await rowsOf<{ plain: string }>(
    `SELECT plain_text AS plain FROM desk.mail WHERE kind = 'schedule_refused' AND page_id = $1`,
    [set.other.pageId],
  );
  expect(mail?.plain).toContain("the set “SDHB for everybody”");
});
