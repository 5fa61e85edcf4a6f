import type { MailProps } from "./kinds";
import type { PageRef, Shared } from "./letter";

export const ros1: PageRef = {
  gene: "ROS1",
  title: "ROS1-rearranged lung cancer",
  kind: "clinician_page",
};
const brca1: PageRef = {
  gene: "BRCA1",
  title: "Living with a BRCA1 result: questions and answers",
  kind: "patient_qa",
};
const sdhb: PageRef = {
  gene: "SDHB",
  title: "Hereditary paraganglioma",
  kind: "gene_summary",
};
const glossary: PageRef = {
  gene: null,
  title: "What “variant of uncertain significance” means",
  kind: "glossary",
};

export const shared: Shared = {
  recipientName: "Dr Maya Iyer",
  desk: { name: "The gene desk", replyTo: "editors@example.org" },
  url: "https://desk.example.org/desk/somewhere?step=1&from=mail",
};

const reviewer = {
  page: ros1,
  versionNumber: 4,
  reviewerName: "Prof. Lena Marsh",
  expertise: "laboratory_scientist",
} as const;

/** One mail of each kind, as the desk would write it: people and pages are invented. */
export const samples: MailProps = {
  invitation_to_desk: {
    ...shared,
    inviterName: "Ruth Quayle",
    roles: ["author", "reviewer"],
    expertise: ["clinician", "genetic_counsellor"],
    linkEndsOn: "2026-12-04",
  },
  outside_invitation: {
    ...shared,
    page: ros1,
    inviterName: "Ruth Quayle",
    versionNumber: 4,
    linkEndsOn: "2026-12-04",
    expertise: null,
  },
  outside_code: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    verdict: "approve",
    code: "402 917",
  },
  outside_recommended: {
    ...shared,
    page: ros1,
    expertName: "Prof. Ines Duarte",
    versionNumber: 4,
    recommendation: "publish_after_changes",
  },
  review_requested: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    roundKind: "full_review",
    expertise: "clinician",
    requestedBy: "Ruth Quayle",
    respondBy: "2026-11-27",
    reviewBy: "2026-12-11",
  },
  reinstated: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    publishedBy: "Ruth Quayle",
    publishedOn: "2026-11-20",
    nextReviewDue: "2027-05-04",
  },
  page_archived: { ...shared, page: ros1, archivedBy: "Ruth Quayle" },
  page_renamed: {
    ...shared,
    page: ros1,
    renamedBy: "Ruth Quayle",
    oldAddress: "/pages/ros1-lung",
    newAddress: "/pages/ros1-rearranged-lung-cancer",
  },
  rehearsal_refused: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    step: "24 hours",
    publishAt: new Date("2026-11-28T08:00:00Z"),
    timeZone: "Europe/London",
    blockers: [
      {
        code: "approval_expired",
        who: "reviewer",
        detail: { person: "Dr Lena Marsh" },
      },
    ],
  },
  review_reminder: {
    ...shared,
    page: ros1,
    state: "accepted",
    versionNumber: 4,
    expertise: "clinician",
    respondBy: "2026-11-27",
    reviewBy: "2026-12-11",
    today: "2026-12-14",
    remindedBy: "Ruth Quayle",
  },
  review_by_extended: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    expertise: "clinician",
    reviewBy: "2026-12-18",
    extendedBy: "Ruth Quayle",
    reason: "You are on call this week.",
  },
  assignment_accepted: { ...shared, ...reviewer, reviewBy: "2026-12-11" },
  assignment_declined: { ...shared, ...reviewer, nextName: null },
  assignment_lapsed: {
    ...shared,
    ...reviewer,
    respondBy: "2026-11-27",
    nextName: "Dr Marta Kowalska",
  },
  review_handed_over: {
    ...shared,
    ...reviewer,
    deputyName: "Dr Marta Kowalska",
    because: "absence",
    isReviewer: false,
  },
  no_holder: {
    ...shared,
    page: ros1,
    what: "page",
    personName: "Dr Tom Bryce",
  },
  colleague_proposed: {
    ...shared,
    ...reviewer,
    colleagueName: "Dr Ines Duarte",
    colleagueAddress: "ines.duarte@example.org",
  },
  changes_requested: { ...shared, ...reviewer, mustFixCount: 3 },
  approved_by_all: {
    ...shared,
    page: sdhb,
    versionNumber: 2,
    approvals: [
      {
        reviewerName: "Prof. Lena Marsh",
        expertise: "laboratory_scientist",
        signedOn: "2026-11-16",
      },
      {
        reviewerName: "Samuel Haddad",
        expertise: "medical_editor",
        signedOn: "2026-11-20",
      },
    ],
    approvalsCountUntil: "2027-01-15",
  },
  published: {
    ...shared,
    page: sdhb,
    versionNumber: 2,
    roundKind: "full_review",
    publishedBy: "Ruth Quayle",
    publishedOn: "2026-11-23",
    lastReviewedOn: "2026-11-16",
    nextReviewDue: "2028-11-16",
  },
  withdrawn: {
    ...shared,
    page: glossary,
    versionNumber: 1,
    withdrawalType: "out_of_date",
    withdrawnBy: "Ruth Quayle",
    withdrawnOn: "2026-11-23",
  },
  review_due_digest: {
    ...shared,
    today: "2026-11-23",
    items: [
      {
        slug: "ros1",
        page: ros1,
        to: "owner",
        nextReviewDue: "2026-12-07",
        graceEndsOn: "2027-01-06",
        ownerName: "Dr Maya Iyer",
      },
      {
        slug: "brca1",
        page: brca1,
        to: "editors",
        nextReviewDue: "2026-11-22",
        graceEndsOn: "2026-11-22",
        ownerName: "Dr Adaeze Okafor",
      },
      {
        slug: "sdhb",
        page: sdhb,
        to: "collection_lead",
        nextReviewDue: "2026-11-09",
        graceEndsOn: "2027-02-07",
        ownerName: null,
      },
      {
        slug: "sdhb",
        page: sdhb,
        to: "editors",
        nextReviewDue: "2026-11-09",
        graceEndsOn: "2027-02-07",
        ownerName: null,
      },
      {
        slug: "glossary",
        page: glossary,
        to: "last_reviewers",
        nextReviewDue: "2026-11-23",
        graceEndsOn: "2026-12-23",
        ownerName: "Samuel Haddad",
      },
    ],
  },
  version_submitted: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    roundKind: "full_review",
    submittedBy: "Dr Maya Iyer",
  },
  approval_revoked: {
    ...shared,
    ...reviewer,
    revocationKind: "unsafe",
  },
  schedule_refused: {
    ...shared,
    page: sdhb,
    versionNumber: 2,
    reasonCount: 2,
  },
  comment_closed: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    closedBy: "Ruth Quayle",
  },
  comment_answered: { ...shared, page: ros1, by: "Ruth Quayle" },
  answer_letter: {
    ...shared,
    page: ros1,
    by: "Ruth Quayle",
    versionNumber: 4,
    remarks: [
      { kind: "must_fix", body: "Say at which dose.", decision: "closed" },
      { kind: "question", body: "Is that so in Wales?", decision: "open" },
    ],
  },
  comment_reopened: { ...shared, page: sdhb, by: "Prof. Lena Marsh" },
  mentioned: { ...shared, page: glossary, by: "Ruth Quayle" },
  suggestions_answered: { ...shared, page: ros1, by: "Dr Adaeze Okafor" },
  mail_bounced: {
    ...shared,
    about: { page: ros1, mark: "in_review" },
    personName: "Dr Adaeze Okafor",
    personAddress:
      "adaeze.okafor-with-a-long-name@genomics.hospital.example.org",
    lostSubject:
      "ROS1: will you review this page? Answer by Friday 27 November 2026",
    triedOn: "2026-11-23",
    reason:
      "The mail server refused the recipient's address: 550 5.1.1 No such person here",
  },
};
