import { afterAll, beforeAll, expect, test } from "vitest";
import { appPool } from "~/data/pools.server";
import {
  costOfDue,
  type DueCost,
  layDownPages,
  planOfDue,
} from "../support/due-pages";
import { createWorld, type World } from "../support/world";

const sizes = [10_000, 100_000, 1_000_000];
const due = 100;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.published("ros1");
}, 600_000);
afterAll(() => world.drop(), 600_000);

/** The median round trip, in milliseconds. */
async function yardstick(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const from = performance.now();
    await appPool().query("SELECT 1");
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  return times[100] ?? Number.NaN;
}

test("the reminders that are due among a million pages cost what they cost among ten thousand", async () => {
  const { owner } = world.database;
  const costs: DueCost[] = [];
  let from = 0;
  for (const to of sizes) {
    await layDownPages(owner, { from, to, due: from === 0 ? due : 0 });
    from = to;
    const cost = await costOfDue(owner);
    const one = await yardstick();
    console.log(
      `${String(to)} pages, ${String(due)} due: ${String(cost.reminders)} reminders, ${String(cost.buffers)} buffers, ` +
        `${cost.milliseconds.toFixed(1)} ms, ${(cost.milliseconds / one).toFixed(0)} yardsticks of ${one.toFixed(2)} ms`,
    );
    expect(await planOfDue(owner)).toContain("reminder_clock_next_idx");
    costs.push(cost);
  }
  const [first, ...others] = costs;
  for (const cost of others) {
    expect(cost.reminders).toBe(first?.reminders);
    expect(cost.buffers).toBeLessThan((first?.buffers ?? 0) * 2);
  }
}, 900_000);
