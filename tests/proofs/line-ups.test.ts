import { afterAll, beforeAll, expect, test } from "vitest";
import type { World } from "../model/facts";
import { makeWorldIn } from "../model/make-world";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { lineUps, playOut } from "./line-ups/play-out";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
  world = await makeWorldIn(db, "2026-03-02T09:00:00Z");
});
afterAll(() => db.drop());

const tally = { lineUps: 0, cells: 0, wrong: 0 };

test.for(lineUps.map((lineUp, n) => [lineUp.says, lineUp, n] as const))(
  "%s",
  async ([, lineUp, n]) => {
    const { cells, wrong } = await playOut(db, world, lineUp, `l${n}`);
    tally.lineUps += 1;
    tally.cells += cells;
    tally.wrong += wrong.length;
    expect(wrong).toEqual([]);
  },
);

test("the table is large enough, and no cell of it is wrong", () => {
  console.log(
    `line-ups: ${tally.lineUps} line-ups, ${tally.cells} cells, ${tally.wrong} wrong`,
  );
  expect(tally.lineUps).toBe(lineUps.length);
  expect(tally.lineUps).toBeGreaterThanOrEqual(40);
  expect(tally.cells).toBeGreaterThanOrEqual(600);
  expect(tally.wrong).toBe(0);
});
