import { BandPatterns, bandFill } from "../band-patterns";
import type { BandState } from "../band-widths";
import { heightOf, marksFor } from "./chart-scale";

/** One part of every bar, told from the others by its fill. */
export type ChartSeries = { label: string; fill: BandState };

export type ChartBar = {
  key: string;
  /** What the bar stands for, for whoever points at it. */
  title: string;
  /** Under the axis; most bars of a long row have none, some only a stroke. */
  mark?: string | undefined;
  /** One value for each series, from the axis upwards; null is not known. */
  values: readonly (number | null)[];
  /** A line across the bar: what it may come to. */
  limit?: number;
};

export type BarChartProps = {
  id: string;
  /** Says in a sentence what the bars show; the table beside has the figures. */
  label: string;
  unit: string;
  series: readonly ChartSeries[];
  bars: readonly ChartBar[];
  /** The top of the axis where it is known: 100 for a percentage. */
  top?: number;
  /** The highest bar carries its figure. */
  isPeakMarked?: boolean;
};

const width = 960;
const height = 280;
const left = 52;
const right = 12;
const above = 30;
const below = 30;
const floor = height - below;

/** Bars on an axis, drawn by the server; without colour the fills tell them apart. */
export function BarChart(props: BarChartProps) {
  const { id, label, unit, series, bars, top, isPeakMarked } = props;
  const marks = marksFor(bars, top);
  const peak = isPeakMarked ? peakOf(bars) : null;
  const most = marks.at(-1) ?? 1;
  const y = (value: number) => floor - (value / most) * (floor - above);
  const step = (width - left - right) / Math.max(1, bars.length);
  return (
    <svg
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label={label}
      className="chart"
    >
      <BandPatterns id={id} states={series.map(({ fill }) => fill)} />
      <text x={0} y={14} className="chart-text">
        {unit}
      </text>
      {marks.map((mark) => (
        <g key={mark}>
          <path
            d={`M${String(left)} ${String(y(mark))}H${String(width - right)}`}
            className={mark === 0 ? "chart-axis" : "chart-grid"}
          />
          <text
            x={left - 8}
            y={y(mark) + 4.5}
            textAnchor="end"
            className="chart-text"
          >
            {mark}
          </text>
        </g>
      ))}
      {bars.map((bar, place) => (
        <Bar
          key={bar.key}
          bar={bar}
          x={left + place * step}
          step={step}
          y={y}
          id={id}
          series={series}
        />
      ))}
      <LimitLine bars={bars} step={step} y={y} most={most} />
      {peak !== null && (
        <text
          x={left + (peak + 0.5) * step}
          y={y(heightOf(bars[peak] ?? none)) - 6}
          textAnchor="middle"
          className="chart-text"
        >
          {heightOf(bars[peak] ?? none)}
        </text>
      )}
    </svg>
  );
}

type BarProps = {
  bar: ChartBar;
  x: number;
  step: number;
  y: (value: number) => number;
  id: string;
  series: readonly ChartSeries[];
};

function Bar({ bar, x, step, y, id, series }: BarProps) {
  const gap = Math.min(6, step * 0.18);
  let sum = 0;
  return (
    <g>
      <title>{bar.title}</title>
      {series.map(({ label, fill }, place) => {
        const value = bar.values[place] ?? null;
        if (value === null || (value === 0 && series.length > 1)) return null;
        // None at all is a line on the axis; what is not known is nothing.
        if (value === 0)
          return (
            <path
              key={label}
              d={`M${String(x + gap / 2)} ${String(floor - 1.5)}h${String(step - gap)}`}
              className="chart-none"
            />
          );
        sum += value;
        return (
          <rect
            key={label}
            x={x + gap / 2}
            y={y(sum)}
            width={step - gap}
            height={y(sum - value) - y(sum)}
            className={`chart-bar ${bandFill(id, fill).className ?? ""}`}
            fill={bandFill(id, fill).fill}
          />
        );
      })}
      {bar.mark !== undefined && (
        <>
          <path
            d={`M${String(x + 0.5)} ${String(floor)}v6`}
            className="chart-axis"
          />
          <text x={x} y={floor + 20} className="chart-text">
            {bar.mark}
          </text>
        </>
      )}
    </g>
  );
}

/** What every bar may come to, as one line with steps. */
function LimitLine(props: {
  bars: readonly ChartBar[];
  step: number;
  y: (value: number) => number;
  /** The top of the axis: nothing is drawn above it. */
  most: number;
}) {
  const { bars, step, y, most } = props;
  let isDrawn = false;
  const steps = bars.map(({ limit }, place) => {
    const isBelow = limit !== undefined && limit <= most;
    const begins = isBelow && !isDrawn;
    isDrawn = isBelow;
    if (!isBelow) return "";
    const from = `${String(left + place * step)} ${String(y(limit))}`;
    return `${begins ? "M" : "L"}${from}h${String(step)}`;
  });
  return <path d={steps.join("")} className="chart-limit" />;
}

const none = { values: [] };

/** The place of the highest bar, the first of several; null when all are empty. */
function peakOf(bars: readonly ChartBar[]): number | null {
  const highest = Math.max(0, ...bars.map(heightOf));
  return highest === 0
    ? null
    : bars.findIndex((bar) => heightOf(bar) === highest);
}
