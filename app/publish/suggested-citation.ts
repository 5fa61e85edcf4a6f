import type { Credit } from "~/content/page-content";
import { dayInWords } from "~/wording/days";

export type CitedVersion = {
  title: string;
  versionNumber: number;
  publishedOn: string;
  /** Whoever publishes the pages. */
  publisher: string;
  /** The lasting address of this version. */
  address: string;
};

/**
 * How to cite one version: its authors as it credits them, in their order, its
 * title, number and day, and the address that it keeps. Made from the signed
 * record, so that it can name nobody else (check P7 has nothing to find).
 * Contributors are thanked on the page, not cited.
 */
export function suggestedCitation(
  credits: readonly Credit[],
  version: CitedVersion,
): string {
  const { title, versionNumber, publishedOn, publisher, address } = version;
  const authors = credits.filter(({ role }) => role === "author");
  const named = authors.map(({ name }) => name).join(", ");
  return [
    ...(named === "" ? [] : [ended(named)]),
    ended(title),
    ended(
      `${publisher}, version ${String(versionNumber)}, ${dayInWords(publishedOn)}`,
    ),
    address,
  ].join(" ");
}

function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
