import type { NoticeType, RoundKind, WithdrawalType } from "~/domain/words";
import { dayInWords } from "./days";
import {
  nextStepsForReaders,
  noticeLabels,
  noticeSentences,
  overdueSentence,
  withdrawnSentences,
  withheldSentence,
} from "./notices";
import { updatedLine } from "./public-page";

export type PublicNoticeFacts = {
  state: string;
  withheldBecause: string | null;
  roundKind: RoundKind;
  publishedOn: string;
  lastReviewedOn: string;
  nextReviewDue: string;
  withdrawnOn: string | null;
  withdrawalType: WithdrawalType | null;
  withdrawalReason: string | null;
  withheldBlocks: readonly string[];
};

/** One notice above the title of a public page. */
export type PublicNotice = {
  tone: "stop" | "warn" | "info";
  title: string;
  sentences: string[];
  /** The day since when it stands there, of one that an editor put up. */
  since: string | null;
  /** What a reader can do who gets no text. */
  nextSteps: readonly string[];
};

/**
 * What a reader must know before the title: the gravest first, in words.
 * `updated` names the sections that changed since the full review.
 */
export function publicNotices(
  page: PublicNoticeFacts,
  putUp: readonly { type: NoticeType; putUpOn: string }[],
  updated: readonly string[],
): PublicNotice[] {
  const standing = standingNotice(page, updated);
  return [
    ...(standing ? [standing] : []),
    ...putUp.map(({ type, putUpOn }) => ({
      ...notice("warn", noticeLabels[type], [noticeSentences[type]]),
      since: putUpOn,
    })),
    ...(page.withheldBlocks.length > 0
      ? [
          notice("warn", "Part of this page is withheld", [
            "A sentence stands where the text was while it is checked.",
          ]),
        ]
      : []),
  ];
}

function notice(
  tone: PublicNotice["tone"],
  title: string,
  sentences: string[],
  nextSteps: readonly string[] = [],
): PublicNotice {
  return { tone, title, sentences, since: null, nextSteps };
}

function standingNotice(
  page: PublicNoticeFacts,
  updated: readonly string[],
): PublicNotice | null {
  switch (page.state) {
    case "overdue":
      return notice("stop", "Overdue for review", [
        overdueSentence(page.nextReviewDue),
      ]);
    case "withheld":
      return notice(
        "stop",
        "This text is not shown",
        [whyWithheld(page)],
        nextStepsForReaders,
      );
    case "withdrawn":
      return notice(
        "stop",
        `Withdrawn${page.withdrawnOn ? ` on ${dayInWords(page.withdrawnOn)}` : ""}`,
        [
          ...(page.withdrawalType
            ? [withdrawnSentences[page.withdrawalType]]
            : []),
          ...(page.withdrawalReason ? [page.withdrawalReason] : []),
        ],
        nextStepsForReaders,
      );
    case "archived":
      return notice(
        "stop",
        "Archived",
        ["This page is no longer kept and its text is not shown."],
        nextStepsForReaders,
      );
    default:
      return page.roundKind === "full_review"
        ? null
        : notice("info", "Changed since the full review", [
            `${updatedLine(updated, page.publishedOn, page.lastReviewedOn)}.`,
          ]);
  }
}

function whyWithheld(page: PublicNoticeFacts): string {
  switch (page.withheldBecause) {
    case "approval_revoked":
      return "A reviewer took their approval back, so the text of this page is not shown.";
    case "set_fell":
      return "A page that belongs with this one was taken down, so the text of this page is not shown either.";
    default:
      return withheldSentence(page.nextReviewDue);
  }
}
