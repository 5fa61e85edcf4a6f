import type { ReactNode } from "react";
import type { DeskState, PageKind, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { deadlineInWords, reviewDueInWords } from "~/wording/days";
import { pageKindLabels } from "~/wording/labels";
import {
  type OpenSeatFacts,
  type SeatNotTakenFacts,
  waitingFor,
} from "~/wording/waiting-for";
import { type Column, DataTable, RowTitle } from "../data-table";
import { DayText, MomentText } from "../day-text";
import { GeneTitle } from "../gene-name";
import { PageBand } from "../pages/page-table";
import { DeskStatus, PublicStatus } from "../status";
import { type ShownWaiting, WaitingCell } from "./waiting-cell";

export type ProgressRow = {
  id: string;
  slug: string;
  title: string;
  genes: string[];
  kind: PageKind;
  collectionName: string | null;
  ownerName: string | null;
  deskState: DeskState;
  publicState: PublicState;
  correctionDraftId: string | null;
  correctionState: DeskState | null;
  nextReviewDue: string | null;
  /** Null while the review is not overdue. */
  daysOverdue: number | null;
  isOpenToViewer: boolean;
  reviewsAssignmentId: string | null;
  seats: OpenSeatFacts[];
  approvalsNeeded: number;
  approvalsSigned: number;
  seatsUnfilled: number;
  notTaken: SeatNotTakenFacts[];
  unaskedSince: string | null;
  publishAt: Date | null;
  sections: { label: string; length: number }[];
  waiting: ShownWaiting[];
};

type Props = {
  rows: readonly ProgressRow[];
  today: string;
  timeZone: string;
  /** Editors act on who is late from here. */
  mayAct: boolean;
  empty: ReactNode;
};

/** Pages with open work: how each stands, who holds it and when it binds. */
export function ProgressTable(props: Props) {
  const { rows, today, timeZone, mayAct, empty } = props;
  const columns: Column<ProgressRow>[] = [
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
    { key: "stage", header: "Stage", cell: (page) => <Stage {...page} /> },
    {
      key: "sections",
      header: "Sections",
      isBand: true,
      cell: (page) => <PageBand {...page} />,
    },
    {
      key: "waiting",
      header: "Waiting for",
      cell: (page) => {
        const { what, who } = waitingFor(page);
        return (
          <>
            {what}
            {who && page.waiting.length === 0 && (
              <span className="block text-small text-ink-2">{who}</span>
            )}
            {page.waiting.length > 0 && (
              <WaitingCell
                reviewers={page.waiting}
                today={today}
                mayAct={mayAct}
              />
            )}
          </>
        );
      },
    },
    {
      key: "due",
      header: "Due",
      cell: (page) => dueOf(page, today, timeZone),
    },
  ];
  return (
    <DataTable
      caption="Pages in progress, the least time left first"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

function hrefOf({ isOpenToViewer, reviewsAssignmentId, slug }: ProgressRow) {
  return isOpenToViewer || !reviewsAssignmentId
    ? paths.deskPage(slug)
    : paths.review(reviewsAssignmentId);
}

function Stage(page: ProgressRow) {
  const { deskState, publicState, correctionDraftId, correctionState } = page;
  const isLate = publicState === "overdue" || publicState === "withheld";
  return (
    <span className="grid gap-1">
      {deskState !== "none" && <DeskStatus state={deskState} />}
      {(isLate || deskState === "none") && <PublicStatus state={publicState} />}
      {correctionDraftId && (
        <DeskStatus
          state={correctionState ?? "draft"}
          note="safety correction"
        />
      )}
    </span>
  );
}

/** The moment or day that binds now; nothing where none does. */
function dueOf(page: ProgressRow, today: string, timeZone: string) {
  const { publishAt, seats, nextReviewDue: due, daysOverdue } = page;
  const [seat] = seats;
  if (publishAt) return <MomentText at={publishAt} timeZone={timeZone} />;
  if (seat)
    return (
      <>
        <DayText day={seat.day} isShort />
        <DueWords isLate={seat.day < today}>
          {deadlineInWords(today, seat.day)}
        </DueWords>
      </>
    );
  return (
    due && (
      <>
        <DayText day={due} />
        <DueWords isLate={daysOverdue !== null}>
          review {reviewDueInWords(today, due, daysOverdue)}
        </DueWords>
      </>
    )
  );
}

function DueWords(props: { isLate: boolean; children: ReactNode }) {
  const colour = props.isLate ? "font-bold text-overdue" : "text-ink-2";
  return <span className={`block text-small ${colour}`}>{props.children}</span>;
}
