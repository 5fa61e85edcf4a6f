import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, sentOnce } from "./letter-words";

export type ReviewDismissedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  expertise: Need;
  dismissedBy: string;
};

export function subject({ page }: ReviewDismissedProps): string {
  return `${leadOf(page)}: you are not asked for this review any more`;
}

export function letter(props: ReviewDismissedProps): Letter {
  const { page, expertise, dismissedBy } = props;
  return {
    heading: "You are not asked any more",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${dismissedBy} no longer asks you to review this page ${asExpert(expertise)}. Nothing is needed from you, and no reminder of it will come.`,
      "What you wrote and did not send is kept for you. Thank you for the time that you gave it.",
    ],
    facts: [
      { label: "Expertise", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: "See what is kept",
    note: null,
    why: "You get this because you were asked to review this page.",
    stop: sentOnce,
  };
}

export default function ReviewDismissed(props: ReviewDismissedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
