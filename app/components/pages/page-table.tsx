import type { ReactNode } from "react";
import type { DeskState, PageKind, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { reviewDueInWords } from "~/wording/days";
import { pageKindLabels } from "~/wording/labels";
import { bandStateOf } from "../band-widths";
import { type Column, DataTable, RowTitle } from "../data-table";
import { DayText } from "../day-text";
import { GeneTitle } from "../gene-name";
import { SectionBand } from "../section-band";
import { DeskStatus, PublicStatus } from "../status";

export type PageRow = {
  id: string;
  slug: string;
  title: string;
  genes: string[];
  kind: PageKind;
  collectionName: string | null;
  ownerName: string | null;
  deskState: DeskState;
  publicState: PublicState;
  nextReviewDue: string | null;
  daysOverdue: number | null;
  sections: { label: string; length: number }[];
  isOpenToViewer: boolean;
  reviewsVersionId: string | null;
};

type Props = { pages: readonly PageRow[]; today: string; empty: ReactNode };

/** Pages with both their states, their bands, their owner and when review is due. */
export function PageTable({ pages, today, empty }: Props) {
  const columns: Column<PageRow>[] = [
    {
      key: "page",
      header: "Page",
      isHeading: true,
      cell: (page) => (
        <RowTitle
          title={
            <GeneTitle
              title={page.title || "Untitled page"}
              genes={page.genes}
            />
          }
          href={hrefOf(page)}
          slug={page.slug}
          below={[pageKindLabels[page.kind], page.collectionName]
            .filter((words) => words !== null)
            .join(" · ")}
        />
      ),
    },
    {
      key: "desk",
      header: "On the desk",
      cell: ({ deskState }) => <DeskStatus state={deskState} />,
    },
    {
      key: "public",
      header: "For readers",
      cell: ({ publicState }) => <PublicStatus state={publicState} />,
    },
    {
      key: "sections",
      header: "Sections",
      isBand: true,
      cell: (page) => <PageBand {...page} />,
    },
    { key: "owner", header: "Owner", cell: ({ ownerName }) => ownerName },
    {
      key: "due",
      header: "Review due",
      cell: ({ nextReviewDue: due, publicState, daysOverdue }) =>
        due &&
        publicState !== "withdrawn" &&
        publicState !== "archived" && (
          <>
            <DayText day={due} />
            <span className="block text-small text-ink-2">
              {reviewDueInWords(today, due, daysOverdue)}
            </span>
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption="Pages"
      columns={columns}
      rows={pages}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

/** The bar of a page in a list: all its bands in the page's state. */
export function PageBand(page: {
  title: string;
  deskState: DeskState;
  publicState: PublicState;
  sections: readonly { label: string; length: number }[];
}) {
  const state = bandStateOf(page.deskState, page.publicState);
  return (
    <SectionBand
      size="small"
      label={page.title}
      bands={page.sections.map(({ label, length }) => ({
        label,
        length,
        state,
      }))}
    />
  );
}

/** Where a page leads somebody: its overview, or the version they review. */
function hrefOf(page: {
  slug: string;
  isOpenToViewer: boolean;
  reviewsVersionId: string | null;
}): string {
  return page.isOpenToViewer || !page.reviewsVersionId
    ? paths.deskPage(page.slug)
    : paths.deskVersion(page.slug, page.reviewsVersionId);
}
