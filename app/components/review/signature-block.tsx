import type { ReactNode } from "react";
import type { Verdict } from "~/domain/words";
import { needLabel, revocationLabels, verdictLabels } from "~/wording/labels";
import type { RevocationKind } from "~/domain/words";
import { signingMethodLabels } from "~/wording/review";
import { DayText, MomentText } from "../day-text";
import { DefinitionRows } from "../definition-rows";
import { Status } from "../status";
import { Code } from "../tag";

export type Signature = {
  verdict: Verdict;
  meaning: string;
  comment: string;
  expertise: string;
  signedName: string;
  signedCredentials: string;
  signedAt: Date;
  method: string;
  versionNumber: number;
  contentSha256: string;
  evidenceCheckedTo: string | null;
  /** Null when it was signed for the interval. */
  nextReviewDue: string | null;
  /** Months. */
  intervalMonths: number;
  revokedKind: RevocationKind | null;
  revokedReason: string | null;
  revokedAt: Date | null;
  reaffirmedAt: Date | null;
};

type Props = {
  signature: Signature;
  timeZone: string;
  /** Said of an approval that the gate does not count, and why. */
  note?: ReactNode;
  action?: ReactNode;
  /** What the decision rests on, where the desk looks at it. */
  record?: ReactNode;
};

/** A decision as it was signed: who, what it means, on which text, when and how. */
export function SignatureBlock(props: Props) {
  const { signature, timeZone, note, action, record } = props;
  const { verdict, revokedKind, revokedAt } = signature;
  const isApproval = verdict === "approve";
  return (
    <section
      className="panel border-l-6 p-4 sm:p-5"
      aria-label={`Signed by ${signature.signedName}`}
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Status
          shape={
            revokedKind ? "ring_cross" : isApproval ? "disc_tick" : "diamond"
          }
          colour={
            revokedKind
              ? "text-removed"
              : isApproval
                ? "text-approved"
                : "text-changes"
          }
        >
          {verdictLabels[verdict]}
          {revokedKind ? ", since revoked" : ""}
        </Status>
        {note && <span className="text-small text-ink-2">{note}</span>}
      </div>
      <p className="text-lead">“{signature.meaning}”</p>
      <p className="mt-1 font-bold">
        {signature.signedName}
        {signature.signedCredentials && (
          <span className="font-normal text-ink-2">
            {" "}
            {signature.signedCredentials}
          </span>
        )}
      </p>
      {signature.comment && (
        <p className="mt-3 max-w-measure whitespace-pre-line">
          {signature.comment}
        </p>
      )}
      <div className="mt-3">
        <DefinitionRows rows={rowsOf(signature, timeZone)} />
      </div>
      {revokedKind && revokedAt && (
        <p className="mt-3">
          Revoked <MomentText at={revokedAt} timeZone={timeZone} />:{" "}
          {revocationLabels[revokedKind].toLowerCase()}.{" "}
          {signature.revokedReason}
        </p>
      )}
      {record}
      {action && <div className="mt-4">{action}</div>}
    </section>
  );
}

function rowsOf(signature: Signature, timeZone: string) {
  const { evidenceCheckedTo, nextReviewDue, reaffirmedAt } = signature;
  const rows = [
    { term: "As", detail: needLabel(signature.expertise) },
    {
      term: "Signed",
      detail: (
        <>
          <MomentText at={signature.signedAt} timeZone={timeZone} />,{" "}
          {signingMethodLabels[signature.method] ?? signature.method}
        </>
      ),
    },
    {
      term: "Text",
      detail: (
        <>
          version {signature.versionNumber},{" "}
          <Code value={signature.contentSha256} short={12} />
        </>
      ),
    },
  ];
  if (evidenceCheckedTo)
    rows.push({
      term: "Evidence to",
      detail: <DayText day={evidenceCheckedTo} />,
    });
  if (signature.verdict === "approve")
    rows.push({
      term: "Next review",
      detail: nextReviewDue ? (
        <>
          by <DayText day={nextReviewDue} />
        </>
      ) : (
        <>
          {signature.intervalMonths} months after the review, as the review
          rules say
        </>
      ),
    });
  if (reaffirmedAt)
    rows.push({
      term: "Reaffirmed",
      detail: <MomentText at={reaffirmedAt} timeZone={timeZone} />,
    });
  return rows;
}
