import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { WithdrawalType } from "~/domain/words";

export type WithdrawalInput = {
  pageId: string;
  type: WithdrawalType;
  /** A retraction: it never comes back and its reason stays public. */
  isPermanent: boolean;
  reason: string;
};

/** Takes the live page down. One editor and a reason; never blocked. */
export async function withdraw(
  sessionId: string,
  input: WithdrawalInput,
): Promise<Outcome> {
  return runAct(appPool(), "withdraw", [
    sessionId,
    input.pageId,
    input.type,
    input.isPermanent,
    input.reason,
  ]);
}
