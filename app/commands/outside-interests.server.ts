import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { InterestKind, InterestLevel } from "~/domain/words";

export type OutsideInterest = {
  level: InterestLevel;
  details: string;
  /** The company or body, and what the tie is; empty for none. */
  entity: string;
  kind: InterestKind | null;
  /** The month since when, `2026-03`. */
  since: string;
};

/** Declares an outside expert's interests for the year, and answers for this page. */
export async function outsideInterests(
  outsideSession: string,
  { level, details, entity, kind, since }: OutsideInterest,
): Promise<Outcome> {
  const entries =
    level === "none"
      ? []
      : [{ entity, kind, scope: level, fromMonth: since, untilMonth: null }];
  return runAct(appPool(), "outside_interests", [
    ...[outsideSession, level, details, JSON.stringify(entries)],
  ]);
}
