import type { PageKind } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { audienceLabels, pageKindLabels } from "~/wording/labels";
import { GeneTitle } from "./gene-name";
import { PublicStatus } from "./status";

export type ListedPage = {
  slug: string;
  href: string;
  title: string;
  kind: PageKind;
  audience: keyof typeof audienceLabels;
  genes: string[];
  state: "live" | "due_soon" | "overdue";
  lastReviewedOn: string;
  nextReviewDue: string;
};

/** Pages for readers: title, for whom, and whether each is in date. */
export function PublicPageList({ pages }: { pages: readonly ListedPage[] }) {
  return (
    <ul className="grid max-w-measure gap-5">
      {pages.map((page) => (
        <li key={page.slug} className="border-b border-rule pb-4">
          <a href={page.href} className="font-serif text-h3">
            <GeneTitle title={page.title} genes={page.genes} />
          </a>
          <p className="mt-1 text-small text-ink-2">
            {audienceLabels[page.audience]} · {pageKindLabels[page.kind]} ·
            Reviewed in full on {dayInWords(page.lastReviewedOn)} · Next review
            due {dayInWords(page.nextReviewDue)}
          </p>
          {page.state === "overdue" && (
            <p className="mt-1">
              <PublicStatus state="overdue" />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
