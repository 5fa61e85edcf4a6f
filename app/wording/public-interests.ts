import type { InterestLevel, InterestStanding } from "~/domain/words";
import { publicInterests } from "./interests";

/** How the interests of a signer or an author stood when the page went out. */
export type KeptInterest = {
  capacity: "author" | "reviewer";
  name: string;
  versionNumber: number;
  personId: string | null;
  standing: InterestStanding;
  details: string;
  reason: string | null;
};

/** A signer's own answer about interests. */
export type SignerInterests = {
  interests: InterestLevel | null;
  interestsDetails: string | null;
  interestsReason: string | null;
};

/**
 * What readers are told of a signer's interests: as recorded with the
 * publication; before that was done, from the answer itself.
 */
export function signerInterests(
  signer: SignerInterests & { name: string; versionNumber: number },
  interests: readonly KeptInterest[],
): string {
  const kept = interests.find(
    ({ capacity, name, versionNumber }) =>
      capacity === "reviewer" &&
      name === signer.name &&
      versionNumber === signer.versionNumber,
  );
  const before = {
    standing: signer.interests && standingOfAnswer[signer.interests],
    details: signer.interestsDetails,
    reason: signer.interestsReason,
  };
  return publicInterests(kept ?? before) ?? "Interests were not recorded.";
}

const standingOfAnswer = {
  none: "none",
  institutional: "institutional_accepted",
  personal: "personal",
} as const satisfies Record<InterestLevel, InterestStanding>;

/** The same of an author; null where nothing was recorded. */
export function authorInterests(
  author: { personId: string | null },
  interests: readonly KeptInterest[],
): string | null {
  const kept = interests.find(
    ({ capacity, personId }) =>
      capacity === "author" &&
      personId !== null &&
      personId === author.personId,
  );
  return kept ? publicInterests(kept) : null;
}
