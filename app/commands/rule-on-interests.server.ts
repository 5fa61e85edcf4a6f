import { runAct } from "~/data/act.server";
import { findInterestAnswer } from "~/data/page-interests.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";
import { type Asker, mayNotRuleOnInterests } from "~/policy/pages";

export type InterestRuling = {
  pageId: string;
  answerId: string;
  isAccepted: boolean;
  /** Readers see it beside the reviewer's name. */
  publicReason: string;
};

/** An editor decides whether an approval counts in spite of an institutional interest. */
export async function ruleOnInterests(
  sessionId: string,
  editor: Asker,
  { pageId, answerId, isAccepted, publicReason }: InterestRuling,
): Promise<Outcome> {
  const answer = await findInterestAnswer(answerId);
  if (answer?.pageId !== pageId) return refused("not_found");
  const refusal = mayNotRuleOnInterests(editor, answer);
  if (refusal) return refused(refusal);
  return runAct(appPool(), "rule_on_interests", [
    sessionId,
    answerId,
    isAccepted,
    publicReason,
  ]);
}
