import { afterAll, beforeAll, expect, test } from "vitest";
import {
  alertEngineHealth,
  reminderLookOver,
} from "~/data/alert-health.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { createWorld, type PagePlay, type World } from "../support/world";
import { keepMails, listReminded, pass } from "./passes";

let world: World;
let page: PagePlay;
let publication: string;
beforeAll(async () => {
  world = await createWorld();
  page = await world.published("ros1");
  const [live] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.publication WHERE ended_at IS NULL",
  );
  publication = live?.id ?? "";
});
afterAll(() => world.drop());

const passOn = async (day: string) => {
  await world.database.setClock(`${day}T09:00:00Z`);
  await pass();
  return listReminded(world, page.pageId, day);
};

/** What looking over found, run by run. */
async function found(): Promise<number[]> {
  const runs = await world.rows<{ raised: number }>(
    "SELECT raised FROM desk.job_run WHERE job = 'reminder_clock' AND succeeded ORDER BY started_at",
  );
  return runs.map(({ raised }) => raised);
}

const spoil = (change: string) =>
  world.rows(
    `UPDATE desk.reminder_clock SET ${change} WHERE publication_id = $1`,
    [publication],
  );

const editors = ["daniel", "maya"];

test("a clock that is right is looked over once a day, and nothing is found", async () => {
  for (const day of ["2026-12-31", "2027-01-01", "2027-01-02", "2027-03-02"])
    await passOn(day);
  await pass();
  await Promise.all([pass(), pass(), pass()]);
  expect(await found()).toEqual([0, 0, 0, 0]);
});

test("a next day that is too late hides no step: it is raised that day, and counted", async () => {
  await spoil("next_on = '2029-01-01'");
  expect(await passOn("2027-03-03")).toEqual({ first_overdue: editors });
  expect((await found()).at(-1)).toBe(1);
  expect((await passOn("2027-03-04")).first_overdue).toBeUndefined();
  expect((await found()).at(-1)).toBe(0);
});

test("a step that was passed over is raised, though the clock is right about the next", async () => {
  await spoil("next_on = '2027-03-16'");
  expect(await passOn("2027-03-10")).toEqual({ "weekly_overdue:1": editors });
  expect((await found()).at(-1)).toBe(1);
});

test.each([
  ["no day", "next_on = NULL"],
  [
    "another due day",
    "due_on = '2028-03-02', first_on = '2028-01-01', next_on = '2028-01-01'",
  ],
])("a clock with %s is put right", async (_what, change) => {
  await spoil(change);
  const day = change.startsWith("next") ? "2027-03-17" : "2027-03-24";
  const told = await passOn(day);
  expect(Object.values(told)).toContainEqual(editors);
  expect((await found()).at(-1)).toBe(1);
  const [row] = await world.rows<{ dueOn: string }>(
    `SELECT due_on::text AS "dueOn" FROM desk.reminder_clock`,
  );
  expect(row?.dueOn).toBe("2027-03-02");
});

test("a publication without a clock gets one", async () => {
  await world.rows("DELETE FROM desk.reminder_clock");
  expect(await passOn("2027-03-31")).toMatchObject({
    "weekly_overdue:4": editors,
  });
  expect((await found()).at(-1)).toBe(1);
});

test("the desk shows when it was looked over, and how much was put right", async () => {
  expect(await reminderLookOver()).toEqual({
    lastAt: expect.any(Date),
    putRight: 5,
  });
});

test("when it cannot be looked over the pass is no success, and its mails go out", async () => {
  await world.rows(
    "ALTER FUNCTION desk.look_over_reminders() RENAME TO look_over_away",
  );
  await world.database.setClock("2027-04-07T09:00:00Z");
  const result = await runAlerts(keepMails);
  expect(result).toMatchObject({ succeeded: false, raised: 3, failed: 0 });
  expect(result.sent).toBeGreaterThan(0);
  expect(result.error).toContain("look_over_reminders");
  expect((await alertEngineHealth()).lastError).toContain(
    "look_over_reminders",
  );
  await world.rows(
    "ALTER FUNCTION desk.look_over_away() RENAME TO look_over_reminders",
  );
  await pass();
});
