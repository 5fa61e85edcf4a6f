import { compareBodies } from "~/content/compare/compare-bodies";
import type { Body } from "~/content/page-content";
import {
  type AnsweredRemark,
  listRemarksToAnswer,
} from "~/data/answer-letters.server";
import { findVersionBody } from "~/data/versions.server";

/**
 * The letter as it would go out with this text: every remark that waits for an
 * answer, what was decided on it, and the sentences that changed where it stood.
 */
export async function draftAnswerLetter(
  draftId: string,
  text: Body,
): Promise<AnsweredRemark[]> {
  const remarks = await listRemarksToAnswer(draftId);
  const earlier = new Map<string, ReturnType<typeof compareBodies> | null>();
  for (const { versionId } of remarks) {
    if (earlier.has(versionId)) continue;
    const body = await findVersionBody(versionId);
    earlier.set(versionId, body && compareBodies(body, text));
  }
  return remarks.map(({ versionId, blockId, ...remark }) => {
    const changes = (earlier.get(versionId)?.changes ?? []).filter(
      (change) => blockId !== null && change.blockId === blockId,
    );
    const sentences = (side: "sentenceBefore" | "sentenceAfter") =>
      [...new Set(changes.map((change) => change[side].trim()))]
        .filter((sentence) => sentence !== "")
        .join(" ")
        .slice(0, 2000);
    return {
      ...remark,
      before: sentences("sentenceBefore"),
      after: sentences("sentenceAfter"),
    };
  });
}
