import { afterAll, beforeAll, expect, test } from "vitest";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { spreadReviewDates } from "~/commands/spread-reviews.server";
import { withdraw } from "~/commands/withdraw.server";
import { listDatedPages } from "~/data/dated-pages.server";
import { addDays } from "~/domain/days";
import { planSpread } from "../../app/routes/desk.dates.spread/plan.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  type Someone,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  // A Wednesday at noon: no test here meets midnight or a Monday.
  await database.setClock("2027-02-17T12:00:00Z");
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

const dueOf = async (pageId: string) => {
  const { rows } = await database.owner.query<{ due: string; forward: number }>(
    `SELECT desk.effective_due(p.id)::text AS due, (SELECT count(*)::integer FROM desk.due_brought_forward b WHERE b.publication_id = p.id) AS forward
       FROM desk.publication p WHERE p.page_id = $1 AND p.ended_at IS NULL`,
    [pageId],
  );
  return rows[0] ?? { due: "", forward: 0 };
};

const accept = async (
  by: Someone,
  rows: { pageId: string; from: string; to: string }[],
  reason = "Two reviews a week are enough.",
) =>
  (await spreadReviewDates(by.sessionId, rows, reason)).map(({ outcome }) =>
    refusalOf(outcome),
  );

test("an editor accepts a proposal row by row: each moves once, and what is refused leaves the others", async () => {
  const one = await publishPage(database, desk);
  const other = await publishPage(database, desk);
  const gone = await publishPage(database, desk);
  const secret = await publishPage(database, desk);
  const { due } = await dueOf(one.pageId);
  const to = addDays(due, -7);
  const row = ({ pageId }: { pageId: string }, from = due, day = to) => ({
    ...{ pageId, from },
    to: day,
  });
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId: gone.pageId,
      type: "error",
      isPermanent: false,
      reason: "Wrong.",
    }),
  );
  valueOf(
    await setConfidentialUntil(
      desk.secondEditor.sessionId,
      secret.pageId,
      addDays(due, 10),
    ),
  );
  expect(await accept(desk.author, [row(one)])).toEqual(["not_an_editor"]);
  expect(await accept(desk.editor, [row(one)], " ")).toEqual([
    "reason_missing",
  ]);
  expect(
    await accept(desk.editor, [
      row(one, addDays(due, -1)),
      row(one, due, addDays(due, 7)),
      row(one, due, "2027-03-02"),
      row(gone),
      row(secret),
      row(other),
    ]),
  ).toEqual([
    "due_moved",
    "day_out_of_range",
    "day_out_of_range",
    "not_live",
    "not_found",
    "done",
  ]);
  expect(await dueOf(one.pageId)).toEqual({ due, forward: 0 });
  expect(await dueOf(other.pageId)).toEqual({ due: to, forward: 1 });
  expect(await accept(desk.editor, [row(other), row(one)])).toEqual([
    "due_moved",
    "done",
  ]);
  expect(await dueOf(other.pageId)).toEqual({ due: to, forward: 1 });
});

test("the proposal empties a week of more than is taken, says why, and is through once it is accepted", async () => {
  await database.owner.query("UPDATE desk.person SET review_capacity = 3");
  const pages = [];
  for (let made = 0; made < 4; made += 1)
    pages.push(await publishPage(database, desk));
  const viewer = { personId: desk.editor.id, seesAll: true };
  // Four fall due in one week; two of the first test stand a week earlier.
  const plan = await planSpread(viewer, 100);
  expect(plan.left).toEqual([]);
  const { due } = await dueOf(pages[0]?.pageId ?? "");
  expect(plan.moves).toHaveLength(1);
  for (const { from, to, because, page } of plan.moves) {
    expect([from, to, page.ownerName]).toEqual([
      due,
      addDays(due, -7),
      "Ana Author",
    ]);
    expect(because.join(" ")).toContain("Dr Mia Medical for 4 reviews");
    expect(because.join(" ")).toContain("they take 3.");
  }
  expect(
    await accept(
      desk.editor,
      plan.moves.map(({ page, from, to }) => ({ pageId: page.id, from, to })),
    ),
  ).toEqual(["done"]);
  expect(await planSpread(viewer, 100)).toEqual({
    moves: [],
    more: 0,
    left: [],
  });
});

test("a page that nobody can be asked for in any week stays, and its week is named", async () => {
  await database.owner.query("UPDATE desk.person SET review_capacity = 0");
  const viewer = { personId: desk.editor.id, seesAll: true };
  const { moves, left } = await planSpread(viewer, 100);
  expect(moves).toEqual([]);
  expect(left.join(" ")).toContain("they take none that week");
  expect((await listDatedPages(viewer, "overdue", 10)).length).toBe(0);
});
