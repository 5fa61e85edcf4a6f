import type { DeskState, PublicState } from "~/domain/words";

export type BandState =
  "empty" | "drafting" | "review" | "changes" | "approved" | "withheld";

export type Band = {
  label: string;
  /** Characters, words or anything else that grows with the section. */
  length: number;
  state: BandState;
  href?: string;
};

/** A band is never thinner than this share of the bar, so that it can be seen. */
export const leastShare = 4;

/**
 * Where each band starts and how wide it is, in percent of the bar. Widths are
 * proportional to length above a floor; they fill the bar exactly. Lengths that
 * are not positive numbers count as nothing and get the floor.
 */
export function bandWidths(
  lengths: readonly number[],
): { start: number; width: number }[] {
  if (lengths.length === 0) return [];
  const floor = Math.min(leastShare, 100 / lengths.length);
  const clean = lengths.map((length) => (length > 0 ? length : 0));
  const total = clean.reduce((sum, length) => sum + length, 0);
  const free = 100 - floor * lengths.length;
  let start = 0;
  return clean.map((length) => {
    const share = total > 0 ? length / total : 1 / lengths.length;
    const width = floor + free * share;
    const band = { start, width };
    start += width;
    return band;
  });
}

const words = {
  empty: "not begun",
  drafting: "drafting",
  review: "in review",
  changes: "changes requested",
  approved: "approved",
  withheld: "withheld",
} as const satisfies Record<BandState, string>;

/** The word of a band's state, for the legend and for those who hear the bar. */
export function bandWord(state: BandState): string {
  return words[state];
}

/** What the bar shows, in words: "3 sections, all in review" or one by one. */
export function bandText(bands: readonly Band[]): string {
  const first = bands[0];
  if (!first) return "No sections yet";
  const sections =
    bands.length === 1 ? "1 section" : `${bands.length} sections`;
  if (bands.every((band) => band.state === first.state)) {
    const all = bands.length === 1 ? "" : "all ";
    return `${sections}, ${all}${bandWord(first.state)}`;
  }
  const each = bands.map((band) => `${band.label} ${bandWord(band.state)}`);
  return `${sections}: ${each.join(", ")}`;
}

const deskBands = {
  none: "approved",
  draft: "drafting",
  in_review: "review",
  changes_requested: "changes",
  approved: "approved",
  scheduled: "approved",
} as const satisfies Record<DeskState, BandState>;

/**
 * The state that every band of a page shows until sections have their own: that
 * of the newest work, else solid when the page has a signed text, else empty.
 */
export function bandStateOf(desk: DeskState, publicly: PublicState): BandState {
  if (desk !== "none") return deskBands[desk];
  if (publicly === "withheld" || publicly === "withdrawn") return "withheld";
  return publicly === "none" || publicly === "elsewhere" ? "empty" : "approved";
}
