import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptAssignment } from "~/commands/accept-assignment.server";
import { assign } from "~/commands/assign.server";
import { declineAssignment } from "~/commands/decline-assignment.server";
import { dismissAssignment } from "~/commands/dismiss-assignment.server";
import { listRoundAssignments, listRounds } from "~/data/assignments.server";
import { listCandidates } from "~/data/candidates.server";
import { findOwnReview, listMyReviews } from "~/data/reviews.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  refusalOf,
  type ReviewDesk,
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

const asked = (page: Submitted, reviewerId: string) => ({
  roundId: page.roundId,
  expertise: "laboratory_scientist",
  reviewerId,
  respondBy: null,
  reviewBy: null,
});

const invite = async () => {
  const page = await submitPage(database, desk.author);
  const outcome = await assign(
    desk.editor.sessionId,
    asked(page, desk.scientist.id),
  );
  return { page, assignmentId: valueOf(outcome) };
};

test("an editor asks a named reviewer, with the days of the rules", async () => {
  const { page, assignmentId } = await invite();
  const [round] = await listRounds(page.pageId);
  const [row] = await listRoundAssignments(page.roundId);
  expect(row).toMatchObject({
    id: assignmentId,
    state: "invited",
    reviewerName: "Dr Lars Lab",
    respondBy: round?.respondBy,
    reviewBy: round?.reviewBy,
  });
});

test("an author asks nobody, and nobody is asked twice or without the expertise", async () => {
  const { page } = await invite();
  const by = (sessionId: string, reviewerId: string) =>
    assign(sessionId, asked(page, reviewerId)).then(refusalOf);
  expect(await by(desk.author.sessionId, desk.otherScientist.id)).toBe(
    "not_an_editor",
  );
  expect(await by(desk.editor.sessionId, desk.scientist.id)).toBe(
    "duplicate_assignment",
  );
  expect(await by(desk.editor.sessionId, desk.medicalEditor.id)).toBe(
    "lacks_expertise",
  );
});

test("a day before today, or a review day before the answer day, is refused", async () => {
  const page = await submitPage(database, desk.author);
  const days = (respondBy: string, reviewBy: string) =>
    assign(desk.editor.sessionId, {
      ...asked(page, desk.scientist.id),
      respondBy,
      reviewBy,
    }).then(refusalOf);
  expect(await days("2020-01-01", "2020-02-01")).toBe("day_out_of_range");
  expect(await days("2999-02-01", "2999-01-01")).toBe("day_out_of_range");
});

test("the list of people to ask names who cannot be asked, and why", async () => {
  const { page } = await invite();
  const found = await listCandidates(page.roundId, "laboratory_scientist");
  expect(found.map(({ name }) => name)).toEqual(["Dr Lena Lab", "Dr Lars Lab"]);
  expect(found.map(({ blockers }) => blockers)).toEqual([
    [],
    ["duplicate_assignment"],
  ]);
  expect(found[1]?.openReviews).toBeGreaterThan(0);
});

test("the reviewer accepts once; a second press is told so", async () => {
  const { assignmentId } = await invite();
  const press = () => acceptAssignment(desk.scientist.sessionId, assignmentId);
  expect(refusalOf(await press())).toBe("done");
  expect(refusalOf(await press())).toBe("already_decided");
});

test("for anybody else the assignment is not there", async () => {
  const { assignmentId } = await invite();
  const other = desk.otherScientist;
  for (const outcome of [
    await acceptAssignment(other.sessionId, assignmentId),
    await acceptAssignment(other.sessionId, randomUUID()),
    await declineAssignment(other.sessionId, assignmentId),
  ]) {
    expect(refusalOf(outcome)).toBe("not_found");
  }
  expect(await findOwnReview(assignmentId, other.id)).toBeNull();
  expect(await findOwnReview("no-such-id", desk.scientist.id)).toBeNull();
});

test("declining needs no reason, and the seat can be given to somebody else", async () => {
  const { page, assignmentId } = await invite();
  const { sessionId } = desk.scientist;
  expect(refusalOf(await declineAssignment(sessionId, assignmentId))).toBe(
    "done",
  );
  expect(refusalOf(await declineAssignment(sessionId, assignmentId))).toBe(
    "already_decided",
  );
  const next = await assign(
    desk.editor.sessionId,
    asked(page, desk.otherScientist.id),
  );
  expect(refusalOf(next)).toBe("done");
});

test("an editor releases a reviewer who has not decided, once", async () => {
  const { assignmentId } = await invite();
  const release = (sessionId: string) =>
    dismissAssignment(sessionId, assignmentId).then(refusalOf);
  expect(await release(desk.author.sessionId)).toBe("not_an_editor");
  expect(await release(desk.editor.sessionId)).toBe("done");
  expect(await release(desk.editor.sessionId)).toBe("already_decided");
  const mine = await listMyReviews(desk.scientist.id);
  expect(mine.map((review) => review.assignmentId)).not.toContain(assignmentId);
});
