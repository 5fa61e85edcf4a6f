import type { World } from "../../model/facts";
import type { TestDatabase } from "../../support/database";
import type { Answer } from "./answers";
import { askAbout } from "./ask";
import type { LineUp } from "./line-up";
import { lineUpsOfCredits } from "./of-credits";
import { lineUpsOfEntries } from "./of-entries";
import { lineUpsOfInterests } from "./of-interests";
import { lineUpsOfPeople } from "./of-people";
import { lineUpsOfRounds } from "./of-rounds";
import { lineUpsOfStandIns } from "./of-stand-ins";
import { lineUpsOfWords } from "./of-words";
import { Play } from "./play";
import type { Name } from "./stage";

/** The whole table. */
export const lineUps: LineUp[] = [
  ...[...lineUpsOfStandIns, ...lineUpsOfInterests, ...lineUpsOfCredits],
  ...[...lineUpsOfWords, ...lineUpsOfEntries],
  ...[...lineUpsOfRounds, ...lineUpsOfPeople],
];

/** Plays a line-up and asks about everybody in it; the cells that differ. */
export async function playOut(
  db: TestDatabase,
  world: World,
  lineUp: LineUp,
  mark: string,
): Promise<{ cells: number; wrong: string[] }> {
  let cells = 0;
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
      cells += 1;
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
  return { cells, wrong };
}

const expectedOf = ({ asked, signing, counts, misses, stood }: Answer) => ({
  asked: [...asked].sort(),
  signing: [...signing].sort(),
  signs: signing.length === 0,
  ...{ counts, misses, stood },
});
