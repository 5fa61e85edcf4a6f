import { paths } from "~/lib/paths";
import { needLabel } from "~/wording/labels";
import { DataTable, RowTitle } from "./data-table";
import { DayText } from "./day-text";
import { EmptyState } from "./empty-state";
import { GeneTitle } from "./gene-name";
import { Section } from "./page-heading";
import { AssignmentStatus } from "./status";
import type { AssignmentState } from "~/domain/words";

type Held = { slug: string; title: string; genes: readonly string[] };

type Props = {
  pages: readonly (Held & { isOwner: boolean })[];
  reviews: readonly (Held & {
    assignmentId: string;
    expertise: string;
    state: AssignmentState;
    reviewBy: string;
  })[];
};

/** What somebody holds: pages they answer for or write, reviews they have open. */
export function PersonHoldings({ pages, reviews }: Props) {
  if (pages.length === 0 && reviews.length === 0) {
    return (
      <Section title="Holds">
        <EmptyState title="Nothing at the moment">
          Pages owned or written, and reviews asked for, are listed here.
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title="Holds">
      <div className="grid gap-4">
        {pages.length > 0 && (
          <DataTable
            caption="Pages"
            rows={pages}
            rowKey={({ slug }) => slug}
            empty={null}
            columns={[
              {
                key: "page",
                header: "Page",
                isHeading: true,
                cell: (page) => <Title {...page} />,
              },
              {
                key: "as",
                header: "As",
                cell: ({ isOwner }) => (isOwner ? "Owner" : "Author"),
              },
            ]}
          />
        )}
        {reviews.length > 0 && (
          <DataTable
            caption="Open reviews"
            rows={reviews}
            rowKey={({ assignmentId }) => assignmentId}
            empty={null}
            columns={[
              {
                key: "page",
                header: "Review of",
                isHeading: true,
                cell: (review) => <Title {...review} />,
              },
              {
                key: "as",
                header: "As",
                cell: ({ expertise }) => needLabel(expertise),
              },
              {
                key: "state",
                header: "State",
                cell: ({ state }) => <AssignmentStatus state={state} />,
              },
              {
                key: "by",
                header: "Review by",
                cell: ({ reviewBy }) => <DayText day={reviewBy} />,
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function Title({ slug, title, genes }: Held) {
  return (
    <RowTitle
      title={<GeneTitle title={title} genes={genes} />}
      href={paths.deskPage(slug)}
      slug={slug}
    />
  );
}
