/**
 * Matters that can wait for somebody at the desk, the gravest first: of several
 * on one page the first is shown.
 */
export const needKinds = [
  "assign_correction",
  "publish_correction",
  "schedule_refused",
  "triage",
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

const gravest: readonly NeedKind[] = [
  "overdue",
  "due",
  "assign_correction",
  "publish_correction",
  "schedule_refused",
  "triage",
];

/**
 * For how many days at most an editor may put a matter away: 30, and 7 where
 * readers are affected, as the editors are reminded of an overdue page every
 * seventh day. A page due or overdue is put away once for each due day.
 * `desk.snooze` holds the same.
 */
export function longestSnooze(need: NeedKind): number {
  return gravest.includes(need) ? 7 : 30;
}
