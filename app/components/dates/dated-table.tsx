import type { ReactNode } from "react";
import type { Day } from "~/domain/days";
import type { ReminderRecipient } from "~/domain/reminder-schedule";
import type { DeskState, PageKind, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { holderOf, whatHappensNext } from "~/wording/dated";
import { reviewDueInWords } from "~/wording/days";
import { pageKindLabels } from "~/wording/labels";
import type { OpenSeatFacts } from "~/wording/waiting-for";
import { DataTable, RowTitle } from "../data-table";
import { DayText } from "../day-text";
import { GeneTitle } from "../gene-name";
import { DeskStatus, PublicStatus } from "../status";

export type DatedRow = {
  id: string;
  slug: string;
  title: string;
  genes: string[];
  kind: PageKind;
  ownerName: string | null;
  isOwnerActive: boolean | null;
  ownerAwayUntil: Day | null;
  deskState: DeskState;
  publicState: PublicState;
  correctionState: DeskState | null;
  nextReviewDue: Day;
  daysOverdue: number | null;
  graceEndsOn: Day;
  seats: OpenSeatFacts[];
  approvalsNeeded: number;
  approvalsSigned: number;
  seatsUnfilled: number;
  remindedOn: Day | null;
  reminded: ReminderRecipient[];
};

type Props = {
  caption: string;
  rows: readonly DatedRow[];
  today: Day;
  empty: ReactNode;
};

/** Pages by their next review: how late, who holds each, what happens next by itself. */
export function DatedTable({ caption, rows, today, empty }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "page",
          header: "Page",
          isHeading: true,
          cell: ({ title, genes, slug, kind }) => (
            <RowTitle
              title={
                <GeneTitle title={title || "Untitled page"} genes={genes} />
              }
              href={paths.deskPage(slug)}
              slug={slug}
              below={pageKindLabels[kind]}
            />
          ),
        },
        {
          key: "due",
          header: "Next review",
          cell: ({ nextReviewDue, publicState, daysOverdue }) => (
            <>
              <PublicStatus state={publicState} />
              <span className="block">
                {reviewDueInWords(today, nextReviewDue, daysOverdue)}
              </span>
              <span className="block text-small text-ink-2">
                <DayText day={nextReviewDue} />
              </span>
            </>
          ),
        },
        { key: "holder", header: "Who holds it", cell: Holder },
        {
          key: "next",
          header: "What happens next",
          cell: (page) =>
            whatHappensNext(page).map((words) => (
              <span key={words} className="block">
                {words}
              </span>
            )),
        },
      ]}
    />
  );
}

function Holder(page: DatedRow) {
  const { what, who } = holderOf(page);
  return (
    <>
      {page.deskState !== "none" && <DeskStatus state={page.deskState} />}
      {who && <span className="block font-bold">{who}</span>}
      <span className={who ? "block text-small text-ink-2" : "block"}>
        {what}
      </span>
    </>
  );
}
