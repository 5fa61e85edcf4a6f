import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Somebody who could review instead; `declines`: and the proposer does not. */
export type Proposal = {
  name: string;
  email: string;
  note: string;
  declines: boolean;
};

/** A reviewer names a colleague; the editor is told and decides. Nothing is sent to the colleague. */
export async function proposeColleague(
  sessionId: string,
  assignmentId: string,
  { name, email, note, declines }: Proposal,
): Promise<Outcome<string>> {
  return runAct(appPool(), "propose_colleague", [
    ...[sessionId, assignmentId, name, email, note, declines],
  ]);
}
