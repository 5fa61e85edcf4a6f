import type { TestDatabase } from "../support/database";
import { attempt, digestOf, type Attack } from "./attack";
import { attacksByOwner } from "./attacks-by-owner";
import { attacksOnActs } from "./attacks-on-acts";
import { attacksOnCodes } from "./attacks-on-codes";
import { attacksOnRemarks } from "./attacks-on-remarks";
import { attacksOnTables } from "./attacks-on-tables";
import { beginningWith } from "./beginning-with";
import { playScene } from "./scene";

export const attacks: Attack[] = [
  ...attacksOnActs,
  ...attacksByOwner,
  ...attacksOnTables,
  // The last, because they leave a must-fix on the version that is ready.
  ...attacksOnRemarks,
  ...attacksOnCodes,
];

/** So many refused attacks at most stand between two looks at every row. */
const mostBetweenLooks = 12;

/**
 * Plays the scene and tries every attack on it, one of them first if asked;
 * what was not refused as it should be, and what changed a row although all of
 * it was refused.
 */
export async function runAttacks(
  db: TestDatabase,
  { untilFirst = false, first }: { untilFirst?: boolean; first?: string } = {},
): Promise<string[]> {
  const scene = await playScene(db);
  const through: string[] = [];
  let digest = await digestOf(db);
  let refused: string[] = [];
  const lookAgain = async () => {
    const now = await digestOf(db);
    if (refused.length > 0 && now !== digest)
      through.push(`refused, and yet something changed: ${refused.join("; ")}`);
    [digest, refused] = [now, []];
  };
  for (const attack of beginningWith(first, attacks, ({ name }) => name)) {
    if (attack.prepare || refused.length >= mostBetweenLooks) await lookAgain();
    if (attack.prepare) {
      await attack.prepare(scene);
      digest = await digestOf(db);
    }
    const fault = await attempt(db, scene, attack);
    if (fault === null) refused.push(attack.name);
    else {
      through.push(fault);
      digest = await digestOf(db);
      refused = [];
    }
    if (untilFirst && through.length > 0) return through;
  }
  await lookAgain();
  return through;
}
