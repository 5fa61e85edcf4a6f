import type { Credit } from "~/content/page-content";

export type ReviewedPage = {
  title: string;
  language: string;
  audience: "clinicians" | "patients" | "public";
  lastReviewedOn: string;
  publishedOn: string;
  versionNumber: number;
  topics: readonly { type: string; code: string | null; label: string }[];
};

export type Signer = {
  name: string;
  credentials: string;
  affiliation: string;
  orcid: string | null;
  roundKind: string;
};

const audiences = {
  clinicians: { "@type": "MedicalAudience", audienceType: "Clinician" },
  patients: { "@type": "PeopleAudience", audienceType: "Patient" },
  public: { "@type": "PeopleAudience", audienceType: "Public" },
} as const;

/**
 * schema.org MedicalWebPage. `lastReviewed` and `reviewedBy` come from signed
 * full reviews and from nothing else; a correction moves neither.
 */
export function medicalWebPage(
  page: ReviewedPage,
  authors: readonly Credit[],
  signers: readonly Signer[],
  address: string,
) {
  return {
    "@context": "https://schema.org",
    "@type": "MedicalWebPage",
    name: page.title,
    url: address,
    inLanguage: page.language,
    audience: audiences[page.audience],
    datePublished: page.publishedOn,
    lastReviewed: page.lastReviewedOn,
    version: String(page.versionNumber),
    author: authors.map((author) => personOf(author)),
    reviewedBy: signers
      .filter(({ roundKind }) => roundKind === "full_review")
      .map((signer) => personOf(signer)),
    about: page.topics.map(({ type, code, label }) => ({
      "@type": type === "gene" ? "Gene" : "MedicalEntity",
      name: label,
      ...(code && { identifier: code }),
    })),
  };
}

function personOf({
  name,
  credentials,
  affiliation,
  orcid,
}: Pick<Signer, "name" | "credentials" | "affiliation" | "orcid">) {
  return {
    "@type": "Person",
    name,
    ...(credentials && { honorificSuffix: credentials }),
    ...(affiliation && {
      affiliation: { "@type": "Organization", name: affiliation },
    }),
    ...(orcid && { sameAs: `https://orcid.org/${orcid}` }),
  };
}
