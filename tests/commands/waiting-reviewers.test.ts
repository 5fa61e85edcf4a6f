import { afterAll, beforeAll, expect, test } from "vitest";
import { extendReviewBy } from "~/commands/extend-review-by.server";
import { remind } from "~/commands/remind.server";
import { snooze } from "~/commands/snooze.server";
import { standIn } from "~/commands/stand-in.server";
import { listNeeds } from "~/data/desk-needs.server";
import { raiseDueAlerts, remindBySchedule } from "~/data/outbox.server";
import { listWaitingReviewers } from "~/data/waiting-reviewers.server";
import {
  makeCompletePage,
  openDesk,
  publishVersion,
  refusalOf,
  type Signed,
  submitMain,
  type TestDesk,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const rows = async <Row extends object>(
  query: string,
  values: unknown[] = [],
): Promise<Row[]> => (await desk.database.owner.query<Row>(query, values)).rows;

/** A page in front of one reviewer; gives their assignment. */
async function asked(slug: string, reviewer = desk.scientist) {
  const pageId = await makeCompletePage(desk.author, slug);
  const versionId = await submitMain(desk.author, pageId);
  const expertise =
    reviewer === desk.scientist ? "laboratory_scientist" : "medical_editor";
  const [row] = await rows<{ id: string }>(
    `SELECT desk.assign($1, r.id, $3, $4, NULL, NULL, NULL) AS id FROM desk.review_round r WHERE r.version_id = $2`,
    [desk.editor.sessionId, versionId, expertise, reviewer.id],
  );
  return { pageId, versionId, assignmentId: row?.id ?? "" };
}

const waitingOf = async (versionId: string) =>
  (await listWaitingReviewers([versionId]))[0];

const mailsOf = (kind: string, pageId: string) =>
  rows<{ recipient: string; reason: string }>(
    "SELECT recipient_id AS recipient, props ->> 'remindedBy' AS reason FROM desk.mail WHERE kind = $1 AND page_id = $2",
    [kind, pageId],
  );

const day = async (plus: number) => {
  const [row] = await rows<{ day: string }>(
    "SELECT desk.today() + $1::integer AS day",
    [plus],
  );
  return row?.day ?? "";
};

async function anotherScientist(name: string): Promise<Signed> {
  const [row] = await rows<{ id: string }>(
    "SELECT desk.insert_person($1, $2, 'Dr', 'PhD', '', NULL, '{reviewer}', '{laboratory_scientist}', NULL, 'test') AS id",
    [`${name.toLowerCase().replace(" ", ".")}@example.org`, name],
  );
  return { id: row?.id ?? "", name, sessionId: "" };
}

test("an editor reminds a reviewer once a day, and the reviewer gets one mail", async () => {
  const { pageId, versionId, assignmentId } = await asked("remind-once");
  expect(await remind(desk.editor.sessionId, assignmentId)).toMatchObject({
    ok: true,
  });
  expect(refusalOf(await remind(desk.second.sessionId, assignmentId))).toBe(
    "reminded_today",
  );
  expect(await mailsOf("review_reminder", pageId)).toEqual([
    { recipient: desk.scientist.id, reason: desk.editor.name },
  ]);
  expect(await waitingOf(versionId)).toMatchObject({
    remindedOn: await day(0),
  });
  await desk.database.advance("1 day");
  expect(refusalOf(await remind(desk.editor.sessionId, assignmentId))).toBe(
    "done",
  );
});

test("twenty presses at once send one reminder", async () => {
  const { pageId, assignmentId } = await asked("pressed-often");
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      remind(desk.editor.sessionId, assignmentId),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await mailsOf("review_reminder", pageId)).toHaveLength(1);
});

test("only an editor reminds, and only whoever is waited for", async () => {
  const { assignmentId } = await asked("who-reminds");
  expect(refusalOf(await remind(desk.author.sessionId, assignmentId))).toBe(
    "not_an_editor",
  );
  expect(refusalOf(await remind(desk.scientist.sessionId, assignmentId))).toBe(
    "not_an_editor",
  );
  await rows("SELECT desk.decline_assignment($1, $2, '')", [
    desk.scientist.sessionId,
    assignmentId,
  ]);
  expect(refusalOf(await remind(desk.editor.sessionId, assignmentId))).toBe(
    "nobody_waits",
  );
});

test("nothing is done about a reviewer of a closed round", async () => {
  const { versionId, assignmentId } = await asked("closed-round");
  await rows("SELECT desk.take_back($1, $2)", [
    desk.editor.sessionId,
    versionId,
  ]);
  for (const outcome of [
    await remind(desk.editor.sessionId, assignmentId),
    await standIn(desk.editor.sessionId, assignmentId, desk.clinician.id),
    await extendReviewBy(desk.editor.sessionId, {
      assignmentId,
      reviewBy: await day(60),
      reason: "More time.",
    }),
  ])
    expect(["round_closed", "nobody_waits"]).toContain(refusalOf(outcome));
});

test("the desk reminds by itself two days before and once late, each once", async () => {
  const { pageId, versionId } = await asked("by-itself");
  const before = await waitingOf(versionId);
  expect(before).toMatchObject({ state: "invited", nextStep: "before" });
  await desk.database.owner.query(
    "UPDATE desk.clock_offset SET by_interval = by_interval + ($1::date - desk.today()) * interval '1 day'",
    [before?.nextStepOn],
  );
  await remindBySchedule();
  await remindBySchedule();
  expect(await mailsOf("review_reminder", pageId)).toHaveLength(1);
  expect(await waitingOf(versionId)).toMatchObject({ nextStep: "late" });
  await desk.database.advance("6 days");
  await Promise.all([remindBySchedule(), remindBySchedule()]);
  await remindBySchedule();
  expect(await mailsOf("review_reminder", pageId)).toHaveLength(2);
  expect((await waitingOf(versionId))?.nextStep).not.toBe("late");
});

