import type { Day } from "~/domain/days";
import { shareInWords, shortMonthInWords } from "~/wording/dated";
import { dayInWords } from "~/wording/days";
import { ChartFigure } from "../chart/chart-figure";
import { DataTable } from "../data-table";
import { DayText } from "../day-text";
import { Stack } from "../layout";

export type ShownMonth = {
  month: Day;
  onDay: Day;
  live: number;
  inDate: number;
  medianDaysOverdue: number | null;
  fullReviews: number;
  unchanged: number;
};

type Props = { months: readonly ShownMonth[] };

type Measure = {
  title: string;
  unit: string;
  fill: "approved" | "review" | "changes";
  top?: number;
  value: (month: ShownMonth) => number | null;
  words: (month: ShownMonth) => string;
};

const percent = (part: number, of: number) =>
  of === 0 ? null : (100 * part) / of;

const inDate: Measure = {
  title: "Share of live pages in date",
  unit: "Per cent of live pages",
  fill: "review",
  top: 100,
  value: ({ inDate: part, live }) => percent(part, live),
  words: ({ inDate: part, live }) => shareInWords(part, live),
};

const overdueBy: Measure = {
  title: "Median days overdue",
  unit: "Days, of the pages that were overdue",
  fill: "changes",
  value: ({ medianDaysOverdue }) => medianDaysOverdue,
  words: ({ medianDaysOverdue: days }) =>
    days === null
      ? "None overdue"
      : days === 1
        ? "1 day"
        : `${days.toLocaleString("en-GB")} days`,
};

const unchanged: Measure = {
  title: "Share of full reviews that changed nothing",
  unit: "Per cent of full reviews",
  fill: "approved",
  top: 100,
  value: ({ unchanged: part, fullReviews }) => percent(part, fullReviews),
  words: ({ unchanged: part, fullReviews }) => shareInWords(part, fullReviews),
};

const measures = [inDate, overdueBy, unchanged];

/** Three measures of the last months, each as bars, with one table of all. */
export function KeptCharts({ months }: Props) {
  return (
    <Stack>
      {measures.map((measure) => (
        <ChartFigure
          key={measure.title}
          title={measure.title}
          label={`${measure.title}, by month, ${latest(measure, months)}`}
          unit={measure.unit}
          top={measure.top}
          series={[{ label: measure.title, fill: measure.fill }]}
          bars={months.map((month, place) => ({
            key: month.month,
            title: `${dayInWords(month.month.slice(0, 7))}: ${measure.words(month)}`,
            mark: place % 3 === 0 ? shortMonthInWords(month.month) : undefined,
            values: [measure.value(month)],
          }))}
          table={<MonthRows measure={measure} months={months} />}
        />
      ))}
    </Stack>
  );
}

function MonthRows(props: Props & { measure: Measure }) {
  const { measure, months } = props;
  return (
    <DataTable
      caption={measure.title}
      rows={months}
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
          key: "value",
          header: measure.title,
          cell: (month) => measure.words(month),
        },
        {
          key: "on",
          header: "As it was on",
          cell: ({ onDay }) => <DayText day={onDay} />,
        },
      ]}
    />
  );
}

function latest(measure: Measure, months: readonly ShownMonth[]): string {
  const month = months.at(-1);
  return month ? `now: ${measure.words(month)}.` : "";
}
