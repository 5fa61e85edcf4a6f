import type { Day } from "~/domain/days";
import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, deadlineDay, sentOnce } from "./letter-words";

export type AssignmentLapsedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  respondBy: Day;
  /** The alternate who was asked instead; null when there was none. */
  nextName: string | null;
};

export function subject(props: AssignmentLapsedProps): string {
  const { page, reviewerName, nextName } = props;
  return nextName
    ? `${leadOf(page)}: ${reviewerName} did not answer, ${nextName} is asked`
    : `${leadOf(page)}: ${reviewerName} did not answer`;
}

export function letter(props: AssignmentLapsedProps): Letter {
  const { page, reviewerName, expertise, nextName } = props;
  return {
    heading: `${reviewerName} did not answer`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `${reviewerName} was to say by ${deadlineDay(props.respondBy)} whether they can review this page ${asExpert(expertise)}. Three working days more have passed, so the request has lapsed.`,
      nextName
        ? `${nextName}, named as the next alternate, has been asked instead. Nothing is needed from you now.`
        : "No alternate is left to ask. Until another reviewer signs in that place, the page cannot be published.",
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

export default function AssignmentLapsed(props: AssignmentLapsedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
