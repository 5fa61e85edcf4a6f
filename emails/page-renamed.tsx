import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { kindInSentence, sentOnce } from "./letter-words";

export type PageRenamedProps = Shared & {
  page: PageRef;
  renamedBy: string;
  oldAddress: string;
  newAddress: string;
};

export function subject({ page }: PageRenamedProps): string {
  return `${leadOf(page)}: a new address`;
}

export function letter(props: PageRenamedProps): Letter {
  const { page, renamedBy } = props;
  return {
    heading: "The page has a new address",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${renamedBy} gave this ${kindInSentence(page)} another address. The old one leads to it for ever, so that no link and no citation breaks.`,
    ],
    facts: [
      { label: "Old address", value: props.oldAddress },
      { label: "New address", value: props.newAddress },
    ],
    sections: [],
    ask: "Open the page",
    note: null,
    why: "You get this because you wrote, reviewed or own this page.",
    stop: sentOnce,
  };
}

export default function PageRenamed(props: PageRenamedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
