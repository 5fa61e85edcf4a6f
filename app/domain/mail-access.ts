/** What ties somebody to the desk, and to the page that a mail is about. */
export type MailTie =
  | "role"
  | "editor"
  | "admin"
  /** Owner or author of the page. */
  | "team"
  /** Asked to review the page, not released, and still able to. */
  | "reviewer"
  /** Has a link to a version of the page that still works, for what it asks. */
  | "outsider";

const discussion: readonly MailTie[] = ["editor", "team", "reviewer"];
const everybody: readonly MailTie[] = [...discussion, "outsider"];

/** Who may be told by a mail of each kind: whoever has one of these ties. */
const readers: Record<string, readonly MailTie[]> = {
  invitation_to_desk: ["role"],
  mail_bounced: ["editor", "admin"],
  review_due_digest: ["role"],
  // One reminder as the inbox shows it; the digest holds all of a day.
  review_due: ["role"],
  version_submitted: ["editor"],
  approved_by_all: ["editor"],
  approval_revoked: ["editor"],
  schedule_refused: ["editor"],
  rehearsal_refused: ["editor", "team"],
  watch_item: ["editor", "team"],
  assignment_accepted: ["editor"],
  assignment_declined: ["editor"],
  assignment_lapsed: ["editor"],
  colleague_proposed: ["editor"],
  // Whoever was released from a review is told so; a lead need be no editor.
  review_handed_over: ["role"],
  review_dismissed: ["role"],
  no_holder: ["role"],
  changes_requested: ["editor", "team"],
  outside_invitation: ["outsider"],
  outside_code: ["outsider"],
  outside_recommended: ["editor"],
  review_requested: ["reviewer"],
  review_reminder: ["reviewer", "outsider"],
  review_by_extended: ["reviewer", "outsider"],
  // Whoever signed from outside stands behind what readers have, too.
  published: everybody,
  withdrawn: everybody,
  set_fallen: everybody,
  reinstated: everybody,
  page_archived: everybody,
  page_renamed: everybody,
};

/**
 * May a mail of this kind go to somebody with these ties? Asked when it is
 * sent, because access may have ended since it was raised. A kind that names
 * no ties is for those who take part: editors, the team and its reviewers.
 */
export function mayBeTold(kind: string, ties: readonly MailTie[]): boolean {
  return (readers[kind] ?? discussion).some((tie) => ties.includes(tie));
}

/** The same table for a query: who may be told, by kind, and of every other kind. */
export const mailReaders = { byKind: readers, otherwise: discussion };