test("a stand-in takes the seat and the late reviewer is released, or neither", async () => {
  const { versionId, assignmentId } = await asked("stand-in");
  const session = desk.editor.sessionId;
  // The author may not review; nothing has happened to the seat.
  expect(
    refusalOf(await standIn(session, assignmentId, desk.author.id)),
  ).not.toBe("done");
  expect(
    refusalOf(await standIn(session, assignmentId, desk.scientist.id)),
  ).toBe("duplicate_assignment");
  expect(await waitingOf(versionId)).toMatchObject({
    name: "Dr Sven Scientist",
    assignmentId,
  });
  const other = await anotherScientist("Sonia Scientist");
  expect(refusalOf(await standIn(session, assignmentId, other.id))).toBe(
    "done",
  );
  expect(await listWaitingReviewers([versionId])).toMatchObject([
    { name: "Dr Sonia Scientist", expertise: "laboratory_scientist" },
  ]);
  expect(
    await rows("SELECT state FROM desk.assignment WHERE id = $1", [
      assignmentId,
    ]),
  ).toEqual([{ state: "dismissed" }]);
  expect(refusalOf(await standIn(session, assignmentId, other.id))).toBe(
    "nobody_waits",
  );
});

test("a later review-by day needs a reason and reaches the reviewer with it", async () => {
  const { pageId, versionId, assignmentId } = await asked("more-time");
  const session = desk.editor.sessionId;
  await rows("SELECT desk.accept_assignment($1, $2)", [
    desk.scientist.sessionId,
    assignmentId,
  ]);
  const present = (await waitingOf(versionId))?.day ?? "";
  const extend = (reviewBy: string, reason: string, by = session) =>
    extendReviewBy(by, { assignmentId, reviewBy, reason });
  expect(refusalOf(await extend(await day(90), "  "))).toBe("reason_missing");
  expect(refusalOf(await extend(present, "The same day."))).toBe(
    "day_out_of_range",
  );
  expect(refusalOf(await extend(await day(0), "Earlier."))).toBe(
    "day_out_of_range",
  );
  expect(
    refusalOf(await extend(await day(90), "Me.", desk.scientist.sessionId)),
  ).toBe("not_an_editor");
  const later = await day(90);
  expect(refusalOf(await extend(later, "You are on call."))).toBe("done");
  expect(await waitingOf(versionId)).toMatchObject({ day: later });
  expect(await mailsOf("review_by_extended", pageId)).toHaveLength(1);
  const audit = await rows<{ payload: string }>(
    "SELECT payload FROM desk.audit_event WHERE act = 'extend_review_by' AND page_id = $1",
    [pageId],
  );
  expect(audit).toHaveLength(1);
  expect(audit[0]?.payload).not.toContain("on call");
});

test("a snoozed matter leaves one editor's desk until its day, and comes back", async () => {
  const pageId = await makeCompletePage(desk.author, "snoozed");
  await submitMain(desk.author, pageId);
  const needsOf = async ({ id }: Signed) => {
    const viewer = { personId: id, seesAll: true, isEditor: true };
    const { needs } = await listNeeds(viewer, 100);
    return needs.filter(({ slug }) => slug === "snoozed").map((n) => n.kind);
  };
  const put = async (until: string, reason = "Waits for the ward round.") =>
    snooze(desk.editor.sessionId, { pageId, need: "assign", until, reason });
  expect(await needsOf(desk.editor)).toEqual(["assign"]);
  expect(refusalOf(await put(await day(0)))).toBe("day_out_of_range");
  expect(refusalOf(await put(await day(31)))).toBe("day_out_of_range");
  expect(refusalOf(await put(await day(3), ""))).toBe("reason_missing");
  expect(refusalOf(await put(await day(3)))).toBe("done");
  expect(await needsOf(desk.editor)).toEqual([]);
  expect(await needsOf(desk.second)).toEqual(["assign"]);
  await desk.database.advance("3 days");
  expect(await needsOf(desk.editor)).toEqual(["assign"]);
});

test("snoozing an overdue page is short and stops no reminder of it", async () => {
  const pageId = await makeCompletePage(desk.author, "snoozed-overdue");
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  await desk.database.owner.query(
    `UPDATE desk.clock_offset SET by_interval = by_interval + interval '1 day' * (
       SELECT next_review_due + 1 - desk.today() FROM desk.publication WHERE page_id = $1)`,
    [pageId],
  );
  const put = async (plus: number) =>
    snooze(desk.editor.sessionId, {
      pageId,
      need: "overdue",
      until: await day(plus),
      reason: "Its reviewer signs this week.",
    });
  expect(refusalOf(await put(8))).toBe("day_out_of_range");
  expect(refusalOf(await put(7))).toBe("done");
  const viewer = { personId: desk.editor.id, seesAll: true, isEditor: true };
  const { needs } = await listNeeds(viewer, 100);
  expect(needs.filter(({ slug }) => slug === "snoozed-overdue")).toEqual([]);
  await raiseDueAlerts();
  const told = await rows(
    "SELECT FROM desk.alert WHERE kind = 'review_due' AND page_id = $1 AND recipient_id = $2",
    [pageId, desk.editor.id],
  );
  expect(told).toHaveLength(1);
});
