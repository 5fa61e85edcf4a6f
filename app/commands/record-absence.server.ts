import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Day } from "~/domain/days";
import type { Outcome } from "~/domain/outcome";

export type AbsenceInput = {
  personId: string;
  from: Day;
  until: Day;
  /** For each expertise, who stands in. */
  deputies: Record<string, string>;
};

/** Somebody, or an editor for them, says when they are away and who stands in. */
export async function recordAbsence(
  sessionId: string,
  { personId, from, until, deputies }: AbsenceInput,
): Promise<Outcome<string>> {
  return runAct(appPool(), "record_absence", [
    ...[sessionId, personId, from, until, JSON.stringify(deputies)],
  ]);
}
