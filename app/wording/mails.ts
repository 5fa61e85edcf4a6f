const kinds: Record<string, string> = {
  every_mail: "Signature of every mail",
  invitation_to_desk: "Invitation",
  version_submitted: "Submitted for review",
  review_requested: "Review requested",
  review_reminder: "Review reminder",
  review_by_extended: "More time for a review",
  assignment_accepted: "Review accepted",
  assignment_declined: "Review declined",
  assignment_lapsed: "Review not answered",
  review_handed_over: "Review handed over",
  review_dismissed: "No longer asked",
  no_holder: "Nobody holds it",
  colleague_proposed: "Colleague proposed",
  changes_requested: "Changes requested",
  approval_revoked: "Approval revoked",
  approved_by_all: "Approved by all",
  published: "Published",
  withdrawn: "Withdrawn",
  set_fallen: "Fell with its set",
  reinstated: "Reinstated",
  page_archived: "Archived",
  page_renamed: "New address",
  rehearsal_refused: "Will be refused at its hour",
  schedule_refused: "Schedule refused",
  comment_closed: "Comment closed",
  comment_answered: "Comment answered",
  answer_letter: "Answer to the reviewers",
  comment_reopened: "Comment opened again",
  mentioned: "Named in a comment",
  suggestions_answered: "Suggestions answered",
  review_due_digest: "Reviews due",
  outside_invitation: "Link for an outside expert",
  outside_code: "Code to sign with",
  outside_recommended: "Opinion of an outside expert",
  watch_item: "Watch item",
  mail_bounced: "Mail lost",
};

/** The kind of a mail in words. */
export function mailKindLabel(kind: string): string {
  return kinds[kind] ?? kind.replaceAll("_", " ");
}

const states: Record<string, string> = {
  queued: "Waiting to be sent",
  sending: "Being sent",
  sent: "Sent",
  kept: "Kept here: this desk has no mail server",
  failed: "Lost: it could not be delivered",
  skipped: "Not sent: its reason was gone",
};

/** What became of a mail, in words. */
export function mailStateLabel(state: string): string {
  return states[state] ?? state;
}
