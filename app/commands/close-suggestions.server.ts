import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Withdraws one's own suggestions, or closes somebody's as answered. */
export async function closeSuggestions(
  sessionId: string,
  setId: string,
): Promise<Outcome> {
  return runAct(appPool(), "close_suggestions", [sessionId, setId]);
}
