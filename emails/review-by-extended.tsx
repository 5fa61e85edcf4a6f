import type { Day } from "~/domain/days";
import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import {
  leadOf,
  type Letter,
  type LetterDay,
  type PageRef,
  type Shared,
} from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, sentOnce } from "./letter-words";

export type ReviewByExtendedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  expertise: Need;
  reviewBy: Day;
  extendedBy: string;
  reason: string;
};

export function subject({ page, reviewBy }: ReviewByExtendedProps): string {
  return `${leadOf(page)}: you have until ${deadlineDay(reviewBy)} for your review`;
}

export function letter(props: ReviewByExtendedProps): Letter {
  const { page, extendedBy, reason, reviewBy } = props;
  return {
    heading: "You have more time",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${extendedBy} gave you until ${deadlineDay(reviewBy)} for this review.`,
      `The reason: ${reason}`,
    ],
    facts: [
      { label: "Review by", value: deadlineDay(reviewBy) },
      { label: "Your expertise", value: needLabel(props.expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: "Open the review",
    note: null,
    why: "You get this because you are asked to review this page.",
    stop: sentOnce,
  };
}

/** The day of the request under its old key, so that a calendar moves it. */
export function days({ page, reviewBy }: ReviewByExtendedProps): LetterDay[] {
  return [
    { key: "review-by", on: reviewBy, summary: `${leadOf(page)}: review due` },
  ];
}

export default function ReviewByExtended(props: ReviewByExtendedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
