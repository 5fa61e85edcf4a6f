import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, sentOnce } from "./letter-words";

export type ChangesRequestedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  /** Open comments of the kind that blocks publication. */
  mustFixCount: number;
};

export function subject({ page, reviewerName }: ChangesRequestedProps): string {
  return `${leadOf(page)}: ${reviewerName} requested changes`;
}

export function letter(props: ChangesRequestedProps): Letter {
  const { page, reviewerName, expertise, versionNumber } = props;
  return {
    heading: `${reviewerName} requested changes`,
    about: { page, mark: "changes_requested" },
    paragraphs: [
      `${reviewerName} read version ${versionNumber} ${asExpert(expertise)} and asks for changes before it is published. The comments are at the desk, not in this mail.`,
    ],
    facts: [
      { label: "Version", value: String(versionNumber) },
      { label: "Expertise", value: needLabel(expertise) },
      {
        label: "Comments that must be fixed",
        value: String(props.mustFixCount),
      },
    ],
    sections: [],
    ask: "Read the comments",
    note: null,
    why: "You get this because you are on the team of this page.",
    stop: sentOnce,
  };
}

export default function ChangesRequested(props: ChangesRequestedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
