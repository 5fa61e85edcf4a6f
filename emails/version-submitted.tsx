import type { RoundKind } from "~/domain/words";
import { roundKindLabels } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type VersionSubmittedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  roundKind: RoundKind;
  submittedBy: string;
};

export function subject({ page }: VersionSubmittedProps): string {
  return `${leadOf(page)}: submitted for review, reviewers are needed`;
}

export function letter(props: VersionSubmittedProps): Letter {
  const { page, versionNumber, submittedBy, roundKind } = props;
  return {
    heading: `${submittedBy} submitted a version`,
    about: { page, mark: "in_review" },
    paragraphs: [
      "Its review round is open. Nobody is asked until you assign named reviewers to the expertise that the review rules ask for.",
    ],
    facts: [
      { label: "Version", value: String(versionNumber) },
      { label: "Kind of review", value: roundKindLabels[roundKind] },
    ],
    sections: [],
    ask: "Assign reviewers",
    note: null,
    why: "You get this because you are an editor.",
    stop: sentOnce,
  };
}

export default function VersionSubmitted(props: VersionSubmittedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
