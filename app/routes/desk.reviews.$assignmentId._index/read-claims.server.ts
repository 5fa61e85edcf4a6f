import { refreshChecksOn } from "~/commands/run-checks.server";
import { listClaims } from "~/data/claims.server";
import { findLatestRun, listFindings } from "~/data/findings.server";
import type { OwnReview } from "~/data/reviews.server";
import { isDay } from "~/domain/days";
import type { FieldError } from "~/lib/parse-form";
import { wordRefusal } from "~/wording/refusals";
import { claimSentences, newFindingsSentence } from "~/wording/review";
import { fieldsNamed } from "./forms";
import type { ApprovalActs } from "./read-approval.server";

/**
 * In a review of an unchanged text: keeps what was confirmed, and tells at each
 * sentence what is missing. The checks run on today's data first; what they
 * find anew is shown before anything is signed.
 */
export async function readClaims(
  acts: ApprovalActs,
  review: OwnReview,
  sent: FormData,
): Promise<FieldError[]> {
  const claims = await listClaims(review.id);
  const waiting = claims.filter(({ isConfirmed }) => !isConfirmed);
  const ticked = fieldsNamed(sent, "still-");
  const sources = fieldsNamed(sent, "claim-");
  const errors = waiting.flatMap(({ claimId }) => [
    ...(ticked[claimId] === "yes"
      ? []
      : [{ name: `still-${claimId}`, sentence: claimSentences.still }]),
    ...(sources[claimId] === undefined
      ? [{ name: `claim-${claimId}`, sentence: claimSentences.source }]
      : []),
  ]);
  const checks = claims.length > 0 ? await checkAgain(review) : [];
  if (errors.length > 0 || checks.length > 0) return [...checks, ...errors];
  const day = sent.get("evidenceCheckedTo");
  // A missing day is told at its own field.
  if (waiting.length === 0 || typeof day !== "string" || !isDay(day)) return [];
  const kept = await acts.confirmClaims(day, sources);
  return kept.ok
    ? []
    : [
        {
          name: kept.because === "day_out_of_range" ? "evidenceCheckedTo" : "",
          sentence: wordRefusal(kept.because).sentence,
        },
      ];
}

async function checkAgain({ versionId }: OwnReview): Promise<FieldError[]> {
  const ran = await refreshChecksOn(versionId);
  if (!ran.ok || ran.value === null) return [];
  const run = await findLatestRun(versionId);
  const findings = run ? await listFindings(run.id) : [];
  const blocking = findings.filter(
    ({ severity, setAsideBy }) => severity === "blocks" && !setAsideBy,
  ).length;
  return blocking === 0
    ? []
    : [{ name: "", sentence: newFindingsSentence(blocking) }];
}
