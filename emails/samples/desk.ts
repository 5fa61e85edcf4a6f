import type { MailProps } from "../kinds";
import { brca1, glossary, ros1, sdhb, shared } from "./parts";

/** What the desk itself writes. */
export const deskSamples = {
  invitation_to_desk: {
    ...shared,
    inviterName: "Ruth Quayle",
    roles: ["author", "reviewer"],
    expertise: ["clinician", "genetic_counsellor"],
    linkEndsOn: "2026-12-04",
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
        daysOverdue: null,
        graceEndsOn: "2027-01-06",
        isPastGrace: false,
        ownerName: "Dr Maya Iyer",
      },
      {
        slug: "brca1",
        page: brca1,
        to: "editors",
        nextReviewDue: "2026-11-22",
        daysOverdue: 1,
        graceEndsOn: "2026-11-22",
        isPastGrace: true,
        ownerName: "Dr Adaeze Okafor",
      },
      {
        slug: "sdhb",
        page: sdhb,
        to: "collection_lead",
        nextReviewDue: "2026-11-09",
        daysOverdue: 14,
        graceEndsOn: "2027-02-07",
        isPastGrace: false,
        ownerName: null,
      },
      {
        slug: "sdhb",
        page: sdhb,
        to: "editors",
        nextReviewDue: "2026-11-09",
        daysOverdue: 14,
        graceEndsOn: "2027-02-07",
        isPastGrace: false,
        ownerName: null,
      },
      {
        slug: "glossary",
        page: glossary,
        to: "last_reviewers",
        nextReviewDue: "2026-11-23",
        daysOverdue: null,
        graceEndsOn: "2026-12-23",
        isPastGrace: false,
        ownerName: "Samuel Haddad",
      },
    ],
    more: { pages: 0, overdue: 0 },
    backlog: {
      ...{ pages: 12, isOverdue: 9, zeroOn: "2027-03-05" },
      turns: ["KRAS G12C in colorectal cancer"],
    },
  },
  watch_item: {
    ...shared,
    kind: "guideline_superseded",
    subjectKind: "guideline",
    subjectLabel: "NICE NG122 Lung cancer: diagnosis and management",
    what: "A new edition came out on 20 November 2026; the first treatment after progression is another one.",
    triageBy: "2026-11-23",
    isLate: false,
    pages: [ros1, sdhb],
  },
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
} satisfies Partial<MailProps>;
