import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, sentOnce } from "./letter-words";

export type ReviewHandedOverProps = Shared & {
  page: PageRef;
  versionNumber: number;
  expertise: Need;
  /** Who was asked, and who is asked now. */
  reviewerName: string;
  deputyName: string;
  because: "absence" | "departure";
  /** Whether the mail goes to the one who was asked, or to their editor. */
  isReviewer: boolean;
};

export function subject(props: ReviewHandedOverProps): string {
  return `${leadOf(props.page)}: ${props.deputyName} stands in for ${props.isReviewer ? "you" : props.reviewerName}`;
}

export function letter(props: ReviewHandedOverProps): Letter {
  const { page, expertise, deputyName, isReviewer } = props;
  const whom = isReviewer ? "you" : props.reviewerName;
  const why =
    props.because === "departure"
      ? `${props.reviewerName} has left the desk.`
      : isReviewer
        ? "You are away."
        : `${props.reviewerName} is away.`;
  return {
    heading: `${deputyName} stands in for ${whom}`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `${why} The request to review this page ${asExpert(expertise)} went to ${deputyName}, who was asked by mail.`,
      isReviewer
        ? "Nothing is asked of you any more."
        : "Nothing is needed from you now.",
    ],
    facts: [
      { label: "Expertise", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: isReviewer ? "See your reviews" : "See the review",
    note: null,
    why: isReviewer
      ? "You get this because you were asked to review this page."
      : "You get this because you are the editor of this review.",
    stop: sentOnce,
  };
}

export default function ReviewHandedOver(props: ReviewHandedOverProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
