import { afterAll, beforeAll, expect, test } from "vitest";
import { alertEngineHealth } from "~/data/alert-health.server";
import { startJob } from "~/data/outbox.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import type { SendMail } from "~/mail/send.server";
import { createWorld, type World } from "../support/world";
import { keepMails, pass } from "./passes";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

type Run = {
  succeeded: boolean | null;
  raised: number;
  sent: number;
  failed: number;
  error: string | null;
};

async function newestRun(): Promise<Run | undefined> {
  const [run] = await world.rows<Run>(
    "SELECT succeeded, raised, sent, failed, error FROM desk.job_run WHERE job = 'alerts' ORDER BY started_at DESC LIMIT 1",
  );
  return run;
}

const nothing = { raised: 0, sent: 0, failed: 0 };

test("a desk whose alerts never ran is not alive", async () => {
  expect(await alertEngineHealth()).toMatchObject({
    lastSuccessAt: null,
    troubles: ["no_run"],
    isAlive: false,
  });
});

test("a pass with nothing due is written down as a success of nothing", async () => {
  await pass();
  expect(await newestRun()).toEqual({
    ...nothing,
    succeeded: true,
    error: null,
  });
  expect(await alertEngineHealth()).toMatchObject({
    isAlive: true,
    troubles: [],
    failedMails: 0,
    oldestUnsentAt: null,
  });
});

test("a pass that had something to do says how much", async () => {
  await world.published("ros1");
  await pass();
  await world.database.setClock("2027-03-03T09:00:00Z");
  await pass();
  expect(await newestRun()).toMatchObject({
    succeeded: true,
    raised: 6,
    sent: 6,
  });
});

test("a pass that failed is written down with its error, apart from nothing due, and the next one makes good for it", async () => {
  await world.rows(
    "ALTER FUNCTION desk.raise_due_alerts() RENAME TO raise_due_alerts_away",
  );
  await world.database.setClock("2027-03-10T09:00:00Z");
  const result = await runAlerts(keepMails);
  expect(result).toMatchObject({ succeeded: false });
  expect(await newestRun()).toMatchObject({ ...nothing, succeeded: false });
  expect((await newestRun())?.error).toContain("raise_due_alerts");
  await world.rows(
    "ALTER FUNCTION desk.raise_due_alerts_away() RENAME TO raise_due_alerts",
  );
  expect((await pass()).raised).toBe(2);
});

test("a run that never ended counts as no success", async () => {
  await world.database.setClock("2027-03-11T10:00:01Z");
  await startJob("alerts");
  expect(await alertEngineHealth()).toMatchObject({ isAlive: false });
});

test("without a success for 25 hours the engine is dead, and one pass revives it", async () => {
  await world.database.setClock("2027-03-12T09:00:00Z");
  await pass();
  await world.database.setClock("2027-03-13T09:59:00Z");
  expect((await alertEngineHealth()).isAlive).toBe(true);
  await world.database.setClock("2027-03-13T10:01:00Z");
  expect(await alertEngineHealth()).toMatchObject({
    troubles: ["no_run"],
    isAlive: false,
  });
  await pass();
  expect((await alertEngineHealth()).isAlive).toBe(true);
});

test("a mail that bounced for good is seen for a day, while other passes succeed", async () => {
  await world.database.setClock("2027-03-17T09:00:00Z");
  const bouncing: SendMail = async ({ to }) =>
    to.address.startsWith("daniel")
      ? { outcome: "permanent_failure", reason: "No such person." }
      : { outcome: "kept" };
  const result = await pass(bouncing);
  expect(result.failed).toBeGreaterThan(0);
  const health = await alertEngineHealth();
  // The banner says that a mail is lost, not that the clock stands still.
  expect(health).toMatchObject({ troubles: ["bounced"], isAlive: false });
  expect(health.failedMails).toBeGreaterThan(0);
  await world.database.setClock("2027-03-18T10:01:00Z");
  await pass();
  expect(await alertEngineHealth()).toMatchObject({
    isAlive: true,
    failedMails: 0,
  });
});
