import type { Day } from "~/domain/days";
import { paths } from "~/lib/paths";
import { shortMonthInWords } from "~/wording/dated";
import { dayInWords } from "~/wording/days";
import { DataTable, RowTitle } from "../data-table";
import { EmptyState } from "../empty-state";
import { LateStatus } from "../status";

export type ShownReviewer = {
  personId: string;
  name: string;
  takes: number;
  late: number;
  quarters: number[];
  total: number;
  busiestWeek: Day | null;
  busiest: number;
  weeksOver: number;
};

type Props = {
  reviewers: readonly ShownReviewer[];
  quarters: readonly Day[];
};

/** What each reviewer is to sign, three months by three months, and their busiest week. */
export function ReviewerLoadTable({ reviewers, quarters }: Props) {
  return (
    <DataTable
      caption="Reviews of the next 24 months by reviewer"
      rows={reviewers}
      rowKey={({ personId }) => personId}
      empty={
        <EmptyState title="Nobody is expected to review anything yet">
          Whoever signed the last full review of a live page is expected to sign
          the next one too, as long as they can.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Reviewer",
          isHeading: true,
          cell: ({ personId, name, takes }) => (
            <RowTitle
              title={<span className="sm:whitespace-nowrap">{name}</span>}
              href={paths.datesForecast(personId)}
              below={
                <span className="sm:whitespace-nowrap">
                  takes {takes} at a time
                </span>
              }
            />
          ),
        },
        ...quarters.map((day, place) => ({
          key: day,
          header: `From ${shortMonthInWords(day)}`,
          isNumber: true,
          cell: ({ quarters: counts }: ShownReviewer) => counts[place] || "",
        })),
        {
          key: "total",
          header: "In all",
          isNumber: true,
          cell: ({ total }) => <b>{total}</b>,
        },
        {
          key: "busiest",
          header: "Busiest week",
          cell: ({ busiestWeek, busiest, weeksOver, late }) => (
            <>
              {busiestWeek &&
                `${String(busiest)} in the week of ${dayInWords(busiestWeek)}`}
              {weeksOver > 0 && (
                <span className="block font-bold text-changes">
                  {weeksOver === 1
                    ? "1 week asks for more than they take"
                    : `${String(weeksOver)} weeks ask for more than they take`}
                </span>
              )}
              {late > 0 && (
                <span className="block">
                  <LateStatus>{late} past the day</LateStatus>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
