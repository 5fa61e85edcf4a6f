import type { NeedKind } from "~/domain/needs";
import {
  assignmentLooks,
  deskLooks,
  publicLooks,
  type StatusLook,
} from "../status-looks";

/** Shape and colour of each matter; the word is in `wording/needs`. */
export const needLooks = {
  publish: deskLooks.approved,
  publish_correction: deskLooks.approved,
  schedule_refused: { shape: "octagon", colour: "text-overdue" },
  triage: { shape: "octagon", colour: "text-overdue" },
  disagreement: deskLooks.changes_requested,
  assign: deskLooks.in_review,
  assign_correction: { shape: "octagon", colour: "text-overdue" },
  rule: deskLooks.changes_requested,
  late: { shape: "dashed_clock", colour: "text-overdue" },
  hand_over: deskLooks.changes_requested,
  overdue: publicLooks.overdue,
  due: publicLooks.due_soon,
  answer: deskLooks.changes_requested,
  respond: assignmentLooks.invited,
  review: assignmentLooks.accepted,
  write: deskLooks.draft,
} as const satisfies Record<NeedKind, StatusLook>;
