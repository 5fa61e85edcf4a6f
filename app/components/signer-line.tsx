import type { RoundKind } from "~/domain/words";
import { needLabel, roundKindLabels } from "~/wording/labels";
import { DayText } from "./day-text";

/** One signer of a page as its readers are told of them. */
export type NamedSigner = {
  name: string;
  credentials: string;
  affiliation: string;
  expertise: string;
  roundKind: RoundKind;
  versionNumber: number;
  signedOn: string;
};

type Props = { signer: NamedSigner; interests: string };

/** The lines of one signer on the public page, and before signing as its preview. */
export function SignerLine({ signer, interests }: Props) {
  return (
    <>
      <strong>
        {[signer.name, signer.credentials].filter(Boolean).join(", ")}
      </strong>
      {signer.affiliation && `, ${signer.affiliation}`}
      <br />
      <span className="text-small text-ink-2">
        {needLabel(signer.expertise)} · {roundKindLabels[signer.roundKind]} of
        version {signer.versionNumber}, signed <DayText day={signer.signedOn} />
        <br />
        {interests}
      </span>
    </>
  );
}
