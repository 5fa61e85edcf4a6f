import { afterAll, beforeAll, expect, test } from "vitest";
import { listNeeds } from "~/data/desk-needs.server";
import { listGoingOut, listInProgress } from "~/data/desk-progress.server";
import { answerInterests } from "~/commands/answer-interests.server";
import {
  approveVersion,
  decide,
  declare,
  makeCompletePage,
  openDesk,
  publishVersion,
  type Signed,
  submitMain,
  type TestDesk,
} from "../commands/author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const needsOf = async (person: Signed, isEditor = false) => {
  const viewer = { personId: person.id, seesAll: isEditor, isEditor };
  const { needs } = await listNeeds(viewer, 5);
  return needs.map(({ kind, slug }) => `${kind} ${slug}`);
};

const seatOf = async (versionId: string, expertise: string) => {
  const { rows } = await desk.database.app.query<{ id: string }>(
    "SELECT id FROM desk.review_round WHERE version_id = $1",
    [versionId],
  );
  return { versionId, roundId: rows[0]?.id ?? "", expertise };
};

const invite = async (
  versionId: string,
  expertise: string,
  reviewer: Signed,
) => {
  const { roundId } = await seatOf(versionId, expertise);
  await desk.database.app.query(
    "SELECT desk.assign($1, $2, $3, $4, NULL, NULL, NULL)",
    [desk.editor.sessionId, roundId, expertise, reviewer.id],
  );
};

test("a day at the desk: each matter comes to whom it concerns, and goes when it is done", async () => {
  const pageId = await makeCompletePage(desk.author, "a-day");
  expect(await needsOf(desk.author)).toEqual(["write a-day"]);
  expect(await needsOf(desk.other)).toEqual([]);

  const versionId = await submitMain(desk.author, pageId);
  expect(await needsOf(desk.author)).toEqual([]);
  expect(await needsOf(desk.editor, true)).toEqual(["assign a-day"]);

  await invite(versionId, "laboratory_scientist", desk.scientist);
  await invite(versionId, "medical_editor", desk.medicalEditor);
  expect(await needsOf(desk.editor, true)).toEqual([]);
  expect(await needsOf(desk.scientist)).toEqual(["respond a-day"]);

  await desk.database.advance("6 days");
  const late = await listNeeds(
    {
      personId: desk.editor.id,
      seesAll: true,
      isEditor: true,
    },
    5,
  );
  expect(late.needs).toMatchObject([
    { kind: "late", person: "Mira Medical, Sven Scientist", slack: -1 },
  ]);
});

test("the round's progress names who holds it and until when", async () => {
  const viewer = { personId: desk.editor.id, seesAll: true };
  const { pages } = await listInProgress(viewer, 10);
  expect(pages).toMatchObject([
    {
      slug: "a-day",
      deskState: "in_review",
      approvalsNeeded: 2,
      approvalsSigned: 0,
      seatsUnfilled: 0,
      slack: -1,
      isOpenToViewer: true,
      seats: [
        { name: "Mira Medical", state: "invited", day: "2026-03-07" },
        { name: "Sven Scientist", state: "invited", day: "2026-03-07" },
      ],
    },
  ]);
  const reviewer = await listInProgress(
    { personId: desk.scientist.id, seesAll: false },
    10,
  );
  expect(reviewer.pages).toMatchObject([
    { slug: "a-day", isOpenToViewer: false },
  ]);
  expect(reviewer.pages[0]?.reviewsAssignmentId).not.toBeNull();
  const nobody = await listInProgress(
    { personId: desk.other.id, seesAll: false },
    10,
  );
  expect(nobody).toEqual({ pages: [], total: 0 });
});

test("reviewers who disagree are the editor's matter, and the author answers", async () => {
  const pageId = await makeCompletePage(desk.author, "disagreed");
  const versionId = await submitMain(desk.author, pageId);
  for (const reviewer of [desk.scientist, desk.medicalEditor])
    await declare(desk, reviewer, pageId);
  await decide(
    desk,
    desk.scientist,
    await seatOf(versionId, "laboratory_scientist"),
    "approve",
  );
  await decide(
    desk,
    desk.medicalEditor,
    await seatOf(versionId, "medical_editor"),
    "request_changes",
  );
  expect(await needsOf(desk.editor, true)).toContain("disagreement disagreed");
  expect(await needsOf(desk.author)).toContain("answer disagreed");
});

test("an approved page is the editor's to publish, and a scheduled one goes out", async () => {
  const pageId = await makeCompletePage(desk.author, "ready");
  const versionId = await submitMain(desk.author, pageId);
  await approveVersion(desk, pageId, versionId);
  expect(await needsOf(desk.editor, true)).toContain("publish ready");
  expect(await needsOf(desk.author)).not.toContain("publish ready");
  const { rows } = await desk.database.app.query<{ sha: string }>(
    "SELECT content_sha256 AS sha FROM desk.version WHERE id = $1",
    [versionId],
  );
  await desk.database.auth.query(
    `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
     VALUES ('to schedule', $1, $2, 'schedule', $3, 'password')`,
    [desk.editor.id, desk.editor.sessionId, rows[0]?.sha],
  );
  await desk.database.app.query(
    "SELECT desk.schedule_publication($1, 'to schedule', $2, $3, desk.clock() + interval '3 days')",
    [desk.editor.sessionId, versionId, rows[0]?.sha],
  );
  expect(await needsOf(desk.editor, true)).not.toContain("publish ready");
  const viewer = { personId: desk.editor.id, seesAll: true };
  expect(await listGoingOut(viewer, 5)).toMatchObject({
    pages: [{ slug: "ready", number: 1, isRefused: false }],
    total: 1,
  });
});

test("an institutional interest waits for another editor than its own", async () => {
  const pageId = await makeCompletePage(desk.author, "interest");
  await answerInterests(desk.second.sessionId, {
    pageId,
    level: "institutional",
    details: "A grant.",
  });
  expect(await needsOf(desk.editor, true)).toContain("rule interest");
  expect(await needsOf(desk.second, true)).not.toContain("rule interest");
});

test("of everything that waits at most five are shown, the least slack first", async () => {
  const pageId = await makeCompletePage(desk.author, "old");
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  await desk.database.advance("25 months");
  for (const name of ["one", "two", "three"]) {
    const id = await makeCompletePage(desk.author, name);
    await submitMain(desk.author, id);
  }
  const viewer = { personId: desk.editor.id, seesAll: true, isEditor: true };
  const { needs, total } = await listNeeds(viewer, 5);
  expect(needs).toHaveLength(5);
  expect(total).toBeGreaterThan(5);
  const slacks = needs.map(({ slack }) => slack);
  expect(slacks).toEqual([...slacks].sort((one, other) => one - other));
  expect(needs.map(({ kind }) => kind)).toContain("overdue");
});
