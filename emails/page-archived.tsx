import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { kindInSentence, sentOnce } from "./letter-words";

export type PageArchivedProps = Shared & {
  page: PageRef;
  archivedBy: string;
};

export function subject({ page }: PageArchivedProps): string {
  return `${leadOf(page)}: archived`;
}

export function letter(props: PageArchivedProps): Letter {
  const { page, archivedBy } = props;
  return {
    heading: "The page is archived",
    about: { page, mark: "withdrawn" },
    paragraphs: [
      `${archivedBy} archived this ${kindInSentence(page)}. Nothing of it is public any more, an open review has ended, and nothing more can be submitted.`,
    ],
    facts: [],
    sections: [],
    ask: "Open its history",
    note: null,
    why: "You get this because you wrote, reviewed or own this page.",
    stop: sentOnce,
  };
}

export default function PageArchived(props: PageArchivedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
