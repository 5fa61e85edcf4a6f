import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelSchedule } from "~/commands/cancel-schedule.server";
import { publish } from "~/commands/publish.server";
import { schedulePublication } from "~/commands/schedule-publication.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { listPublishBlockers } from "~/data/gate.server";
import {
  findMomentInZone,
  findPublicationPreview,
  findPublicStanding,
  listOpenSchedules,
  listPublishableVersions,
} from "~/data/publications.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  grantFor,
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});

afterAll(() => database.drop());

test("an approved version is published with the dates that were shown before", async () => {
  const page = await approvePage(database, desk);
  const preview = await findPublicationPreview(page.versionId);
  expect(await listPublishBlockers(page.versionId)).toEqual([]);
  valueOf(await publish(desk.editor.sessionId, page.versionId));
  expect(await findPublicStanding(page.pageId)).toMatchObject({
    state: "live",
    isLive: true,
    publishedOn: preview?.publishedOn,
    lastReviewedOn: preview?.lastReviewedOn,
    nextReviewDue: preview?.nextReviewDue,
    evidenceCheckedTo: preview?.evidenceCheckedTo,
  });
});

test("a version without its approvals is refused with every reason, and shows no dates", async () => {
  const page = await submitPage(database, desk.author);
  const outcome = await publish(desk.editor.sessionId, page.versionId);
  if (outcome.ok) throw new Error("published without approvals");
  expect(outcome.because).toBe("blocked");
  const codes = outcome.detail.blockers?.map(({ code }) => code);
  expect(codes).toEqual(["approvals_missing", "approvals_missing"]);
  expect(await findPublicationPreview(page.versionId)).toMatchObject({
    lastReviewedOn: null,
    nextReviewDue: null,
  });
});

test("a version is published once, however often the button is pressed", async () => {
  const page = await approvePage(database, desk);
  const press = () => publish(desk.editor.sessionId, page.versionId);
  const both = await Promise.all([press(), press()]);
  expect(both.map(refusalOf).sort()).toEqual(["already_live", "done"]);
  expect(refusalOf(await press())).toBe("already_live");
});

test("an author publishes nothing", async () => {
  const page = await approvePage(database, desk);
  expect(refusalOf(await publish(desk.author.sessionId, page.versionId))).toBe(
    "not_an_editor",
  );
});

test("checks older than the gate allows are run again before publishing", async () => {
  const page = await approvePage(database, desk);
  await database.advance("2 days");
  const [stale] = await listPublishBlockers(page.versionId);
  expect(stale).toMatchObject({
    code: "findings_blocking",
    detail: { run: "missing" },
  });
  expect(refusalOf(await publish(desk.editor.sessionId, page.versionId))).toBe(
    "done",
  );
});

test("the newest version of each open line can be published next", async () => {
  const page = await publishPage(database, desk);
  expect(await listPublishableVersions(page.pageId)).toMatchObject([
    { id: page.versionId, line: "main", isPublished: true },
  ]);
});

const schedule = async (
  page: { versionId: string; sha: string },
  day: string,
  time = "09:30",
) =>
  schedulePublication(
    desk.editor.sessionId,
    await grantFor(desk.editor, "schedule", page.sha),
    { versionId: page.versionId, contentSha256: page.sha, day, time },
  );

const dayFromToday = async (days: number) => {
  const { rows } = await database.owner.query<{ day: string }>(
    "SELECT (desk.today() + $1::integer)::text AS day",
    [days],
  );
  return rows[0]?.day ?? "";
};

test("a schedule is signed for an hour of the desk's own zone, and cancelled once", async () => {
  const page = await approvePage(database, desk);
  const day = await dayFromToday(3);
  const id = valueOf(await schedule(page, day));
  const [open] = await listOpenSchedules(page.pageId);
  expect(open).toMatchObject({
    id,
    versionId: page.versionId,
    publishAt: await findMomentInZone(day, "09:30"),
  });
  expect(refusalOf(await schedule(page, day))).toBe("already_decided");
  const cancel = () => cancelSchedule(desk.editor.sessionId, id);
  expect(refusalOf(await cancel())).toBe("done");
  expect(refusalOf(await cancel())).toBe("already_decided");
});

test("nothing is scheduled for the past, for a time that never comes, or past a blocker", async () => {
  const page = await approvePage(database, desk);
  expect(refusalOf(await schedule(page, "2020-01-01"))).toBe("schedule_past");
  expect(refusalOf(await schedule(page, "2026-02-30"))).toBe("invalid_day");
  expect(refusalOf(await schedule(page, "2030-03-31", "01:30"))).toBe(
    "invalid_day",
  );
  const unsigned = await submitPage(database, desk.author);
  expect(refusalOf(await schedule(unsigned, await dayFromToday(3)))).toBe(
    "blocked",
  );
});

test("a page kept confidential is not published before its day", async () => {
  const page = await approvePage(database, desk);
  const until = (day: string | null) =>
    setConfidentialUntil(desk.editor.sessionId, page.pageId, day);
  expect(refusalOf(await until(await dayFromToday(10)))).toBe("done");
  const refused = await publish(desk.editor.sessionId, page.versionId);
  expect(refusalOf(refused)).toBe("blocked");
  valueOf(await until(null));
  expect(refusalOf(await publish(desk.editor.sessionId, page.versionId))).toBe(
    "done",
  );
  const byAuthor = await setConfidentialUntil(
    desk.author.sessionId,
    page.pageId,
    null,
  );
  expect(refusalOf(byAuthor)).toBe("not_an_editor");
});
