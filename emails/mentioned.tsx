import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type MentionedProps = Shared & {
  page: PageRef;
  by: string;
};

export function subject({ page, by }: MentionedProps): string {
  return `${leadOf(page)}: ${by} named you in a comment`;
}

export function letter({ page, by }: MentionedProps): Letter {
  return {
    heading: `${by} named you in a comment`,
    about: { page, mark: "in_review" },
    paragraphs: [
      "What was written stands at the desk, beside the words it is about.",
    ],
    facts: [],
    sections: [],
    ask: "Read the comment",
    note: null,
    why: "You get this because you may read this text and were named.",
    stop: sentOnce,
  };
}

export default function Mentioned(props: MentionedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
