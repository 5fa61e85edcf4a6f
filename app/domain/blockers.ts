/**
 * The stable codes of `desk.publish_blockers`: each is one reason why a version
 * may not be published now. The rules stand in SQL only; this is their list.
 */
export const blockerCodes = [
  "nothing_submitted",
  "not_latest",
  "base_moved",
  "round_open",
  "round_closed",
  "approvals_missing",
  "outsider_missing",
  "section_unsigned",
  "own_work",
  "same_person_twice",
  "interests",
  "approval_revoked",
  "approval_expired",
  "changes_requested",
  "comments_open",
  "findings_blocking",
  "scope_exceeded",
  "overdue",
  "due_mismatch",
  "metadata_missing",
  "owner_inactive",
  "withdrawn",
  "archived",
  "set_incomplete",
  "scheduled_later",
  "confidential_until",
  "clock_behind",
] as const;
export type BlockerCode = (typeof blockerCodes)[number];

/**
 * What SQL tells about one blocker; which parts there are depends on its code
 * (`prisma/migrations/0011_gate`). Every part may be absent.
 */
export type BlockerDetail = {
  expertise?: string;
  lacking?: number;
  person?: string;
  /** The title of another page. */
  page?: string;
  state?: string;
  standing?: string;
  /** "publisher" where it is about the editor who would publish. */
  capacity?: string;
  kind?: string;
  count?: number;
  run?: string;
  rule?: string;
  message?: string;
  excerpt?: string;
  missing?: string[];
  blocks?: string[];
  sections?: string[];
  /** Whether something of the page is live. */
  live?: boolean;
  newest?: number;
  because?: string;
  due?: string;
  /** The day is its source's statement, not one of ours. */
  stated?: boolean;
  day?: string;
  at?: string;
};

/** One row of the gate's answer: the code, who can clear it, and the particulars. */
export type Blocker = {
  code: BlockerCode;
  who: string;
  detail: BlockerDetail;
};

/** Tells a blocker code from any other word in a gate's answer. */
export function isBlockerCode(text: string): text is BlockerCode {
  return (blockerCodes as readonly string[]).includes(text);
}
