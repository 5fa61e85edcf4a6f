import { expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { runHistories } from "../model/histories";
import { makeWorldIn } from "../model/make-world";
import { beginningWith } from "./beginning-with";
import { lineUps, playOut } from "./line-ups/play-out";
import { mutants, type Mutant, type Proof } from "./mutants";
import {
  functionSurprises,
  structureSurprises,
  tableSurprises,
} from "./rights";
import { runAttacks } from "./run-attacks";
import { runRaces } from "./run-races";
import { tellStories } from "./stories";
import { tryWaits } from "./waits";

/** The proofs in a short form; each gives the first thing it notices, or null. */
const shortForms: Record<
  Proof,
  (mutant: Mutant) => Promise<string | undefined>
> = {
  rights: onItsOwn(async (db) => {
    const tables = await tableSurprises(db);
    const functions = await functionSurprises(db);
    return [
      ...tables.surprises,
      ...functions.surprises,
      ...(await structureSurprises(db)),
    ];
  }),
  attacks: onItsOwn((db, first) =>
    runAttacks(db, { untilFirst: true, ...(first && { first }) }),
  ),
  waits: onItsOwn(async (db, first) => (await tryWaits(db, first)).faults),
  races: onItsOwn(async (db) => {
    const budget = { milliseconds: 8_000, untilFirst: true };
    const { accidents, violations } = await runRaces(db, budget);
    return [...violations, ...accidents];
  }),
  lineUps: onItsOwn(async (db, first) => {
    const world = await makeWorldIn(db, "2026-03-02T09:00:00Z");
    const inOrder = beginningWith(first, lineUps, ({ says }) => says);
    for (const [n, lineUp] of inOrder.entries()) {
      const { wrong } = await playOut(db, world, lineUp, `l${n}`);
      if (wrong.length > 0) return [`${lineUp.says}: ${wrong.join("; ")}`];
    }
    return [];
  }),
  stories: onItsOwn(async (db) => {
    const { disagreements } = await tellStories(db);
    return disagreements.map(lastLine);
  }),
  model: async ({ spoil, play, seed = 77 }) => {
    const about = play ? { only: play } : {};
    const { disagreements } = await runHistories(seed, 250, {
      ...about,
      prepare: spoil,
    });
    return disagreements.map(lastLine)[0];
  },
};

function lastLine(told: string): string {
  return told.split("\n").at(-1)?.trim() ?? told;
}

function onItsOwn(
  proof: (db: TestDatabase, first: string | undefined) => Promise<string[]>,
) {
  return async ({ spoil, beginsWith }: Mutant): Promise<string | undefined> => {
    const db = await createTestDatabase();
    try {
      await spoil(db);
    } catch (error) {
      await db.drop();
      throw error;
    }
    try {
      const [notice] = await proof(db, beginsWith);
      return notice;
    } catch (error) {
      return `the scene cannot be played: ${String(error)}`;
    } finally {
      await db.drop();
    }
  };
}

const order: Proof[] = [
  "rights",
  "waits",
  "attacks",
  "lineUps",
  "stories",
  "model",
  "races",
];
const caught: string[] = [];

test.for(mutants)("a proof notices when $name", async (mutant) => {
  const proofs = [
    mutant.likeliest,
    ...order.filter((proof) => proof !== mutant.likeliest),
  ];
  for (const proof of proofs) {
    const start = Date.now();
    const notice = await shortForms[proof](mutant);
    if (notice === undefined) continue;
    const seconds = ((Date.now() - start) / 1_000).toFixed(1);
    caught.push(mutant.name);
    console.log(
      `mutant "${mutant.name}": caught by ${proof} in ${seconds} s (${notice.slice(0, 160)})`,
    );
    return;
  }
  expect.fail("no proof noticed");
});

test("enough mutants were tried, and every one was caught", () => {
  console.log(`mutants: ${caught.length} of ${mutants.length} caught`);
  expect(caught).toHaveLength(mutants.length);
  expect(mutants.length).toBeGreaterThanOrEqual(12);
});
