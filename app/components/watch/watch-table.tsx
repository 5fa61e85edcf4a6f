import { DataTable, RowTitle } from "~/components/data-table";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import type { WatchKind, WatchSubject, WatchVia } from "~/domain/watch-items";
import { paths } from "~/lib/paths";
import {
  enteredByInWords,
  subjectInWords,
  triageByInWords,
  watchKindLabels,
} from "~/wording/watch-items";

type WatchItem = {
  id: string;
  kind: WatchKind;
  subjectKind: WatchSubject;
  subjectLabel: string;
  what: string;
  raisedOn: string;
  raisedBy: string | null;
  via: WatchVia;
  waiting: number;
  touched: number;
  triageBy: string | null;
  isLate: boolean;
};

type Props = {
  items: readonly WatchItem[];
  today: string;
  isWaiting: boolean;
};

/** Watch items: what happened, the pages that wait, and until when. */
export function WatchTable({ items, today, isWaiting }: Props) {
  return (
    <DataTable
      caption={
        isWaiting
          ? "Items that wait for triage"
          : "Items without a page to triage"
      }
      rows={items}
      rowKey={({ id }) => id}
      empty={
        isWaiting ? (
          <EmptyState title="Nothing waits for triage">
            An item comes here when something outside the desk may make a live
            page wrong: a guideline replaced, a paper retracted, a gene renamed.
          </EmptyState>
        ) : (
          <EmptyState title="Nothing has been triaged yet">
            Items stay here when each of their pages has been decided.
          </EmptyState>
        )
      }
      columns={[
        {
          key: "what",
          header: "What happened",
          isHeading: true,
          cell: (item) => (
            <RowTitle
              title={`${watchKindLabels[item.kind]}: ${subjectInWords(item.subjectKind, item.subjectLabel)}`}
              href={paths.watchItem(item.id)}
              below={<span className="line-clamp-2">{item.what}</span>}
            />
          ),
        },
        {
          key: "pages",
          header: "Pages",
          cell: ({ waiting, touched }) =>
            waiting > 0
              ? `${String(waiting)} of ${String(touched)} to triage`
              : touched === 0
                ? "None"
                : `${String(touched)}, none waits`,
        },
        {
          key: "due",
          header: isWaiting ? "Triage by" : "Entered",
          cell: ({ triageBy, raisedOn, isLate }) =>
            triageBy === null ? (
              <DayText day={raisedOn} />
            ) : (
              <>
                <DayText day={triageBy} />
                <span
                  className={`block text-small ${isLate ? "font-bold text-overdue" : "text-ink-2"}`}
                >
                  {triageByInWords(today, triageBy)}
                </span>
              </>
            ),
        },
        {
          key: "by",
          header: "Entered by",
          cell: ({ raisedBy, via }) => enteredByInWords(raisedBy, via),
        },
      ]}
    />
  );
}
