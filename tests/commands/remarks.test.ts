import { afterAll, beforeAll, expect, test } from "vitest";
import { closeComment } from "~/commands/close-comment.server";
import { raiseComment } from "~/commands/raise-comment.server";
import { runChecksOn } from "~/commands/run-checks.server";
import { setAsideFinding } from "~/commands/set-aside-finding.server";
import { listComments } from "~/data/comments.server";
import { findLatestRun, listFindings } from "~/data/findings.server";
import type { CommentKind } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  type Someone,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});

afterAll(() => database.drop());

const inReview = async (text?: string) => {
  const page = await submitPage(database, desk.author, text);
  await ask(desk.editor, page, desk.scientist, "laboratory_scientist");
  return page;
};

const remark = (
  by: Someone,
  page: Submitted,
  kind: CommentKind = "must_fix",
  body = "Give the band.",
) =>
  raiseComment(by.sessionId, by.id, {
    versionId: page.versionId,
    kind,
    blockId: "bbbbbbbbbb",
    quotation: "chromosome 1",
    body,
  });

test("a reviewer raises a must-fix remark; the same words sent twice are one", async () => {
  const page = await inReview();
  const twice = await Promise.all([
    remark(desk.scientist, page),
    remark(desk.scientist, page),
  ]);
  expect(new Set(twice.map(valueOf)).size).toBe(1);
  expect(await listComments(page.versionId)).toMatchObject([
    {
      kind: "must_fix",
      raisedBy: "Lars Lab",
      expertise: "laboratory_scientist",
      quotation: "chromosome 1",
      isClosed: false,
    },
  ]);
});

test("authors ask questions but demand nothing, and strangers see no page", async () => {
  const page = await inReview();
  expect(refusalOf(await remark(desk.author, page, "question"))).toBe("done");
  expect(refusalOf(await remark(desk.author, page))).toBe("not_a_reviewer");
  expect(refusalOf(await remark(desk.otherScientist, page))).toBe("not_found");
  expect(refusalOf(await remark(desk.scientist, page, "question", " "))).toBe(
    "comment_missing",
  );
});

test("a must-fix remark stays over later versions until it is closed", async () => {
  const page = await inReview();
  valueOf(await remark(desk.scientist, page));
  const next = await resubmit(
    database,
    desk.author,
    page.pageId,
    "SDHB is a gene on chromosome 1p36.",
  );
  expect(await listComments(next.versionId)).toMatchObject([
    { isClosed: false, versionNumber: 1 },
  ]);
});

test("its raiser closes a must-fix without a word, an author never, an editor only with a second", async () => {
  const page = await inReview();
  const [mine, other] = [
    valueOf(await remark(desk.scientist, page)),
    valueOf(await remark(desk.scientist, page, "must_fix", "And the year.")),
  ];
  const close = (by: Someone, id: string, reason = "The band stands there.") =>
    closeComment(by.sessionId, id, reason);
  expect(refusalOf(await close(desk.author, mine))).toBe("forbidden");
  expect(valueOf(await close(desk.scientist, mine, ""))).toBe(true);
  expect(refusalOf(await close(desk.scientist, mine))).toBe("already_closed");
  expect(refusalOf(await close(desk.editor, other, ""))).toBe("reason_missing");
  expect(valueOf(await close(desk.editor, other))).toBe(false);
  expect(await listComments(page.versionId)).toMatchObject([
    { id: other, isClosed: false, closings: [{ capacity: "editor" }] },
    { id: mine, isClosed: true },
  ]);
  expect(valueOf(await close(desk.secondEditor, other))).toBe(true);
});

test("a finding that blocks is set aside by a reviewer of its expertise, with a reason", async () => {
  const page = await inReview("ROS1 G2023R causes resistance.");
  valueOf(await runChecksOn(page.versionId));
  const run = await findLatestRun(page.versionId);
  expect(run).toMatchObject({ isFresh: true, isCurrentRules: true });
  const finding = (await listFindings(run?.id ?? "")).find(
    ({ severity, rule }) => severity === "blocks" && rule.startsWith("G"),
  );
  if (!finding) throw new Error("the checks found no wrong variant");
  const setAside = (
    by: Someone,
    reason = "The residue is that of a paralogue.",
  ) => setAsideFinding(by.sessionId, finding.id, reason).then(refusalOf);
  expect(await setAside(desk.author)).toBe("lacks_expertise");
  expect(await setAside(desk.medicalEditor)).toBe("lacks_expertise");
  expect(await setAside(desk.scientist, "")).toBe("reason_missing");
  expect(await setAside(desk.scientist)).toBe("done");
  const after = await listFindings(run?.id ?? "");
  expect(after.find(({ id }) => id === finding.id)).toMatchObject({
    setAsideBy: "Lars Lab",
    setAsideExpertise: "laboratory_scientist",
  });
});

test("a finding of a rule that nobody may set aside stays", async () => {
  const page = await inReview("These variants matter:");
  valueOf(await runChecksOn(page.versionId));
  const run = await findLatestRun(page.versionId);
  const finding = (await listFindings(run?.id ?? "")).find(
    ({ settableBy }) => settableBy.length === 0,
  );
  if (!finding) throw new Error("the checks found nothing missing");
  const outcome = await setAsideFinding(
    desk.scientist.sessionId,
    finding.id,
    "It is fine.",
  );
  expect(refusalOf(outcome)).toBe("never_set_aside");
});
