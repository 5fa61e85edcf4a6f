import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { InterestLevel } from "~/domain/words";

export type InterestAnswer = {
  pageId: string;
  level: InterestLevel;
  /** What the interest is; empty for none. */
  details: string;
};

/** A person's own answer about interests for one page. Gives the answer's id. */
export async function answerInterests(
  sessionId: string,
  { pageId, level, details }: InterestAnswer,
): Promise<Outcome<string>> {
  return runAct(appPool(), "answer_interests", [
    sessionId,
    pageId,
    level,
    details,
  ]);
}
