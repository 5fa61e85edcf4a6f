import { expect, test } from "vitest";
import { report, runsEach, seedFor, timeout } from "./budget";
import { runHistories } from "./histories";

test(
  "the desk does what the model says, in the second half of the random histories",
  async () => {
    const tally = await runHistories(seedFor(2), runsEach);
    report("second half", seedFor(2), tally);
    expect(tally.disagreements).toEqual([]);
    expect(tally.runs).toBeGreaterThanOrEqual(1_250);
    expect(tally.commands).toBeGreaterThanOrEqual(20_000);
    expect(tally.publications).toBeGreaterThanOrEqual(100);
  },
  timeout,
);
