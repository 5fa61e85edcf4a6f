import { useId, type ReactNode } from "react";
import { BandSwatch } from "../band-legend";
import { BarChart, type BarChartProps } from "./bar-chart";

type Props = Omit<BarChartProps, "id"> & {
  title: string;
  /** What the bars come to, in a sentence above them. */
  note?: string;
  /** What the line with steps is, where there is one. */
  limitLabel?: string;
  /** The same figures for whoever reads rather than looks. */
  table: ReactNode;
  isTableOpen?: boolean;
};

/** A chart, what its fills mean, and its figures as a table under it. */
export function ChartFigure(props: Props) {
  const { title, note, limitLabel, table, isTableOpen, ...chart } = props;
  const id = `chart${useId().replaceAll(":", "")}`;
  return (
    <figure
      className="panel min-w-0 p-4 sm:p-5"
      aria-labelledby={`${id}-title`}
    >
      <figcaption className="mb-3">
        <span id={`${id}-title`} className="block font-bold">
          {title}
        </span>
        {note && <span className="mt-1 block">{note}</span>}
        <span className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          {(chart.series.length > 1 || limitLabel) &&
            chart.series.map(({ label, fill }) => (
              <span key={label} className="inline-flex items-center gap-2">
                <BandSwatch state={fill} /> {label}
              </span>
            ))}
          {limitLabel && (
            <span className="inline-flex items-center gap-2">
              <svg width="18" height="12" aria-hidden="true">
                <path d="M0 6h18" className="chart-limit" />
              </svg>
              {limitLabel}
            </span>
          )}
        </span>
      </figcaption>
      {/* Wider than a phone: it scrolls by itself, also with the arrow keys. */}
      <div
        className="chart-scroll"
        tabIndex={0}
        role="group"
        aria-label={`${title}: the chart`}
      >
        <BarChart id={id} {...chart} />
      </div>
      <details className="mt-3" open={isTableOpen}>
        <summary className="inline-block cursor-pointer py-1 text-petrol underline">
          {title}: the figures as a table
        </summary>
        <div className="mt-3">{table}</div>
      </details>
    </figure>
  );
}
