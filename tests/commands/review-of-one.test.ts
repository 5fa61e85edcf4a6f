import { afterAll, beforeAll, expect, test } from "vitest";
import { dropRemark } from "~/commands/drop-remark.server";
import { keepRemark } from "~/commands/keep-remark.server";
import { sendRemark } from "~/commands/send-remark.server";
import { signDecision } from "~/commands/sign-decision.server";
import { tickSection } from "~/commands/tick-section.server";
import { listComments } from "~/data/comments.server";
import { listDecisions } from "~/data/decisions.server";
import { listPrivateRemarks } from "~/data/private-remarks.server";
import { listTicks } from "~/data/section-ticks.server";
import { listDecisionRecords, listQuestions } from "~/data/short-forms.server";
import type { FormAnswer } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  grantFor,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  sign,
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

async function inReview() {
  const page = await submitPage(database, desk.author);
  const { editor, scientist } = desk;
  const id = await ask(editor, page, scientist, "laboratory_scientist");
  const { rows } = await database.owner.query<{ draftId: string }>(
    `SELECT draft_id AS "draftId" FROM desk.version WHERE id = $1`,
    [page.versionId],
  );
  return { ...page, assignmentId: id, draftId: rows[0]?.draftId ?? "" };
}

const remark = (versionId: string, body = "Is that so?") => ({
  versionId,
  kind: "must_fix" as const,
  blockId: "bbbbbbbbbb",
  quotation: "chromosome 1",
  body,
});

test("a kept remark is seen by its writer alone, and a double press keeps one", async () => {
  const page = await inReview();
  const { scientist } = desk;
  const twice = await Promise.all(
    [1, 2].map(() => keepRemark(scientist.sessionId, remark(page.versionId))),
  );
  expect(new Set(twice.map(valueOf)).size).toBe(1);
  expect(await listPrivateRemarks(scientist.id, page.draftId)).toMatchObject([
    { body: "Is that so?", quotation: "chromosome 1", versionNumber: 1 },
  ]);
  expect(await listPrivateRemarks(desk.author.id, page.draftId)).toEqual([]);
  expect(await listComments(page.versionId)).toEqual([]);
});

test("the verdict sends every remark, all or none", async () => {
  const page = await inReview();
  const { scientist } = desk;
  valueOf(await keepRemark(scientist.sessionId, remark(page.versionId, "One")));
  valueOf(await keepRemark(scientist.sessionId, remark(page.versionId, "Two")));
  const by = (sha: string) =>
    sign(database, scientist, page.assignmentId, sha, "request_changes");
  expect(refusalOf(await by("0".repeat(64)))).not.toBe("done");
  expect(await listComments(page.versionId)).toEqual([]);
  valueOf(await by(page.sha));
  const sent = await listComments(page.versionId);
  expect(sent.map(({ body }) => body).sort()).toEqual(["One", "Two"]);
  expect(sent[0]).toMatchObject({
    raisedById: scientist.id,
    expertise: "laboratory_scientist",
    kind: "must_fix",
    start: expect.any(Number) as number,
  });
  expect(await listPrivateRemarks(scientist.id, page.draftId)).toEqual([]);
});

test("a remark on a version that was superseded goes out with the verdict on the next, on its own version", async () => {
  const page = await inReview();
  const { scientist, editor } = desk;
  valueOf(await keepRemark(scientist.sessionId, remark(page.versionId)));
  const next = await resubmit(
    database,
    desk.author,
    page.pageId,
    "Other words.",
  );
  const again = await ask(editor, next, scientist, "laboratory_scientist");
  valueOf(await sign(database, scientist, again, next.sha));
  expect(await listComments(next.versionId)).toMatchObject([
    { versionNumber: 1, body: "Is that so?" },
  ]);
});

