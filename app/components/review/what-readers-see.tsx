import type { InterestLevel, RoundKind } from "~/domain/words";
import type { Said } from "~/wording/before-approving";
import { dayInWords } from "~/wording/days";
import { publicInterests } from "~/wording/interests";
import { SignerLine } from "../signer-line";

/** Who would sign, as readers would be told. */
export type Signer = {
  name: string;
  credentials: string;
  affiliation: string;
  expertise: string;
  roundKind: RoundKind;
  versionNumber: number;
  interestLevel: InterestLevel | null;
  interestDetails: string | null;
};

type Props = { signer: Signer; today: string; said: Said };

/** What of a decision becomes public, as it will stand there, and what does not. */
export function WhatReadersSee({ signer, today, said }: Props) {
  const isOther = said("verdict") === "request_changes";
  return (
    <section
      className="rounded border border-rule bg-desk p-4"
      aria-labelledby="readers-see"
    >
      <h3 id="readers-see" className="text-h3">
        What readers will see
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-4 md:grid-cols-2">
        <div className="min-w-0">
          {isOther ? (
            <p>
              Nothing: a request for changes is between you, the authors, the
              editors and the other reviewers.
            </p>
          ) : (
            <>
              <p className="text-small text-ink-2">
                If you approve, on the published page:
              </p>
              <p className="mt-1 border-l-2 border-edge pl-3">
                <SignerLine
                  signer={{ ...signer, signedOn: today }}
                  interests={interestsOf(signer)}
                />
              </p>
              <p className="mt-2 text-small text-ink-2">
                {underTheTitle(signer, today, said("evidenceCheckedTo"))}
              </p>
            </>
          )}
        </div>
        <div className="min-w-0">
          <p className="text-small text-ink-2">Stays on the desk:</p>
          <ul className="mt-1 grid list-disc gap-1 pl-5">
            <li>your note and your remarks</li>
            <li>your answers of the short form, and what you typed again</li>
            <li>a request for changes, should you make one</li>
          </ul>
        </div>
      </div>
    </section>
  );
}

function interestsOf({ interestLevel, interestDetails }: Signer): string {
  const sentence =
    interestLevel &&
    publicInterests({
      standing:
        interestLevel === "institutional"
          ? "institutional_open"
          : interestLevel,
      details: interestDetails,
      reason: null,
    });
  return sentence ?? "Interests: your answer for this page, once you give it.";
}

/** What an approval adds to the line under the title; the earliest day of all approvals counts. */
function underTheTitle(
  { roundKind }: Signer,
  today: string,
  evidence: string,
): string {
  if (roundKind !== "full_review")
    return "The date of the last full review does not move.";
  const checked = evidence ? dayInWords(evidence) : "the day you name";
  return `Under the title: “Reviewed in full on ${dayInWords(today)}, evidence checked to ${checked}”, or the earlier days of another reviewer who signs.`;
}
