import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { OutsideAdvice } from "~/domain/words";

/** What an outside expert would do with the text they read; never an approval. */
export async function outsideRecommend(
  outsideSession: string,
  said: {
    contentSha256: string;
    recommendation: OutsideAdvice;
    /** Needed unless they would publish it as it is. */
    comment: string;
  },
): Promise<Outcome<string>> {
  return runAct(appPool(), "outside_recommend", [
    ...[outsideSession, said.contentSha256],
    ...[said.recommendation, said.comment],
  ]);
}
