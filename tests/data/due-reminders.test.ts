import { afterAll, beforeAll, expect, test } from "vitest";
import {
  costOfDue,
  layDownHistory,
  layDownPages,
  planOfDue,
  readWhole,
} from "../support/due-pages";
import { createWorld, type World } from "../support/world";

/** The full form, with a million pages, is tests/bench/due-reminders.test.ts. */
const few = 1_000;
const many = 20_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.published("ros1");
});
afterAll(() => world.drop());

test("what is due is found by an index, and costs what is due and not what exists", async () => {
  const { owner } = world.database;
  await layDownPages(owner, { from: 0, to: few, due: 50 });
  const small = await costOfDue(owner);
  await layDownPages(owner, { from: few, to: many, due: 0 });
  const large = await costOfDue(owner);
  expect(await planOfDue(owner)).toContain("reminder_clock_next_idx");
  await owner.query(
    "UPDATE desk.reminder_clock SET next_on = desk.today(), due_on = desk.today() + 14 WHERE publication_id IN (SELECT publication_id FROM desk.reminder_clock WHERE next_on > desk.today() LIMIT 450)",
  );
  const more = await costOfDue(owner);
  console.info(
    `due reminders: ${small.reminders} found with ${small.buffers} buffers among ${few} pages, with ${large.buffers} among ${many}; ` +
      `${more.reminders} with ${more.buffers}`,
  );
  expect(small.reminders).toBeGreaterThan(100);
  expect(large.reminders).toBe(small.reminders);
  // Twenty times as many pages: each look into an index goes one level deeper.
  expect(large.buffers).toBeLessThan(small.buffers * 2);
  expect(more.reminders).toBe(small.reminders * 10);
  expect(more.buffers).toBeLessThan(large.buffers * 12);
});

test("a desk with many rounds behind it reads those of the pages that are due, and no others", async () => {
  const { owner } = world.database;
  const before = await costOfDue(owner);
  const [pages, rounds] = [2_000, 5];
  await layDownHistory(owner, { pages, rounds });
  const history = [
    ...["publication", "publication_approval", "decision", "page"],
    ...["review_round", "reminder_clock"],
  ];
  const after = await costOfDue(owner);
  console.info(
    `due reminders: ${before.reminders} found with ${before.buffers} buffers, with ${after.buffers} after ${pages * rounds} rounds`,
  );
  expect(await readWhole(owner, history)).toEqual([]);
  expect(after.reminders).toBe(before.reminders);
  // One level of an index deeper, however long the history.
  expect(after.buffers).toBeLessThan(before.buffers * 2);
});
