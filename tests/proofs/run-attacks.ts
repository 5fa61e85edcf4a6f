import type { TestDatabase } from "../support/database";
import { attempt, digestOf, type Attack } from "./attack";
import { attacksByOwner } from "./attacks-by-owner";
import { attacksOnActs } from "./attacks-on-acts";
import { attacksOnRemarks } from "./attacks-on-remarks";
import { attacksOnTables } from "./attacks-on-tables";
import { playScene } from "./scene";

export const attacks: Attack[] = [
  ...attacksOnActs,
  ...attacksByOwner,
  ...attacksOnTables,
  // The last, because they leave a must-fix on the version that is ready.
  ...attacksOnRemarks,
];

/** Plays the scene and tries every attack on it; what was not refused as it should be. */
export async function runAttacks(
  db: TestDatabase,
  { untilFirst = false } = {},
): Promise<string[]> {
  const scene = await playScene(db);
  const through: string[] = [];
  let digest = await digestOf(db);
  for (const attack of attacks) {
    if (attack.prepare) {
      await attack.prepare(scene);
      digest = await digestOf(db);
    }
    const fault = await attempt(db, scene, attack, digest);
    if (fault !== null) digest = await digestOf(db);
    if (fault !== null) through.push(fault);
    if (fault !== null && untilFirst) break;
  }
  return through;
}
