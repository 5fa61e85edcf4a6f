import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../support/world";
import { desk } from "./desk";

let world: World;
beforeAll(async () => {
  world = await createWorld({ at: "2026-03-02T09:00:00Z" });
});
afterAll(() => world.drop());

test("before the first pass the engine is not known to be alive, and says so", async () => {
  const { code, err } = await desk(["alerts", "status"]);
  expect(code).toBe(1);
  expect(err).toContain("no run has succeeded yet");
});

test("a pass without a mail server says that its mails stay at the desk", async () => {
  const { out } = await desk(["alerts", "run"]);
  expect(out).toContain(
    "Mails kept in the desk's mailbox, as no SMTP_URL is set: 0",
  );
});

test("a pass raises each reminder once and leaves the engine alive", async () => {
  await world.published("ros1-rearranged");
  await world.database.setClock("2027-03-04T09:00:00Z");
  const first = await desk(["alerts", "run", "--json"]);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.json).toMatchObject({ succeeded: true, error: null, failed: 0 });
  expect((first.json as { raised: number }).raised).toBeGreaterThan(0);
  const again = await desk(["alerts", "run", "--json"]);
  expect(again.json).toMatchObject({ succeeded: true, raised: 0, sent: 0 });
  expect(await desk(["alerts", "status"])).toMatchObject({ code: 0, err: "" });
});

test("a pass that breaks off is exit 3 and is written down as failed", async () => {
  await world.database.owner.query(
    "ALTER FUNCTION desk.raise_due_alerts() RENAME TO gone",
  );
  const { code, err, json } = await desk(["alerts", "run", "--json"]);
  expect(code).toBe(3);
  expect(json).toMatchObject({ succeeded: false });
  expect(err).toContain("The pass broke off");
});
