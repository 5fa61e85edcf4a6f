import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { asExpert, sentOnce } from "./letter-words";

export type ColleagueProposedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  colleagueName: string;
  colleagueAddress: string;
};

export function subject(props: ColleagueProposedProps): string {
  return `${leadOf(props.page)}: ${props.reviewerName} proposes a colleague to review`;
}

export function letter(props: ColleagueProposedProps): Letter {
  const { page, reviewerName, expertise, colleagueName } = props;
  return {
    heading: `${reviewerName} proposes ${colleagueName}`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `${reviewerName}, asked to review this page ${asExpert(expertise)}, proposes ${colleagueName}. Nobody has written to ${colleagueName}: you decide.`,
    ],
    facts: [
      { label: "Proposed", value: colleagueName },
      { label: "Address", value: props.colleagueAddress },
      { label: "Expertise needed", value: needLabel(expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask: "Decide about the colleague",
    note: null,
    why: "You get this because you are the editor of this review.",
    stop: sentOnce,
  };
}

export default function ColleagueProposed(props: ColleagueProposedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
