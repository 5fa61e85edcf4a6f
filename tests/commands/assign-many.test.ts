import { afterAll, beforeAll, expect, test } from "vitest";
import { assignMany } from "~/commands/assign-many.server";
import { takeBack } from "~/commands/take-back.server";
import { listEmptySeats } from "~/data/empty-seats.server";
import { planSeats } from "~/routes/desk.assign/plan.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  type ReviewDesk,
  type Submitted,
  submitPage,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let pages: Submitted[];
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
  pages = [];
  for (let count = 0; count < 3; count += 1)
    pages.push(await submitPage(database, desk.author));
});
afterAll(() => database.drop());

const seats = (expertise: string | null = "laboratory_scientist") =>
  listEmptySeats({ personId: desk.editor.id, seesAll: true }, expertise);

const requestFor = (
  page: Submitted | undefined,
  reviewerId: string,
  reviewBy: string | null = null,
) => ({
  roundId: page?.roundId ?? "",
  expertise: "laboratory_scientist",
  reviewerId,
  reviewBy,
});

const endings = (results: Awaited<ReturnType<typeof assignMany>>) =>
  results.map(({ outcome }) => (outcome.ok ? "asked" : outcome.because));

const assignmentsOf = async (page: Submitted | undefined) =>
  (
    await database.owner.query<{ reviewer: string }>(
      "SELECT reviewer_id AS reviewer FROM desk.assignment WHERE round_id = $1",
      [page?.roundId],
    )
  ).rows.map(({ reviewer }) => reviewer);

test("the empty seats of every open round are listed, and of a page that one may not know of none", async () => {
  expect((await seats(null)).length).toBe(6);
  expect(await seats()).toMatchObject(
    pages.map(({ roundId }) => ({
      roundId,
      expertise: "laboratory_scientist",
    })),
  );
  const stranger = { personId: desk.scientist.id, seesAll: false };
  expect(await listEmptySeats(stranger, null)).toEqual([]);
});

test("spreading gives nobody more than their share, and nobody two reviews on one day", async () => {
  await database.owner.query(
    "UPDATE desk.person SET review_capacity = 2 WHERE id = ANY ($1)",
    [[desk.scientist.id, desk.otherScientist.id]],
  );
  const plan = await planSeats(await seats(), {
    whom: "spread",
    name: "",
    spreadsDays: true,
  });
  const given = plan.map(({ reviewerId }) => reviewerId);
  expect(given.filter((id) => id === desk.scientist.id).length).toBeLessThan(3);
  expect(given).not.toContain(null);
  expect(given).not.toContain(desk.author.id);
  const days = plan.map(
    ({ reviewerId, reviewBy }) => `${String(reviewerId)} ${reviewBy}`,
  );
  expect(new Set(days).size).toBe(days.length);
  expect(await assignmentsOf(pages[0]), "nothing was asked yet").toEqual([]);
});

test("one person for all is proposed where they can be asked, and said why not elsewhere", async () => {
  const plan = await planSeats(await seats(null), {
    whom: desk.scientist.id,
    name: "Lars Lab",
    spreadsDays: false,
  });
  expect(
    plan.map(({ expertise, reviewerId, facts }) => [
      expertise,
      reviewerId ?? facts[0],
    ]),
  ).toEqual(
    pages.flatMap(() => [
      ["laboratory_scientist", desk.scientist.id],
      ["medical_editor", "Lars Lab is not verified in this expertise."],
    ]),
  );
});

test("only an editor asks", async () => {
  const rows = [requestFor(pages[0], desk.scientist.id)];
  expect(endings(await assignMany(desk.author.sessionId, rows))).toEqual([
    "not_an_editor",
  ]);
});

test("each row is asked for by itself: what is refused loses nothing else, and twice asks nobody twice", async () => {
  await takeBack(desk.author.sessionId, pages[2]?.versionId ?? "");
  const rows = [
    requestFor(pages[0], desk.medicalEditor.id),
    requestFor(pages[0], desk.scientist.id),
    requestFor(pages[2], desk.scientist.id),
    requestFor(pages[1], desk.scientist.id, "2000-01-01"),
    requestFor(pages[1], desk.otherScientist.id),
    requestFor(undefined, desk.scientist.id),
  ].map((row) => ({ ...row, roundId: row.roundId || desk.author.id }));
  expect(endings(await assignMany(desk.editor.sessionId, rows))).toEqual([
    "lacks_expertise",
    "asked",
    "round_closed",
    "day_out_of_range",
    "asked",
    "not_found",
  ]);
  expect(await assignmentsOf(pages[0])).toEqual([desk.scientist.id]);
  expect(await assignmentsOf(pages[1])).toEqual([desk.otherScientist.id]);
  const again = await assignMany(desk.secondEditor.sessionId, [
    requestFor(pages[0], desk.otherScientist.id),
    requestFor(pages[1], desk.otherScientist.id),
  ]);
  expect(endings(again)).toEqual(["seat_filled", "seat_filled"]);
  expect(await seats()).toEqual([]);
});

test("two editors at once fill a seat once", async () => {
  const page = await submitPage(database, desk.author);
  const both = await Promise.all([
    assignMany(desk.editor.sessionId, [requestFor(page, desk.scientist.id)]),
    assignMany(desk.secondEditor.sessionId, [
      requestFor(page, desk.otherScientist.id),
    ]),
  ]);
  expect(both.map((results) => endings(results)[0]).sort()).toEqual([
    "asked",
    "seat_filled",
  ]);
  expect(await assignmentsOf(page)).toHaveLength(1);
});
