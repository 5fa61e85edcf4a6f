import type { Tally } from "./histories";

const isLong = process.env["LONG"] === "1";

/**
 * Half of what a run of the proofs has to go through, and not one history more;
 * ten times with LONG=1. `MODEL_RUNS` plays fewer, to look at one thing.
 */
export const runsEach =
  Number(process.env["MODEL_RUNS"]) || (isLong ? 12_500 : 1_250);

/** For a machine with much else to do; by itself a half takes a few minutes. */
export const timeout = isLong ? 14_400_000 : 1_800_000;

/** `MODEL_SEED` plays the same histories again; LONG=1 takes new ones each time. */
export function seedFor(half: number): number {
  const given = process.env["MODEL_SEED"];
  if (given) return Number(given);
  return isLong ? (Date.now() % 1_000_000_000) + half : half;
}

export function report(name: string, seed: number, tally: Tally): void {
  const n = (count: number) => count.toLocaleString("en-GB");
  console.log(
    `random histories, ${name}, seed ${seed}: ${n(tally.runs)} runs, ${n(tally.commands)} commands, ${n(tally.accepted)} accepted acts, ${n(tally.publications)} accepted publications, ${tally.disagreements.length} disagreements`,
  );
}
