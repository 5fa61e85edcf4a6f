/**
 * Matters that can wait for somebody at the desk, the gravest first: of several
 * on one page the first is shown.
 */
export const needKinds = [
  "assign_correction",
  "publish_correction",
  "schedule_refused",
  "disagreement",
  "publish",
  "rule",
  "assign",
  "late",
  "overdue",
  "answer",
  "hand_over",
  "due",
  "respond",
  "review",
  "write",
] as const;
export type NeedKind = (typeof needKinds)[number];
