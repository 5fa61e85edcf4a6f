import { afterAll, beforeAll, expect, test } from "vitest";
import { listPublishBlockers } from "~/data/gate.server";
import { appPool } from "~/data/pools.server";
import { findPublicPage, listPublicPages } from "~/data/public-site.server";
import seedDemo from "../../prisma/demo/main";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ isEmpty: true });
  await database.owner.query(
    "SELECT desk.initialise_desk('Europe/London', 'demo')",
  );
  await seedDemo({ ownerUrl: database.urls.owner, progress: () => undefined });
}, 120_000);

afterAll(() => database.drop());

/** The median of many runs, in milliseconds, after a few to warm up. */
async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 220; run += 1) {
    const from = performance.now();
    await act();
    if (run >= 20) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return times[100] ?? Number.NaN;
}

test("reads cost a small multiple of a round trip to the database", async () => {
  const { rows } = await appPool().query<{ id: string }>(
    "SELECT newest_version_id AS id FROM desk.page_overview WHERE desk_state = 'in_review' LIMIT 1",
  );
  const versionId = rows[0]?.id ?? "";
  const yardstick = await median(() => appPool().query("SELECT 1"));
  const acts: [string, () => Promise<unknown>][] = [
    [
      "the gate's whole list for one version",
      () => listPublishBlockers(versionId),
    ],
    ["one public page", () => findPublicPage("ros1-rearranged-lung-cancer")],
    ["the list of public pages", () => listPublicPages()],
    [
      "every page of the desk with its states",
      () => appPool().query("SELECT * FROM desk.page_overview"),
    ],
  ];
  console.log(`yardstick, SELECT 1: ${yardstick.toFixed(2)} ms`);
  for (const [name, act] of acts) {
    const time = await median(act);
    console.log(
      `${name}: ${(time / yardstick).toFixed(1)} yardsticks (${time.toFixed(2)} ms)`,
    );
    expect(time).toBeGreaterThan(0);
  }
}, 120_000);
