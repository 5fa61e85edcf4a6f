import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Asks the holder for the pen. Gives true where nobody held it and it is now the asker's. */
export async function askForPen(
  sessionId: string,
  draftId: string,
): Promise<Outcome<boolean>> {
  return runAct(appPool(), "ask_for_pen", [sessionId, draftId]);
}
