import type { Credit } from "~/content/page-content";
import type { InterestLevel, Need, RoundKind } from "~/domain/words";
import { creditMonths } from "~/wording/credit-months";
import { interestLabels, needLabel, roundKindLabels } from "~/wording/labels";
import { DayText } from "./day-text";

export type PublicSigner = {
  name: string;
  credentials: string;
  affiliation: string;
  expertise: Need;
  roundKind: RoundKind;
  versionNumber: number;
  signedOn: string;
  interests: InterestLevel | null;
  interestsDetails: string | null;
  interestsReason: string | null;
};

type Props = {
  authors: readonly Credit[];
  signers: readonly PublicSigner[];
};

/** Who stands behind a page: its authors, and what each reviewer signed. */
export function PublicPeople({ authors, signers }: Props) {
  return (
    <section aria-labelledby="people" className="max-w-[41rem]">
      <h2 id="people" className="mt-10 mb-3 font-serif text-h2">
        Who stands behind this page
      </h2>
      <h3 className="mb-1 text-base">Written by</h3>
      <ul className="mb-5">
        {authors.map((author) => (
          <li key={author.name}>
            {[
              author.name,
              author.credentials,
              author.affiliation,
              creditMonths(author),
            ]
              .filter(Boolean)
              .join(", ")}
            {author.role === "contributor" && " (contributor)"}
            {author.orcid && (
              <>
                {" · "}
                <a href={`https://orcid.org/${author.orcid}`}>
                  ORCID {author.orcid}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <h3 className="mb-1 text-base">Reviewed and signed by</h3>
      <ul className="grid gap-3">
        {signers.map((signer) => (
          <li
            key={`${signer.name} ${String(signer.versionNumber)} ${signer.expertise}`}
          >
            <strong>
              {[signer.name, signer.credentials].filter(Boolean).join(", ")}
            </strong>
            {signer.affiliation && `, ${signer.affiliation}`}
            <br />
            <span className="text-small text-ink-2">
              {needLabel(signer.expertise)} ·{" "}
              {roundKindLabels[signer.roundKind]} of version{" "}
              {signer.versionNumber}, signed <DayText day={signer.signedOn} /> ·
              Interests: {interestsSentence(signer)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function interestsSentence(signer: PublicSigner): string {
  const { interests, interestsDetails, interestsReason } = signer;
  if (!interests) return "not recorded";
  return [
    interestLabels[interests].toLowerCase(),
    interestsDetails,
    interestsReason && `accepted because ${interestsReason}`,
  ]
    .filter(Boolean)
    .join("; ");
}
