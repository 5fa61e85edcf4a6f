import type { NoticeType, RoundKind, WithdrawalType } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import {
  nextStepsForReaders,
  noticeLabels,
  noticeSentences,
  overdueSentence,
  withdrawnSentences,
  withheldSentence,
} from "~/wording/notices";
import { updatedLine } from "~/wording/public-page";
import { Notice } from "./notice";

type Facts = {
  state: string;
  withheldBecause: string | null;
  roundKind: RoundKind;
  publishedOn: string;
  lastReviewedOn: string;
  nextReviewDue: string;
  graceEndsOn: string;
  withdrawnOn: string | null;
  withdrawalType: WithdrawalType | null;
  withdrawalReason: string | null;
  withheldBlocks: readonly string[];
};

type Props = {
  page: Facts;
  notices: readonly { type: NoticeType; putUpOn: string }[];
  /** The sections that changed since the full review, by name. */
  updated: readonly string[];
};

/** What a reader must know before the title: the gravest first, in words. */
export function PublicNotices({ page, notices, updated }: Props) {
  return (
    <>
      <Standing page={page} updated={updated} />
      {notices.map((notice) => (
        <Notice
          key={`${notice.type} ${notice.putUpOn}`}
          tone="warn"
          title={noticeLabels[notice.type]}
        >
          <p>{noticeSentences[notice.type]}</p>
          <p className="text-small">Since {dayInWords(notice.putUpOn)}</p>
        </Notice>
      ))}
      {page.withheldBlocks.length > 0 && (
        <Notice tone="warn" title="Part of this page is withheld">
          <p>A sentence stands where the text was while it is checked.</p>
        </Notice>
      )}
    </>
  );
}

function Standing({ page, updated }: Pick<Props, "page" | "updated">) {
  switch (page.state) {
    case "overdue":
      return (
        <Notice tone="stop" title="Overdue for review">
          <p>{overdueSentence(page.nextReviewDue)}</p>
        </Notice>
      );
    case "withheld":
      return (
        <Notice tone="stop" title="This text is not shown">
          <p>
            {page.withheldBecause === "approval_revoked"
              ? "A reviewer took their approval back, so the text of this page is not shown."
              : page.withheldBecause === "set_fell"
                ? "A page that belongs with this one was taken down, so the text of this page is not shown either."
                : withheldSentence(page.nextReviewDue)}
          </p>
          <NextSteps />
        </Notice>
      );
    case "withdrawn":
      return (
        <Notice
          tone="stop"
          title={`Withdrawn${page.withdrawnOn ? ` on ${dayInWords(page.withdrawnOn)}` : ""}`}
        >
          {page.withdrawalType && (
            <p>{withdrawnSentences[page.withdrawalType]}</p>
          )}
          {page.withdrawalReason && <p>{page.withdrawalReason}</p>}
          <NextSteps />
        </Notice>
      );
    case "archived":
      return (
        <Notice tone="stop" title="Archived">
          <p>This page is no longer kept and its text is not shown.</p>
          <NextSteps />
        </Notice>
      );
    default:
      return page.roundKind === "full_review" ? null : (
        <Notice tone="info" title="Changed since the full review">
          <p>{updatedLine(updated, page.publishedOn, page.lastReviewedOn)}.</p>
        </Notice>
      );
  }
}

function NextSteps() {
  return (
    <ul className="mt-2 list-disc pl-5">
      {nextStepsForReaders.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ul>
  );
}
