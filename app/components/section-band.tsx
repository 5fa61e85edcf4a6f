import { useId } from "react";
import { BandPatterns, bandFill } from "./band-patterns";
import { type Band, bandText, bandWidths, bandWord } from "./band-widths";

type Props = {
  bands: readonly Band[];
  /** Whose bar this is, for those who hear it: "BRCA1". */
  label?: string;
  /** `edge` is the flush upper edge of a card. */
  size?: "edge" | "small" | "medium" | "large";
};

const heights = { edge: 8, small: 12, medium: 16, large: 28 } as const;

/**
 * The signature of the product: a page as a banded chromosome. The width of a
 * band is the length of its section, its fill the state. Bands with an address
 * are links to their sections. No inline style: the security policy forbids it.
 */
export function SectionBand({ bands, label, size = "medium" }: Props) {
  const id = `band${useId().replaceAll(":", "")}`;
  const widths = bandWidths(bands.map((band) => band.length));
  const hasLinks = bands.some((band) => band.href);
  const text = `${label ? `${label}: ` : ""}${bandText(bands)}`;
  const height = heights[size];
  const radius = size === "edge" ? 0 : height / 2;
  return (
    <svg
      className={`band band-${size}`}
      height={height}
      role={hasLinks ? "group" : "img"}
      aria-label={text}
    >
      <BandPatterns id={id} states={bands.map((band) => band.state)} />
      <clipPath id={`${id}-ends`}>
        <rect width="100%" height="100%" rx={radius} />
      </clipPath>
      <g clipPath={`url(#${id}-ends)`}>
        <rect width="100%" height="100%" className="band-ground" />
        {bands.map((band, index) => (
          <rect
            key={index}
            x={percent(widths[index]?.start)}
            width={percent(widths[index]?.width)}
            height="100%"
            {...bandFill(id, band.state)}
          />
        ))}
        {bands.slice(1).map((band, index) => (
          <line
            key={index}
            x1={percent(widths[index + 1]?.start)}
            x2={percent(widths[index + 1]?.start)}
            y2="100%"
            className={
              isSolid(band) && isSolid(bands[index]) ? "band-gap" : "band-line"
            }
          />
        ))}
      </g>
      {size === "edge" ? (
        <line x2="100%" y1={height} y2={height} className="band-line" />
      ) : (
        <rect width="100%" height="100%" rx={radius} className="band-outline" />
      )}
      {bands.map((band, index) =>
        band.href ? (
          <a
            key={index}
            href={band.href}
            aria-label={`${band.label}: ${bandWord(band.state)}`}
          >
            <title>{`${band.label}: ${bandWord(band.state)}`}</title>
            <rect
              x={percent(widths[index]?.start)}
              width={percent(widths[index]?.width)}
              height="100%"
              className="band-target"
            />
          </a>
        ) : null,
      )}
    </svg>
  );
}

function percent(share: number | undefined): string {
  return `${(share ?? 0).toFixed(3)}%`;
}

function isSolid(band: Band | undefined): boolean {
  return band?.state === "approved";
}
