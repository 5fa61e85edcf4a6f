import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** The editor decides about a proposed colleague: takes the proposal up, or sets it aside. */
export async function settleColleague(
  sessionId: string,
  colleagueId: string,
  decided: "taken_up" | "set_aside",
): Promise<Outcome> {
  return runAct(appPool(), "settle_colleague", [
    ...[sessionId, colleagueId, decided],
  ]);
}
