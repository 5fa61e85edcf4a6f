import type { Audience, PageKind, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";

export type PublicRow = {
  slug: string;
  title: string;
  kind: PageKind;
  audience: Audience;
  topics: readonly { type: string; label: string }[];
  state: PublicState;
  lastReviewedOn: string;
  nextReviewDue: string;
};

/** A page as lists and search results show it; nothing when it shows no text today. */
export function listedPage(row: PublicRow) {
  const { state } = row;
  if (state !== "live" && state !== "due_soon" && state !== "overdue")
    return [];
  const { slug, title, kind, audience, lastReviewedOn, nextReviewDue } = row;
  return [
    {
      ...{ slug, title, kind, audience, state, lastReviewedOn, nextReviewDue },
      href: paths.page(slug),
      genes: genesOf(row.topics),
    },
  ];
}

/** The gene symbols among the topics of a page. */
export function genesOf(
  topics: readonly { type: string; label: string }[],
): string[] {
  return topics.filter(({ type }) => type === "gene").map(({ label }) => label);
}
