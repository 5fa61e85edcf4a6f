import { pageKindLabels } from "~/wording/labels";
import {
  readersInWords,
  riskInWords,
  statedInWords,
  turnInWords,
} from "~/wording/backlog";
import type { RiskClass } from "~/domain/backlog-order";
import type { PageKind } from "~/domain/words";
import { paths } from "~/lib/paths";
import { ButtonLink } from "../button";
import { DataTable, RowTitle } from "../data-table";
import { EmptyState } from "../empty-state";

type Row = {
  slug: string;
  title: string;
  kind: PageKind;
  ownerName: string | null;
  risk: RiskClass | null;
  readersPerMonth: number | null;
  saidNextDue: string | null;
  nextDue: string | null;
  isOverdueThere: boolean;
  lateDays: number | null;
  startsOn: string | null;
  endsOn: string | null;
  isUnderWay: boolean;
  lacks: readonly string[];
};

type Props = { rows: readonly Row[]; before: number; maySet: boolean };

/** The pages in the order in which they come, with what that rests on. */
export function BacklogTable({ rows, before, maySet }: Props) {
  return (
    <DataTable
      caption="Pages published elsewhere, in the order of the plan"
      rows={rows}
      rowKey={(row) => row.slug}
      empty={
        <EmptyState title="Nothing waits here">
          A page comes here when it is imported with dates of its own, or read
          from a review calendar with “desk import-backlog”, and leaves when
          this desk publishes or archives it.
        </EmptyState>
      }
      columns={[
        {
          key: "place",
          header: "Place",
          isNumber: true,
          cell: (row) => String(before + rows.indexOf(row) + 1),
        },
        {
          key: "page",
          header: "Page",
          isHeading: true,
          cell: (row) => (
            <RowTitle
              title={row.title}
              href={paths.deskPage(row.slug)}
              slug={row.slug}
              below={`${pageKindLabels[row.kind]}, ${row.ownerName ?? "nobody owns it"}`}
            />
          ),
        },
        { key: "turn", header: "Its turn", cell: turnInWords },
        { key: "risk", header: "Risk", cell: ({ risk }) => riskInWords(risk) },
        {
          key: "readers",
          header: "Readers",
          cell: ({ readersPerMonth }) => readersInWords(readersPerMonth),
        },
        { key: "said", header: "Its own next review", cell: statedInWords },
        ...(maySet
          ? [
              {
                key: "set",
                header: "Risk and readers",
                cell: ({ slug, title }: Row) => (
                  <ButtonLink
                    isSmall
                    href={paths.backlogPage(slug)}
                    label={`Change risk and readers of ${title}`}
                  >
                    Change
                  </ButtonLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
