import type { MailProps } from "../kinds";
import { glossary, reviewer, ros1, sdhb, shared } from "./parts";

/** What was submitted, decided, said and answered about a version. */
export const decidedSamples = {
  version_submitted: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    roundKind: "full_review",
    submittedBy: "Dr Maya Iyer",
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
  approval_revoked: {
    ...shared,
    ...reviewer,
    revocationKind: "unsafe",
  },
  comment_closed: {
    ...shared,
    page: ros1,
    versionNumber: 4,
    closedBy: "Ruth Quayle",
  },
  comment_answered: { ...shared, page: ros1, by: "Ruth Quayle" },
  comment_reopened: { ...shared, page: sdhb, by: "Prof. Lena Marsh" },
  mentioned: { ...shared, page: glossary, by: "Ruth Quayle" },
  suggestions_answered: { ...shared, page: ros1, by: "Dr Adaeze Okafor" },
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
} satisfies Partial<MailProps>;
