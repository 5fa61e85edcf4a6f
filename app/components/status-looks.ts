import type { AssignmentState, DeskState, PublicState } from "~/domain/words";

/** Shapes a state can have; no two that stand side by side share one. */
export type StatusShape =
  | "dash"
  | "dashed_ring"
  | "half_ring"
  | "diamond"
  | "disc_tick"
  | "clock"
  | "square_plus"
  | "hourglass"
  | "triangle"
  | "octagon"
  | "ring_cross"
  | "square_arrow"
  | "box"
  | "envelope"
  | "ring_minus"
  | "ring_i"
  | "dashed_clock";

export type StatusLook = { shape: StatusShape; colour: string };

const draft = "text-draft";
const overdue = "text-overdue";

/** Shape and colour of every desk state; the word is in `wording/statuses`. */
export const deskLooks = {
  none: { shape: "dash", colour: draft },
  draft: { shape: "dashed_ring", colour: draft },
  in_review: { shape: "half_ring", colour: "text-review" },
  changes_requested: { shape: "diamond", colour: "text-changes" },
  approved: { shape: "disc_tick", colour: "text-approved" },
  scheduled: { shape: "clock", colour: "text-scheduled" },
} as const satisfies Record<DeskState, StatusLook>;

/** Shape and colour of what readers get. */
export const publicLooks = {
  none: { shape: "dash", colour: draft },
  elsewhere: { shape: "square_arrow", colour: draft },
  live: { shape: "square_plus", colour: "text-live" },
  due_soon: { shape: "hourglass", colour: "text-changes" },
  overdue: { shape: "triangle", colour: overdue },
  withheld: { shape: "octagon", colour: overdue },
  withdrawn: { shape: "ring_cross", colour: "text-removed" },
  archived: { shape: "box", colour: draft },
} as const satisfies Record<PublicState, StatusLook>;

/** Shape and colour of one reviewer's assignment. */
export const assignmentLooks = {
  invited: { shape: "envelope", colour: draft },
  accepted: { shape: "half_ring", colour: "text-review" },
  declined: { shape: "ring_cross", colour: "text-changes" },
  lapsed: { shape: "dashed_clock", colour: "text-changes" },
  done: { shape: "disc_tick", colour: "text-approved" },
  dismissed: { shape: "ring_minus", colour: draft },
} as const satisfies Record<AssignmentState, StatusLook>;
