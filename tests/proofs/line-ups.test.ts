import { afterAll, beforeAll, expect, test } from "vitest";
import type { World } from "../model/facts";
import { makeWorldIn } from "../model/make-world";
import { createTestDatabase, type TestDatabase } from "../support/database";
import type { Answer } from "./line-ups/answers";
import { askAbout } from "./line-ups/ask";
import { lineUpsOfCredits } from "./line-ups/of-credits";
import { lineUpsOfEntries } from "./line-ups/of-entries";
import { lineUpsOfInterests } from "./line-ups/of-interests";
import { lineUpsOfPeople } from "./line-ups/of-people";
import { lineUpsOfRounds } from "./line-ups/of-rounds";
import { lineUpsOfStandIns } from "./line-ups/of-stand-ins";
import { lineUpsOfWords } from "./line-ups/of-words";
import type { LineUp } from "./line-ups/line-up";
import { Play } from "./line-ups/play";
import type { Name } from "./line-ups/stage";

const lineUps = [
  ...[...lineUpsOfWords, ...lineUpsOfCredits, ...lineUpsOfEntries],
  ...lineUpsOfStandIns,
  ...[...lineUpsOfInterests, ...lineUpsOfRounds, ...lineUpsOfPeople],
];

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
    const wrong = await playOut(lineUp, `l${n}`);
    tally.lineUps += 1;
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

/** Plays a line-up and asks about everybody in it; gives the cells that differ. */
async function playOut(lineUp: LineUp, mark: string): Promise<string[]> {
  const play = await Play.open(db, world, mark);
  await lineUp.play(play);
  const version = lineUp.about?.(play) ?? play.version;
  const wrong: string[] = [];
  for (const [first, answer] of Object.entries(lineUp.answers)) {
    // The keys of the table are names of the cast.
    const person = play.who(first as Name);
    const found = await askAbout(db, version, person, answer);
    const expected = expectedOf(answer);
    for (const [cell, value] of Object.entries(expected)) {
      tally.cells += 1;
      const is = found[cell as keyof typeof expected];
      if (JSON.stringify(is) !== JSON.stringify(value))
        wrong.push(
          `${first} as ${answer.as}, ${cell}: the database says ${JSON.stringify(is)}, the table ${JSON.stringify(value)}`,
        );
    }
    const codes = [...answer.signing, "not_signed_in"];
    if (found.refusal !== null && !codes.includes(found.refusal))
      wrong.push(`${first}: refused because ${found.refusal}`);
  }
  return wrong;
}

const expectedOf = ({ asked, signing, counts, misses, stood }: Answer) => ({
  asked: [...asked].sort(),
  signing: [...signing].sort(),
  signs: signing.length === 0,
  ...{ counts, misses, stood },
});
