import { dayInWords } from "~/wording/days";

type Week = { startsOn: string; left: number };

type Props = {
  /** From this week on, one after the other. */
  weeks: readonly Week[];
  /** Pages at the beginning. */
  pages: number;
  /** What the picture shows, in a sentence. */
  label: string;
};

const wide = 600;
const high = 160;

/**
 * How many are left, week by week: a picture of a table that stands beside it.
 * Its words are outside, so that they keep their size on a phone.
 */
export function BurnDownChart({ weeks, pages, label }: Props) {
  const last = weeks.at(-1);
  if (!last || pages === 0) return null;
  const step = wide / weeks.length;
  const y = (left: number) => high - (left / pages) * high;
  const line = weeks
    .map(
      ({ left }, week) =>
        `H${(week * step).toFixed(1)} V${y(left).toFixed(1)} H${((week + 1) * step).toFixed(1)}`,
    )
    .join(" ");
  const path = `M0 ${y(pages).toFixed(1)} ${line}`;
  return (
    <figure className="panel p-4">
      <figcaption className="text-small text-ink-2">
        Pages left, at the end of each week
      </figcaption>
      <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-small text-ink-2 tabular-nums">
        <div
          aria-hidden="true"
          className="flex flex-col justify-between text-right"
        >
          <span>{pages.toLocaleString("en-GB")}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${String(wide)} ${String(high)}`}
          preserveAspectRatio="none"
          className="h-40 w-full border-b border-l border-edge"
        >
          <path
            d={`${path} V${String(high)} H0 Z`}
            className="fill-petrol-wash"
          />
          <path
            d={path}
            fill="none"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
            className="stroke-petrol"
          />
        </svg>
        <div
          aria-hidden="true"
          className="col-start-2 mt-1 flex justify-between"
        >
          <span>{dayInWords(weeks[0]?.startsOn ?? last.startsOn)}</span>
          <span>Week of {dayInWords(last.startsOn)}</span>
        </div>
      </div>
    </figure>
  );
}
