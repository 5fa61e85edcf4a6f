import {
  fillPlaceholders,
  type OwnWords,
  type Placeholder,
} from "~/domain/mail-words";
import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import type { Need } from "~/domain/words";
import type { MailKind, MailProps } from "./kinds";
import { leadOf, type PageRef, type Shared } from "./letter";
import { deadlineDay } from "./letter-words";

type Facts<Props> = Partial<Record<Placeholder, (props: Props) => string>>;

const everyMail = {
  person: ({ recipientName }) => recipientName,
  desk: ({ desk }) => desk.name,
} satisfies Facts<Shared>;

const aboutPage = {
  ...everyMail,
  gene: ({ page }) => leadOf(page),
  page: ({ page }) => page.title,
} satisfies Facts<Shared & { page: PageRef }>;

const aboutVersion = {
  ...aboutPage,
  version: ({ versionNumber }) => String(versionNumber),
} satisfies Facts<Shared & { page: PageRef; versionNumber: number }>;

const asked = {
  ...aboutVersion,
  expertise: ({ expertise }) => needLabel(expertise),
} satisfies Facts<
  Shared & { page: PageRef; versionNumber: number; expertise: Need }
>;

const ofReviewer = {
  ...asked,
  reviewer: (props: { reviewerName: string }) => props.reviewerName,
};

const discussed = { ...aboutPage, by: ({ by }: { by: string }) => by };

/**
 * What the desk's own words may name in each kind of mail: facts that the mail
 * itself states to its reader, and never a code or an address.
 */
const wordFacts: { [Kind in MailKind]: Facts<MailProps[Kind]> } = {
  invitation_to_desk: {
    ...everyMail,
    by: (props) => props.inviterName,
    until: (props) => deadlineDay(props.linkEndsOn),
  },
  review_requested: {
    ...asked,
    by: (props) => props.requestedBy,
    respondBy: (props) => deadlineDay(props.respondBy),
    reviewBy: (props) => deadlineDay(props.reviewBy),
  },
  review_reminder: {
    ...asked,
    respondBy: (props) => deadlineDay(props.respondBy),
    reviewBy: (props) => deadlineDay(props.reviewBy),
  },
  review_by_extended: {
    ...asked,
    by: (props) => props.extendedBy,
    reviewBy: (props) => deadlineDay(props.reviewBy),
  },
  assignment_accepted: {
    ...ofReviewer,
    reviewBy: (props) => deadlineDay(props.reviewBy),
  },
  assignment_declined: ofReviewer,
  assignment_lapsed: {
    ...ofReviewer,
    respondBy: (props) => deadlineDay(props.respondBy),
  },
  review_handed_over: { ...ofReviewer, deputy: (props) => props.deputyName },
  no_holder: { ...aboutPage, holder: (props) => props.personName },
  colleague_proposed: {
    ...ofReviewer,
    colleague: (props) => props.colleagueName,
  },
  changes_requested: ofReviewer,
  approved_by_all: {
    ...aboutVersion,
    until: (props) => deadlineDay(props.approvalsCountUntil),
  },
  review_dismissed: { ...asked, by: (props) => props.dismissedBy },
  published: {
    ...aboutVersion,
    by: (props) => props.publishedBy,
    lastReviewed: (props) => dayInWords(props.lastReviewedOn),
    due: (props) => deadlineDay(props.nextReviewDue),
  },
  withdrawn: { ...aboutVersion, by: (props) => props.withdrawnBy },
  set_fallen: { ...aboutPage, set: (props) => props.setName },
  reinstated: {
    ...aboutVersion,
    by: (props) => props.publishedBy,
    due: (props) => deadlineDay(props.nextReviewDue),
  },
  page_archived: { ...aboutPage, by: (props) => props.archivedBy },
  page_renamed: { ...aboutPage, by: (props) => props.renamedBy },
  rehearsal_refused: aboutVersion,
  // Of several pages at once: none of them is "the" page.
  review_due_digest: everyMail,
  version_submitted: { ...aboutVersion, by: (props) => props.submittedBy },
  approval_revoked: ofReviewer,
  schedule_refused: aboutVersion,
  comment_closed: { ...aboutPage, by: (props) => props.closedBy },
  comment_answered: discussed,
  answer_letter: {
    ...aboutVersion,
    by: (props) => props.by,
  },
  comment_reopened: discussed,
  mentioned: discussed,
  suggestions_answered: discussed,
  outside_invitation: {
    ...aboutVersion,
    by: (props) => props.inviterName,
    until: (props) => deadlineDay(props.linkEndsOn),
  },
  outside_code: aboutVersion,
  outside_recommended: { ...aboutVersion, expert: (props) => props.expertName },
  watch_item: {
    ...everyMail,
    triageBy: (props) => deadlineDay(props.triageBy),
  },
  mail_bounced: everyMail,
};

/** What words in one kind of mail may name, in the order in which they are offered. */
export function placeholdersOf(kind: MailKind): Placeholder[] {
  // The keys of such a table are its placeholders.
  return Object.keys(wordFacts[kind]) as Placeholder[];
}

/** What a signature may name: it stands under every mail. */
export const signaturePlaceholders = ["desk"] as const satisfies Placeholder[];

/** The desk's own words for one reader. */
export function fillOwnWords<Kind extends MailKind>(
  kind: Kind,
  props: MailProps[Kind],
  { opening, closing, signature }: OwnWords,
): OwnWords {
  const facts: Partial<Record<string, (props: MailProps[Kind]) => string>> =
    wordFacts[kind];
  const fill = (text: string) =>
    fillPlaceholders(text, (name) =>
      Object.hasOwn(facts, name) ? (facts[name]?.(props) ?? null) : null,
    );
  return {
    opening: fill(opening),
    closing: fill(closing),
    signature: fill(signature),
  };
}
