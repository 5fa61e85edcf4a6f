import type { Credit } from "~/content/page-content";
import { creditMonths } from "~/wording/credit-months";
import {
  authorInterests,
  type KeptInterest,
  signerInterests,
  type SignerInterests,
} from "~/wording/public-interests";
import { type NamedSigner, SignerLine } from "./signer-line";

export type PublicSigner = NamedSigner & SignerInterests;

type Props = {
  authors: readonly Credit[];
  signers: readonly PublicSigner[];
  /** How interests stood when the page went out. */
  interests: readonly KeptInterest[];
};

/** Who stands behind a page: its authors, and what each reviewer signed. */
export function PublicPeople({ authors, signers, interests }: Props) {
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
            <AuthorInterests sentence={authorInterests(author, interests)} />
          </li>
        ))}
      </ul>
      <h3 className="mb-1 text-base">Reviewed and signed by</h3>
      <ul className="grid gap-3">
        {signers.map((signer) => (
          <li
            key={`${signer.name} ${String(signer.versionNumber)} ${signer.expertise}`}
          >
            <SignerLine
              signer={signer}
              interests={signerInterests(signer, interests)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AuthorInterests({ sentence }: { sentence: string | null }) {
  if (!sentence) return null;
  return <span className="block text-small text-ink-2">{sentence}</span>;
}
