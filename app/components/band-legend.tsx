import { useId } from "react";
import { BandPatterns, bandFill } from "./band-patterns";
import { type BandState, bandWord } from "./band-widths";

const all: BandState[] = ["approved", "review", "changes", "drafting", "empty"];

/** One small piece of a bar, beside its word. */
export function BandSwatch({ state }: { state: BandState }) {
  const id = `swatch${useId().replaceAll(":", "")}`;
  return (
    <svg className="band-swatch" width="18" height="12" aria-hidden="true">
      <BandPatterns id={id} states={[state]} />
      <rect width="18" height="12" {...bandFill(id, state)} />
      <rect
        x="0.75"
        y="0.75"
        width="16.5"
        height="10.5"
        className="band-outline"
      />
    </svg>
  );
}

/** What the fills mean, under a list that shows bars. */
export function BandLegend({ states = all }: { states?: BandState[] }) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
      <span>Bands:</span>
      {states.map((state) => (
        <span key={state} className="inline-flex items-center gap-2">
          <BandSwatch state={state} /> {bandWord(state)}
        </span>
      ))}
    </p>
  );
}
