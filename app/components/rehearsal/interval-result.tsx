import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { DataTable, RowTitle } from "../data-table";
import { EmptyState } from "../empty-state";
import { Section } from "../page-heading";

type Props = {
  months: number;
  before: number;
  moved: readonly {
    pageId: string;
    slug: string;
    title: string;
    dueOn: string;
    movesTo: string;
  }[];
  load: readonly { month: string; now: number; then: number }[];
};

/** Which days would move, and how many reviewers each month would ask for. */
export function IntervalResult({ months, before, moved, load }: Props) {
  return (
    <>
      <Section
        id="moved"
        title="Days that would move"
        below={
          months > before
            ? "None: a longer interval counts from each page’s next full review."
            : "Earlier, never later, and none closer than 60 days."
        }
      >
        <DataTable
          caption="Live pages whose next review would fall earlier"
          rows={moved}
          rowKey={({ pageId }) => pageId}
          empty={
            <EmptyState title="No day would move">
              Open reviews keep the rules they began with.
            </EmptyState>
          }
          columns={[
            {
              key: "page",
              header: "Page",
              isHeading: true,
              cell: ({ title, slug }) => (
                <RowTitle
                  title={title}
                  slug={slug}
                  href={paths.deskPage(slug)}
                />
              ),
            },
            {
              key: "due",
              header: "Due now",
              cell: ({ dueOn }) => dayInWords(dueOn),
            },
            {
              key: "moves",
              header: "Would be due",
              cell: ({ movesTo }) => dayInWords(movesTo),
            },
          ]}
        />
      </Section>
      <Section
        id="load"
        title="Reviewers asked for, by month"
        below="One for each seat of a review, for the next 24 months."
      >
        <DataTable
          caption="Reviewers asked for by month, now and under the change"
          rows={load}
          rowKey={({ month }) => month}
          empty={null}
          columns={[
            {
              key: "month",
              header: "Month",
              isHeading: true,
              cell: ({ month }) => dayInWords(month.slice(0, 7)),
            },
            {
              key: "now",
              header: "Now",
              isNumber: true,
              cell: ({ now }) => String(now),
            },
            {
              key: "then",
              header: "Then",
              isNumber: true,
              cell: ({ then }) => String(then),
            },
          ]}
        />
      </Section>
    </>
  );
}
