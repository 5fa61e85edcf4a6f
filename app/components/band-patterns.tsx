import type { BandState } from "./band-widths";

type Props = { id: string; states: readonly BandState[] };

/** The fills of one bar: told apart by pattern alone, also in greyscale. */
export function BandPatterns({ id, states }: Props) {
  const has = (state: BandState) => states.includes(state);
  return (
    <defs>
      {has("drafting") && (
        <pattern
          id={`${id}-drafting`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
        >
          <rect width="4" height="4" className="band-ground" />
          <circle cx="2" cy="2" r="0.9" className="band-dot" />
        </pattern>
      )}
      {has("review") && (
        <pattern
          id={`${id}-review`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className="band-ground" />
          <path d="M2.5 0v5" className="band-review" />
        </pattern>
      )}
      {has("changes") && (
        <pattern
          id={`${id}-changes`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" className="band-changes-ground" />
          <path d="M3.5 0v7M0 3.5h7" className="band-changes" />
        </pattern>
      )}
      {has("withheld") && (
        <pattern
          id={`${id}-withheld`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <rect width="6" height="6" className="band-withheld-ground" />
          <path d="M3 0v6" className="band-withheld" />
        </pattern>
      )}
    </defs>
  );
}

/** The fill of one band: a plain ground, or the pattern of its state. */
export function bandFill(id: string, state: BandState) {
  if (state === "empty") return { className: "band-ground" };
  if (state === "approved") return { className: "band-ink" };
  return { fill: `url(#${id}-${state})` };
}
