import type { CSSProperties } from "react";
import type { Mark } from "./letter";

/** The product's colours; mail readers take no custom properties. */
export const colours = {
  ink: "#13202b",
  ink2: "#40505d",
  paper: "#ffffff",
  desk: "#eef2f3",
  rule: "#cfd8dc",
  petrol: "#0b5563",
};

export const fonts = {
  interface:
    "'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif",
  text: "'Source Serif 4',Georgia,'Times New Roman',serif",
};

/** Shape and colour of each state; the word stands beside them. */
export const markLook = {
  in_review: { shape: "◐", colour: "#1c5d9e" },
  changes_requested: { shape: "◆", colour: "#924800" },
  approved: { shape: "●", colour: "#186a3b" },
  live: { shape: "■", colour: "#0b5563" },
  due_soon: { shape: "□", colour: "#0b5563" },
  overdue: { shape: "▲", colour: "#a3152b" },
  withheld: { shape: "△", colour: "#a3152b" },
  withdrawn: { shape: "✕", colour: "#55636e" },
} satisfies Record<Mark, { shape: string; colour: string }>;

const diagonal: CSSProperties = {
  backgroundColor: "#dbe8f4",
  backgroundImage:
    "repeating-linear-gradient(135deg,#1c5d9e 0 2px,#ffffff 2px 5px)",
};
const crossHatch: CSSProperties = {
  backgroundColor: "#f7dfb5",
  backgroundImage: [45, 135]
    .map((turn) => `linear-gradient(${turn}deg,${stroke("#924800")})`)
    .join(),
  backgroundSize: "6px 6px",
};
const solid: CSSProperties = { backgroundColor: colours.ink };
const empty: CSSProperties = { backgroundColor: colours.paper };

/**
 * The fill of the section band for each state. A mail reader that drops the
 * pattern shows its plain colour.
 */
export const bandFill = {
  in_review: diagonal,
  changes_requested: crossHatch,
  approved: solid,
  live: solid,
  due_soon: solid,
  overdue: solid,
  withheld: empty,
  withdrawn: empty,
} satisfies Record<Mark, CSSProperties>;

/** One thin line through the middle of a tile. */
function stroke(colour: string): string {
  return `transparent 44%,${colour} 44% 56%,transparent 56%`;
}
