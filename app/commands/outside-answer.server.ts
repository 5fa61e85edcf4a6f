import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** An outside expert accepts or declines to sign what their link asks for. */
export async function outsideAnswer(
  outsideSession: string,
  accepts: boolean,
): Promise<Outcome> {
  return runAct(appPool(), "outside_answer", [outsideSession, accepts]);
}
