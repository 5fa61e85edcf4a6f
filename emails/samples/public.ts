import type { MailProps } from "../kinds";
import { glossary, ros1, sdhb, shared } from "./parts";

/** What readers get, or get no more. */
export const publicSamples = {
  published: {
    ...shared,
    page: sdhb,
    versionNumber: 2,
    roundKind: "full_review",
    publishedBy: "Ruth Quayle",
    publishedOn: "2026-11-23",
    lastReviewedOn: "2026-11-16",
    nextReviewDue: "2028-11-16",
    together: ["SDHB: questions from patients"],
  },
  withdrawn: {
    ...shared,
    page: glossary,
    versionNumber: 1,
    withdrawalType: "out_of_date",
    withdrawnBy: "Ruth Quayle",
    withdrawnOn: "2026-11-23",
    together: [],
  },
  set_fallen: {
    ...shared,
    page: sdhb,
    setName: "SDHB for everybody",
    fallenTitle: "SDHB: questions from patients",
    how: "withdrawn",
    others: [],
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
  schedule_refused: {
    ...shared,
    page: sdhb,
    versionNumber: 2,
    reasonCount: 2,
    setName: "SDHB for everybody",
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
} satisfies Partial<MailProps>;
