import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type SuggestionsAnsweredProps = Shared & {
  page: PageRef;
  by: string;
};

export function subject({ page, by }: SuggestionsAnsweredProps): string {
  return `${leadOf(page)}: ${by} answered your suggestions`;
}

export function letter({ page, by }: SuggestionsAnsweredProps): Letter {
  return {
    heading: `${by} answered your suggestions`,
    about: { page, mark: "in_review" },
    paragraphs: [
      "Each suggestion stands at the desk with what was decided, and why.",
    ],
    facts: [],
    sections: [],
    ask: "See what was decided",
    note: null,
    why: "You get this because you suggested the words.",
    stop: sentOnce,
  };
}

export default function SuggestionsAnswered(props: SuggestionsAnsweredProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