test("one remark can go ahead or be thrown away, by its writer only", async () => {
  const page = await inReview();
  const { scientist, otherScientist } = desk;
  const id = valueOf(
    await keepRemark(scientist.sessionId, remark(page.versionId, "Ahead")),
  );
  for (const act of [sendRemark, dropRemark])
    expect(refusalOf(await act(otherScientist.sessionId, id))).toBe(
      "not_found",
    );
  valueOf(await sendRemark(scientist.sessionId, id));
  expect(refusalOf(await sendRemark(scientist.sessionId, id))).toBe(
    "not_found",
  );
  expect(await listComments(page.versionId)).toMatchObject([{ body: "Ahead" }]);
  const other = valueOf(
    await keepRemark(scientist.sessionId, remark(page.versionId, "Away")),
  );
  valueOf(await dropRemark(scientist.sessionId, other));
  expect(await listPrivateRemarks(scientist.id, page.draftId)).toEqual([]);
});

test("nobody keeps remarks on a version they were not asked about", async () => {
  const page = await inReview();
  expect(
    refusalOf(
      await keepRemark(desk.otherScientist.sessionId, remark(page.versionId)),
    ),
  ).toBe("not_found");
});

test("a section is ticked by its reviewer on this version, and can be unticked", async () => {
  const page = await inReview();
  const { scientist, otherScientist } = desk;
  const tick = (isLookedAt: boolean, anchor = "b-aaaaaaaaaa", by = scientist) =>
    tickSection(by.sessionId, {
      ...{ assignmentId: page.assignmentId, anchor, isLookedAt },
    });
  valueOf(await tick(true));
  valueOf(await tick(true));
  expect(await listTicks(scientist.id, page.versionId)).toEqual([
    "b-aaaaaaaaaa",
  ]);
  valueOf(await tick(false));
  expect(await listTicks(scientist.id, page.versionId)).toEqual([]);
  expect(refusalOf(await tick(true, "b-nothing"))).toBe("not_found");
  expect(refusalOf(await tick(true, "b-aaaaaaaaaa", otherScientist))).toBe(
    "not_found",
  );
});

test("the short form is kept with its decision, whole or not at all", async () => {
  const page = await inReview();
  const { scientist } = desk;
  const questions = await listQuestions(page.versionId);
  expect(questions.length).toBeGreaterThanOrEqual(5);
  expect(questions.length).toBeLessThanOrEqual(8);
  const answered = (answer: FormAnswer) =>
    Object.fromEntries(questions.map(({ id }) => [id, answer]));
  const { rows } = await database.owner.query<{ today: string }>(
    "SELECT desk.today()::text AS today",
  );
  const approve = async (
    answers: Record<string, FormAnswer> | null,
    comment = "",
  ) =>
    signDecision(
      scientist.sessionId,
      await grantFor(scientist, "sign_decision", page.sha),
      {
        ...{ assignmentId: page.assignmentId, contentSha256: page.sha },
        ...{ verdict: "approve", meaning: "Read.", comment, answers },
        evidenceCheckedTo: rows[0]?.today ?? null,
        ...{ nextReviewDue: null, seenDecisionId: null },
      },
    );
  expect(refusalOf(await approve(null))).toBe("answers_missing");
  const [, ...rest] = questions;
  expect(
    refusalOf(
      await approve(Object.fromEntries(rest.map(({ id }) => [id, "yes"]))),
    ),
  ).toBe("answers_missing");
  expect(
    refusalOf(await approve({ ...answered("yes"), "made.up.1": "yes" })),
  ).toBe("answers_missing");
  expect(refusalOf(await approve(answered("no")))).toBe("answer_unexplained");
  const id = valueOf(await approve(answered("no"), "Small print only."));
  const [record] = await listDecisionRecords(page.versionId);
  expect(record?.decisionId).toBe(id);
  expect(record?.answers).toHaveLength(questions.length);
  await expect(
    database.owner.query("UPDATE desk.decision_answer SET answer = 'yes'"),
  ).rejects.toThrow(/immutable/);
});

test("an adjudicator says why, whichever way they decide", async () => {
  const page = await inReview();
  const { scientist, otherScientist, editor } = desk;
  const request = valueOf(
    await sign(
      database,
      scientist,
      page.assignmentId,
      page.sha,
      "request_changes",
    ),
  );
  const third = await ask(
    ...([
      editor,
      page,
      otherScientist,
      "laboratory_scientist",
      request,
    ] as const),
  );
  expect(refusalOf(await sign(database, otherScientist, third, page.sha))).toBe(
    "reason_missing",
  );
  expect(await listDecisions(page.versionId)).toHaveLength(1);
});
