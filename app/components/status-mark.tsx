import type { ReactNode } from "react";
import type { StatusShape } from "./status-looks";

const exclamation = (colour: string) => (
  <path d="M8 5v3.6M8 10.9v.2" stroke={colour} strokeWidth="1.9" />
);
const paper = "var(--status-ground, var(--color-paper))";

const shapes = {
  dash: <path d="M3.5 8h9" />,
  dashed_ring: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      strokeDasharray="2.7 2.17"
      strokeLinecap="butt"
    />
  ),
  half_ring: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path
        d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"
        fill="currentColor"
        stroke="none"
      />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" />
      {exclamation("currentColor")}
    </>
  ),
  disc_tick: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.8 8.3 2.2 2.2 4.3-4.7" stroke={paper} strokeWidth="1.9" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
  square_plus: (
    <>
      <rect
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        rx="2"
        fill="currentColor"
        stroke="none"
      />
      <path d="M8 4.7v6.6M4.7 8h6.6" stroke={paper} strokeWidth="1.9" />
    </>
  ),
  hourglass: (
    <path d="M3.8 1.9h8.4M3.8 14.1h8.4M5 1.9v2.5L8 8l3-3.6V1.9M5 14.1v-2.5L8 8l3 3.6v2.5" />
  ),
  triangle: (
    <>
      <path d="M8 1.7 15.2 14.3H.8z" fill="currentColor" strokeWidth="1.2" />
      <path d="M8 6v4M8 12.1v.2" stroke={paper} strokeWidth="1.9" />
    </>
  ),
  octagon: (
    <>
      <path
        d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"
        fill="currentColor"
        stroke="none"
      />
      <path d="M4.6 8h6.8" stroke={paper} strokeWidth="2.2" />
    </>
  ),
  ring_cross: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.7 5.7 4.6 4.6M10.3 5.7l-4.6 4.6" />
    </>
  ),
  square_arrow: (
    <path d="M8 2.5H4A1.5 1.5 0 0 0 2.5 4v8A1.5 1.5 0 0 0 4 13.5h8a1.5 1.5 0 0 0 1.5-1.5V8M10.2 1.8h4v4M14 2 8 8" />
  ),
  box: <path d="M1.8 2.8h12.4v3H1.8zM2.9 5.8v7.4h10.2V5.8M6.3 8.7h3.4" />,
  envelope: <path d="M1.8 3.3h12.4v9.4H1.8zM2.1 3.8 8 8.6l5.9-4.8" />,
  ring_minus: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  ring_i: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.4v3.7M8 4.9v.1" strokeWidth="1.9" />
    </>
  ),
  dashed_clock: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.2"
        strokeDasharray="2.7 2.17"
        strokeLinecap="butt"
      />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
} as const satisfies Record<StatusShape, ReactNode>;

type Props = { shape: StatusShape; size?: number };

/** The shape of a status by itself, always beside its word. */
export function StatusMark({ shape, size = 16 }: Props) {
  return (
    <svg
      className="flex-none"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[shape]}
    </svg>
  );
}
