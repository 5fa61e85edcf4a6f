import type { Signer } from "~/components/review/what-readers-see";
import type { OwnReview } from "~/data/reviews.server";

/** The reviewer of an assignment as readers would be told of them. */
export function signerOf(
  review: Pick<
    OwnReview,
    | "signerName"
    | "signerCredentials"
    | "signerAffiliation"
    | "expertise"
    | "roundKind"
    | "versionNumber"
    | "interestLevel"
    | "interestDetails"
  >,
): Signer {
  return {
    name: review.signerName,
    credentials: review.signerCredentials,
    affiliation: review.signerAffiliation,
    expertise: review.expertise,
    roundKind: review.roundKind,
    versionNumber: review.versionNumber,
    interestLevel: review.interestLevel,
    interestDetails: review.interestDetails,
  };
}
