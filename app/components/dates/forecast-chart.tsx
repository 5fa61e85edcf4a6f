import type { Day } from "~/domain/days";
import { shortMonthInWords } from "~/wording/dated";
import { dayInWords } from "~/wording/days";
import type { ChartBar } from "../chart/bar-chart";
import { axisTop } from "../chart/chart-scale";
import { ChartFigure } from "../chart/chart-figure";
import { DataTable } from "../data-table";
import { DayText } from "../day-text";

export type ShownWeek = {
  week: Day;
  asked: number;
  due: number;
  again: number;
  capacity: number;
};

type Props = { weeks: readonly ShownWeek[]; whose: string };

const series = [
  { label: "Asked for already", fill: "approved" },
  { label: "Next reviews that fall due", fill: "review" },
  {
    label: "Reviews after those, if each is done on its day",
    fill: "drafting",
  },
] as const;

/** The reviews of each week against what is taken in it. */
export function ForecastChart({ weeks, whose }: Props) {
  return (
    <ChartFigure
      title={`Reviews a week: ${whose}`}
      label={`Reviews in each of ${String(weeks.length)} weeks, with what is taken in a week. ${peakInWords(weeks)}`}
      unit="Reviews in the week"
      series={series}
      limitLabel="Reviews that are taken in the week"
      note={capacityInWords(weeks)}
      isPeakMarked
      bars={barsOf(weeks)}
      table={<WeekTable weeks={weeks} />}
    />
  );
}

function barsOf(weeks: readonly ShownWeek[]): ChartBar[] {
  return weeks.map((each, place) => ({
    key: each.week,
    title: `Week of ${dayInWords(each.week)}: ${String(sumOf(each))} reviews, ${String(each.capacity)} are taken`,
    mark: monthMark(weeks, place),
    values: [each.asked, each.due, each.again],
    limit: each.capacity,
  }));
}

function WeekTable({ weeks }: { weeks: readonly ShownWeek[] }) {
  const number = (key: "asked" | "due" | "again" | "capacity") => ({
    key,
    isNumber: true,
    cell: (each: ShownWeek) => each[key],
  });
  return (
    <DataTable
      caption="Reviews of each week"
      rows={weeks}
      rowKey={({ week }) => week}
      empty={null}
      columns={[
        {
          key: "week",
          header: "Week of",
          isHeading: true,
          cell: ({ week }) => <DayText day={week} />,
        },
        { header: "Asked for", ...number("asked") },
        { header: "Fall due", ...number("due") },
        { header: "After those", ...number("again") },
        {
          key: "all",
          header: "All",
          isNumber: true,
          cell: (each) => <b>{sumOf(each)}</b>,
        },
        { header: "Are taken", ...number("capacity") },
        {
          key: "over",
          header: "Too many",
          isNumber: true,
          cell: (each) => Math.max(0, sumOf(each) - each.capacity) || "",
        },
      ]}
    />
  );
}

/** A stroke under the first week of each month, and every third month's name. */
function monthMark(weeks: readonly ShownWeek[], place: number) {
  const week = weeks[place]?.week ?? "";
  const before = weeks[place - 1]?.week ?? "";
  if (place === 0) return shortMonthInWords(week);
  if (week.slice(0, 7) === before.slice(0, 7)) return undefined;
  const isNamed = place > 9 && Number(week.slice(5, 7)) % 3 === 1;
  // The last name would stand beyond the edge.
  return isNamed && place < weeks.length - 6 ? shortMonthInWords(week) : "";
}

/** What is taken against what is asked for, where the line may be too high to draw. */
function capacityInWords(weeks: readonly ShownWeek[]): string {
  const taken = weeks.map(({ capacity }) => capacity);
  const [least, most] = [Math.min(...taken), Math.max(...taken)];
  const range =
    least === most ? String(most) : `${String(least)} to ${String(most)}`;
  const tooMany = weeks.filter((each) => sumOf(each) > each.capacity).length;
  const over =
    tooMany === 0
      ? "no week asks for more"
      : tooMany === 1
        ? "1 week asks for more"
        : `${String(tooMany)} weeks ask for more`;
  const isCut = most > axisTop(barsOf(weeks));
  const line = isCut ? " Where no dashed line is, it is above the chart." : "";
  return `${range} are taken in a week: ${over}. ${peakInWords(weeks)}${line}`;
}

function peakInWords(weeks: readonly ShownWeek[]): string {
  const [most] = [...weeks].sort((one, other) => sumOf(other) - sumOf(one));
  if (!most || sumOf(most) === 0) return "No review is to come.";
  return `The most fall in the week of ${dayInWords(most.week)}: ${String(sumOf(most))}.`;
}

function sumOf({ asked, due, again }: ShownWeek): number {
  return asked + due + again;
}
