import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, sentOnce } from "./letter-words";

export type AssignmentDeclinedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  /** The alternate who was asked instead; null when there was none. */
  nextName: string | null;
};

export function subject({
  page,
  reviewerName,
}: AssignmentDeclinedProps): string {
  return `${leadOf(page)}: ${reviewerName} declined to review`;
}

export function letter(props: AssignmentDeclinedProps): Letter {
  const { page, reviewerName, expertise, nextName } = props;
  return {
    heading: `${reviewerName} declined the review`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `${reviewerName} cannot review this page ${asExpert(expertise)}. ${
        nextName
          ? `${nextName}, named as the next alternate, has been asked instead. Nothing is needed from you now.`
          : "Until another reviewer signs in that place, the page cannot be published."
      }`,
    ],
    facts: [
      { label: "Expertise needed", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: nextName ? "See the review" : "Name another reviewer",
    note: null,
    why: "You get this because you are the editor of this review.",
    stop: sentOnce,
  };
}

export default function AssignmentDeclined(props: AssignmentDeclinedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
