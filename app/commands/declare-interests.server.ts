import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { InterestKind, InterestScope } from "~/domain/words";

/** One interest of a yearly declaration; months are `YYYY-MM`, null while it lasts. */
export type DeclaredInterest = {
  entity: string;
  kind: InterestKind;
  scope: InterestScope;
  fromMonth: string;
  untilMonth: string | null;
  note: string;
};

/** Declares one's interests for a year; a later declaration takes its place. */
export async function declareInterests(
  sessionId: string,
  declared: {
    hasNone: boolean;
    /** What the entries do not say. */
    statement: string;
    entries: readonly DeclaredInterest[];
  },
): Promise<Outcome<string>> {
  return runAct(appPool(), "declare_interests", [
    ...[sessionId, declared.hasNone, declared.statement],
    JSON.stringify(declared.entries),
  ]);
}
