import type { Day } from "~/domain/days";
import type { Need, RoundKind } from "~/domain/words";
import { needLabel, roundKindLabels } from "~/wording/labels";
import {
  leadOf,
  type Letter,
  type LetterDay,
  type PageRef,
  type Shared,
} from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, asExpert, sentOnce } from "./letter-words";

export type ReviewRequestedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  roundKind: RoundKind;
  expertise: Need;
  /** The editor who assigned the review. */
  requestedBy: string;
  respondBy: Day;
  reviewBy: Day;
};

export function subject({ page, respondBy }: ReviewRequestedProps): string {
  return `${leadOf(page)}: will you review this page? Answer by ${deadlineDay(respondBy)}`;
}

export function letter(props: ReviewRequestedProps): Letter {
  const { page, requestedBy, expertise, desk } = props;
  return {
    heading: "Will you review this page?",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${requestedBy} asks you to review this page ${asExpert(expertise)}. You can accept or decline in one step; declining asks for no reason.`,
    ],
    facts: [
      { label: "Answer by", value: deadlineDay(props.respondBy) },
      { label: "Review by", value: deadlineDay(props.reviewBy) },
      { label: "Kind of review", value: roundKindLabels[props.roundKind] },
      { label: "Your expertise", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: "Read and answer",
    note: "Opening the link decides nothing. You answer on the page that it opens.",
    why: `You get this because ${requestedBy} named you as a reviewer at ${desk.name}.`,
    stop: sentOnce,
  };
}

/** Titles and days only: a calendar is seen by more people than a mail. */
export function days(props: ReviewRequestedProps): LetterDay[] {
  const { page, respondBy, reviewBy } = props;
  return [
    {
      key: "answer-by",
      on: respondBy,
      summary: `${leadOf(page)}: say whether you will review it`,
    },
    { key: "review-by", on: reviewBy, summary: `${leadOf(page)}: review due` },
  ];
}

export default function ReviewRequested(props: ReviewRequestedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
