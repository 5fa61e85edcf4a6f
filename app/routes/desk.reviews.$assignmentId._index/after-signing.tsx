import { needLabel } from "~/wording/labels";
import { listInWords } from "~/wording/places";
import type { ReviewScreen } from "./load-review.server";

type Props = { review: ReviewScreen; isOpen: boolean };

/** What follows a signature: who is still awaited, and what its signer may still do. */
export function AfterSigning({ review, isOpen }: Props) {
  const { signature } = review;
  if (!signature || signature.revokedKind) return null;
  const isApproval = signature.verdict === "approve";
  return (
    <div className="grid max-w-measure gap-2">
      {isOpen && (
        <p>
          <strong>What happens next:</strong> {next(review, isApproval)}
        </p>
      )}
      <ul className="grid list-disc gap-1 pl-5 text-ink-2">
        {isOpen && isApproval && (
          <li>Reaffirm: sign the same text again, so that it counts longer.</li>
        )}
        {isOpen && (
          <li>
            Decide again: sign another verdict on this version. The latest
            counts, and both stay on record.
          </li>
        )}
        {isApproval && (
          <li>
            Revoke: your approval counts no more, and the editors are told. It
            stays on record that you gave it.
          </li>
        )}
      </ul>
    </div>
  );
}

function next({ progress }: ReviewScreen, isApproval: boolean): string {
  if (!isApproval)
    return "the authors answer your note and your remarks, and an editor assigns reviewers to the version that follows.";
  const { waitingFor, unfilled, needed, signed } = progress;
  const names = waitingFor.map(
    ({ name, expertise }) => `${name} (${needLabel(expertise).toLowerCase()})`,
  );
  if (names.length > 0)
    return `${listInWords(names)} ${names.length === 1 ? "has" : "have"} still to sign (${String(signed)} of ${String(needed)} signed); then an editor publishes it.`;
  if (unfilled > 0) return "an editor asks the reviewers that are missing.";
  return "nobody else has to sign; an editor publishes it when nothing else stands in the way.";
}
