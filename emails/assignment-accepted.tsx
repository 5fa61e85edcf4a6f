import type { Day } from "~/domain/days";
import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, asExpert, sentOnce } from "./letter-words";

export type AssignmentAcceptedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  reviewBy: Day;
};

export function subject(props: AssignmentAcceptedProps): string {
  return `${leadOf(props.page)}: ${props.reviewerName} will review by ${deadlineDay(props.reviewBy)}`;
}

export function letter(props: AssignmentAcceptedProps): Letter {
  const { page, reviewerName, expertise } = props;
  return {
    heading: `${reviewerName} accepted the review`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `${reviewerName} will review this page ${asExpert(expertise)}. Nothing is needed from you now.`,
    ],
    facts: [
      { label: "Review by", value: deadlineDay(props.reviewBy) },
      { label: "Expertise", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: "See the review",
    note: null,
    why: "You get this because you are the editor of this review.",
    stop: sentOnce,
  };
}

export default function AssignmentAccepted(props: AssignmentAcceptedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
