import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { RiskClass } from "~/domain/backlog-order";
import type { Outcome } from "~/domain/outcome";

/**
 * Says how much harm a page published elsewhere could do when it is out of
 * date, and how many read it in a month where that is known. Gives false when
 * that held already.
 */
export async function setBacklogInputs(
  sessionId: string,
  pageId: string,
  inputs: { risk: RiskClass; readersPerMonth: number | null },
): Promise<Outcome<boolean>> {
  return runAct(appPool(), "set_backlog_inputs", [
    ...[sessionId, pageId, inputs.risk, inputs.readersPerMonth],
  ]);
}
