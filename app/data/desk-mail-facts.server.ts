import { getRow } from "./mail-facts.server";

/** How much more time a reviewer was given, by whom and why. */
export type ExtensionFacts = {
  reviewBy: string;
  extendedBy: string;
  reason: string;
};

export async function getExtensionFacts(
  extensionId: string,
): Promise<ExtensionFacts> {
  return getRow<ExtensionFacts>(
    `SELECT x.review_by AS "reviewBy", p.name AS "extendedBy", x.reason
       FROM desk.review_by_extension x JOIN desk.person p ON p.id = x.extended_by WHERE x.id = $1`,
    extensionId,
  );
}
