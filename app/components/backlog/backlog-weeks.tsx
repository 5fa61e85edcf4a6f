import { dayInWords } from "~/wording/days";
import { DataTable } from "../data-table";

type Week = {
  startsOn: string;
  starting: number;
  finished: number;
  left: number;
};

/** The weeks of the plan in which something begins or ends: the table of the chart. */
export function BacklogWeeks({ weeks }: { weeks: readonly Week[] }) {
  const busy = weeks.filter(
    ({ starting, finished }) => starting > 0 || finished > 0,
  );
  if (busy.length === 0) return null;
  return (
    <details>
      <summary className="py-1.5 font-bold">
        The same as a table, week by week
      </summary>
      <div className="mt-3">
        <DataTable
          caption="Reviews that begin and end, and pages left, by week"
          rows={busy}
          rowKey={({ startsOn }) => startsOn}
          empty={null}
          columns={[
            {
              key: "week",
              header: "Week of",
              isHeading: true,
              cell: ({ startsOn }) => dayInWords(startsOn),
            },
            {
              key: "starting",
              header: "Begin",
              isNumber: true,
              cell: ({ starting }) => String(starting),
            },
            {
              key: "finished",
              header: "Done",
              isNumber: true,
              cell: ({ finished }) => String(finished),
            },
            {
              key: "left",
              header: "Left",
              isNumber: true,
              cell: ({ left }) => String(left),
            },
          ]}
        />
      </div>
    </details>
  );
}
