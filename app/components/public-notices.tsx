import type { NoticeType } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import {
  type PublicNoticeFacts,
  publicNotices,
} from "~/wording/public-notices";
import { Notice } from "./notice";

type Props = {
  page: PublicNoticeFacts;
  notices: readonly { type: NoticeType; putUpOn: string }[];
  /** The sections that changed since the full review, by name. */
  updated: readonly string[];
};

/** What a reader must know before the title: the gravest first, in words. */
export function PublicNotices({ page, notices, updated }: Props) {
  return publicNotices(page, notices, updated).map(
    ({ tone, title, sentences, since, nextSteps }) => (
      <Notice key={`${title} ${since ?? ""}`} tone={tone} title={title}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {since && <p className="text-small">Since {dayInWords(since)}</p>}
        {nextSteps.length > 0 && (
          <ul className="mt-2 list-disc pl-5">
            {nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
      </Notice>
    ),
  );
}
