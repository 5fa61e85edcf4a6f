import type { ReactElement } from "react";
import * as answerLetter from "./answer-letter";
import * as approvalRevoked from "./approval-revoked";
import * as approvedByAll from "./approved-by-all";
import * as assignmentAccepted from "./assignment-accepted";
import * as assignmentDeclined from "./assignment-declined";
import * as assignmentLapsed from "./assignment-lapsed";
import * as changesRequested from "./changes-requested";
import * as colleagueProposed from "./colleague-proposed";
import * as commentAnswered from "./comment-answered";
import * as commentClosed from "./comment-closed";
import * as commentReopened from "./comment-reopened";
import * as invitationToDesk from "./invitation-to-desk";
import type { Letter, LetterDay, Shared } from "./letter";
import * as mailBounced from "./mail-bounced";
import * as mentioned from "./mentioned";
import * as pageArchived from "./page-archived";
import * as pageRenamed from "./page-renamed";
import * as outsideCode from "./outside-code";
import * as outsideInvitation from "./outside-invitation";
import * as outsideRecommended from "./outside-recommended";
import * as noHolder from "./no-holder";
import * as published from "./published";
import * as rehearsalRefused from "./rehearsal-refused";
import * as reinstated from "./reinstated";
import * as reviewByExtended from "./review-by-extended";
import * as reviewDismissed from "./review-dismissed";
import * as reviewDueDigest from "./review-due-digest";
import * as reviewReminder from "./review-reminder";
import * as reviewHandedOver from "./review-handed-over";
import * as reviewRequested from "./review-requested";
import * as scheduleRefused from "./schedule-refused";
import * as setFallen from "./set-fallen";
import * as suggestionsAnswered from "./suggestions-answered";
import * as versionSubmitted from "./version-submitted";
import * as watchItem from "./watch-item";
import * as withdrawn from "./withdrawn";

/** The kinds of alert that leave as mail, with what each is made from. */
export type MailProps = {
  invitation_to_desk: invitationToDesk.InvitationToDeskProps;
  review_requested: reviewRequested.ReviewRequestedProps;
  review_reminder: reviewReminder.ReviewReminderProps;
  review_by_extended: reviewByExtended.ReviewByExtendedProps;
  assignment_accepted: assignmentAccepted.AssignmentAcceptedProps;
  assignment_declined: assignmentDeclined.AssignmentDeclinedProps;
  assignment_lapsed: assignmentLapsed.AssignmentLapsedProps;
  review_handed_over: reviewHandedOver.ReviewHandedOverProps;
  review_dismissed: reviewDismissed.ReviewDismissedProps;
  no_holder: noHolder.NoHolderProps;
  colleague_proposed: colleagueProposed.ColleagueProposedProps;
  changes_requested: changesRequested.ChangesRequestedProps;
  approved_by_all: approvedByAll.ApprovedByAllProps;
  published: published.PublishedProps;
  withdrawn: withdrawn.WithdrawnProps;
  set_fallen: setFallen.SetFallenProps;
  reinstated: reinstated.ReinstatedProps;
  page_archived: pageArchived.PageArchivedProps;
  page_renamed: pageRenamed.PageRenamedProps;
  rehearsal_refused: rehearsalRefused.RehearsalRefusedProps;
  review_due_digest: reviewDueDigest.ReviewDueDigestProps;
  version_submitted: versionSubmitted.VersionSubmittedProps;
  approval_revoked: approvalRevoked.ApprovalRevokedProps;
  schedule_refused: scheduleRefused.ScheduleRefusedProps;
  comment_closed: commentClosed.CommentClosedProps;
  comment_answered: commentAnswered.CommentAnsweredProps;
  answer_letter: answerLetter.AnswerLetterProps;
  comment_reopened: commentReopened.CommentReopenedProps;
  mentioned: mentioned.MentionedProps;
  suggestions_answered: suggestionsAnswered.SuggestionsAnsweredProps;
  outside_invitation: outsideInvitation.OutsideInvitationProps;
  outside_code: outsideCode.OutsideCodeProps;
  outside_recommended: outsideRecommended.OutsideRecommendedProps;
  watch_item: watchItem.WatchItemProps;
  mail_bounced: mailBounced.MailBouncedProps;
};

export type MailKind = keyof MailProps;

export type MailTemplate<Props extends Shared> = {
  subject: (props: Props) => string;
  letter: (props: Props) => Letter;
  /** The days it asks somebody to keep, where it asks for any. */
  days?: (props: Props) => LetterDay[];
  default: (props: Props) => ReactElement;
};

export const mailTemplates: {
  [Kind in MailKind]: MailTemplate<MailProps[Kind]>;
} = {
  invitation_to_desk: invitationToDesk,
  review_requested: reviewRequested,
  review_reminder: reviewReminder,
  review_by_extended: reviewByExtended,
  assignment_accepted: assignmentAccepted,
  assignment_declined: assignmentDeclined,
  assignment_lapsed: assignmentLapsed,
  review_handed_over: reviewHandedOver,
  review_dismissed: reviewDismissed,
  no_holder: noHolder,
  colleague_proposed: colleagueProposed,
  changes_requested: changesRequested,
  approved_by_all: approvedByAll,
  published,
  withdrawn,
  set_fallen: setFallen,
  reinstated,
  page_archived: pageArchived,
  page_renamed: pageRenamed,
  rehearsal_refused: rehearsalRefused,
  review_due_digest: reviewDueDigest,
  version_submitted: versionSubmitted,
  approval_revoked: approvalRevoked,
  schedule_refused: scheduleRefused,
  comment_closed: commentClosed,
  comment_answered: commentAnswered,
  answer_letter: answerLetter,
  comment_reopened: commentReopened,
  mentioned,
  suggestions_answered: suggestionsAnswered,
  outside_invitation: outsideInvitation,
  outside_code: outsideCode,
  outside_recommended: outsideRecommended,
  watch_item: watchItem,
  mail_bounced: mailBounced,
};

/** Every kind of mail, in the order in which the templates are listed. */
export const mailKinds = Object.keys(mailTemplates).filter(isMailKind);

/** Whether a text names a kind of mail. */
export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(mailTemplates, kind);
}
