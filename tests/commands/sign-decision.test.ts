import { afterAll, beforeAll, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { publish } from "~/commands/publish.server";
import { reaffirm } from "~/commands/reaffirm.server";
import { revokeApproval } from "~/commands/revoke-approval.server";
import { signDecision } from "~/commands/sign-decision.server";
import { listDecisions } from "~/data/decisions.server";
import { findComparedVersion, findOwnReview } from "~/data/reviews.server";
import { findPublicStanding } from "~/data/publications.server";
import { listNotices } from "~/data/notices.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  ask,
  grantFor,
  openReviewDesk,
  publishPage,
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

const inReview = async () => {
  const page = await submitPage(database, desk.author);
  const { editor, scientist } = desk;
  const assignmentId = await ask(
    editor,
    page,
    scientist,
    "laboratory_scientist",
  );
  return { page, assignmentId };
};

test("an approval is signed with name, credentials, meaning and hash, and counts", async () => {
  const { page, assignmentId } = await inReview();
  const id = valueOf(
    await sign(database, desk.scientist, assignmentId, page.sha),
  );
  const [decision] = await listDecisions(page.versionId);
  expect(decision).toMatchObject({
    id,
    verdict: "approve",
    signedName: "Dr Lars Lab",
    signedCredentials: "MBBS",
    contentSha256: page.sha,
    isLatest: true,
    isCounted: true,
    revokedKind: null,
  });
});

test("a form sent twice, and two tabs at once, sign one decision", async () => {
  const { page, assignmentId } = await inReview();
  const press = () => sign(database, desk.scientist, assignmentId, page.sha);
  const both = await Promise.all([press(), press(), press(), press()]);
  const answers = both.map(refusalOf).sort();
  expect(answers).toEqual([
    ...["already_decided", "already_decided", "already_decided"],
    "done",
  ]);
  expect(refusalOf(await press())).toBe("already_decided");
  expect(await listDecisions(page.versionId)).toHaveLength(1);
});

test("a reviewer who has seen their decision may change their mind; the latest counts", async () => {
  const { page, assignmentId } = await inReview();
  const by = (verdict: "approve" | "request_changes", seen: string | null) =>
    sign(database, desk.scientist, assignmentId, page.sha, verdict, seen);
  const first = valueOf(await by("approve", null));
  valueOf(await by("request_changes", first));
  const [latest, earlier] = await listDecisions(page.versionId);
  expect(latest).toMatchObject({ verdict: "request_changes", isLatest: true });
  expect(earlier).toMatchObject({
    id: first,
    isLatest: false,
    isCounted: false,
  });
});

test("a decision on a text that moved on is refused, and the screen knows the newer one", async () => {
  const { page, assignmentId } = await inReview();
  const next = await resubmit(
    database,
    desk.author,
    page.pageId,
    "SDHB is a gene on chromosome 1p36.",
  );
  const outcome = await sign(database, desk.scientist, assignmentId, page.sha);
  expect(refusalOf(outcome)).toBe("stale_version");
  const review = await findOwnReview(assignmentId, desk.scientist.id);
  expect(review).toMatchObject({
    versionId: page.versionId,
    newestVersionId: next.versionId,
    newestAssignmentId: null,
    closedBecause: "superseded",
  });
});

test("a grant signs one act, on one text, for one person", async () => {
  const { page, assignmentId } = await inReview();
  const { scientist, otherScientist } = desk;
  const withGrant = (grant: string, by = scientist) =>
    signDecision(by.sessionId, grant, {
      assignmentId,
      contentSha256: page.sha,
      verdict: "request_changes",
      meaning: "I have read this version.",
      comment: "The position is wrong.",
      evidenceCheckedTo: null,
      nextReviewDue: null,
      seenDecisionId: null,
    }).then(refusalOf);
  const forOtherAct = await grantFor(scientist, "reaffirm", page.sha);
  const forOtherText = await grantFor(
    scientist,
    "sign_decision",
    "0".repeat(64),
  );
  const ofOther = await grantFor(otherScientist, "sign_decision", page.sha);
  expect(await withGrant(forOtherAct)).toBe("grant_missing");
  expect(await withGrant(forOtherText)).toBe("grant_missing");
  expect(await withGrant(ofOther)).toBe("grant_missing");
  expect(await withGrant(ofOther, otherScientist)).toBe("not_found");
  const tooOld = await grantFor(scientist, "sign_decision", page.sha);
  await database.advance("6 minutes");
  expect(await withGrant(tooOld)).toBe("grant_expired");
  expect(await listDecisions(page.versionId)).toEqual([]);
});

test("in the second round a reviewer compares with what they signed last", async () => {
  const { page, assignmentId } = await inReview();
  valueOf(
    await sign(
      database,
      desk.scientist,
      assignmentId,
      page.sha,
      "request_changes",
    ),
  );
  const next = await resubmit(
    database,
    desk.author,
    page.pageId,
    "SDHB is a gene on chromosome 1p36.",
  );
  const compared = (id: string) => findComparedVersion(next.versionId, id);
  expect(await compared(desk.scientist.id)).toMatchObject({
    id: page.versionId,
    why: "signed",
  });
  expect(await compared(desk.medicalEditor.id)).toBeNull();
});

test("a third reviewer adjudicates a request for changes", async () => {
  const { page, assignmentId } = await inReview();
  const request = valueOf(
    await sign(
      database,
      desk.scientist,
      assignmentId,
      page.sha,
      "request_changes",
    ),
  );
  const { editor, otherScientist, medicalEditor } = desk;
  const wrong = await assign(editor.sessionId, {
    roundId: page.roundId,
    expertise: "medical_editor",
    reviewerId: medicalEditor.id,
    respondBy: null,
    reviewBy: null,
    answersDecisionId: request,
  });
  expect(refusalOf(wrong)).toBe("nothing_to_adjudicate");
  const third = await ask(
    editor,
    page,
    otherScientist,
    "laboratory_scientist",
    request,
  );
  valueOf(
    await sign(
      ...([database, otherScientist, third, page.sha, "approve"] as const),
      ...([null, "The position is right in the newest build."] as const),
    ),
  );
  const decisions = await listDecisions(page.versionId);
  expect(decisions.find(({ id }) => id === request)).toMatchObject({
    isAdjudicated: true,
  });
});

test("reaffirming makes an old approval good again, for its signer and its hash only", async () => {
  const page = await approvePage(database, desk);
  await database.advance("61 days");
  const before = await listDecisions(page.versionId);
  expect(before.map(({ isCounted }) => isCounted)).toEqual([false, false]);
  const again = async (sha: string) =>
    reaffirm(
      desk.scientist.sessionId,
      await grantFor(desk.scientist, "reaffirm", sha),
      page.decisionId,
      sha,
    );
  expect(refusalOf(await again("0".repeat(64)))).toBe("stale_version");
  expect(refusalOf(await again(page.sha))).toBe("done");
  const after = await listDecisions(page.versionId);
  expect(after.find(({ id }) => id === page.decisionId)).toMatchObject({
    isCounted: true,
  });
  const stranger = await reaffirm(
    desk.medicalEditor.sessionId,
    await grantFor(desk.medicalEditor, "reaffirm", page.sha),
    page.decisionId,
    page.sha,
  );
  expect(refusalOf(stranger)).toBe("not_found");
});

const revoke = async (
  decisionId: string,
  sha: string,
  kind: "unsafe" | "no_longer_stand_behind",
  reason = "The position is wrong after all.",
) =>
  revokeApproval(
    desk.scientist.sessionId,
    await grantFor(desk.scientist, "revoke_approval", sha),
    decisionId,
    kind,
    reason,
  );

test("an approval revoked as unsafe hides the live page at once, and only once", async () => {
  const page = await publishPage(database, desk);
  expect(
    refusalOf(await revoke(page.decisionId, page.sha, "unsafe", " ")),
  ).toBe("reason_missing");
  expect(refusalOf(await revoke(page.decisionId, page.sha, "unsafe"))).toBe(
    "done",
  );
  expect(refusalOf(await revoke(page.decisionId, page.sha, "unsafe"))).toBe(
    "already_decided",
  );
  expect(await findPublicStanding(page.pageId)).toMatchObject({
    state: "withheld",
    withheldBecause: "approval_revoked",
  });
});

test("whoever no longer stands behind a live page leaves a notice on it", async () => {
  const page = await publishPage(database, desk);
  valueOf(await revoke(page.decisionId, page.sha, "no_longer_stand_behind"));
  const [notice] = await listNotices(page.pageId);
  expect(notice).toMatchObject({ type: "name_removed", putUpBy: null });
  expect(await findPublicStanding(page.pageId)).toMatchObject({
    state: "live",
  });
});

test("a revoked approval no longer lets a page be published", async () => {
  const page = await approvePage(database, desk);
  valueOf(await revoke(page.decisionId, page.sha, "no_longer_stand_behind"));
  const outcome = await publish(desk.editor.sessionId, page.versionId);
  expect(refusalOf(outcome)).toBe("blocked");
});
