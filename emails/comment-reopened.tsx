import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type CommentReopenedProps = Shared & {
  page: PageRef;
  by: string;
};

export function subject({ page, by }: CommentReopenedProps): string {
  return `${leadOf(page)}: ${by} opened a comment again`;
}

export function letter({ page, by }: CommentReopenedProps): Letter {
  return {
    heading: `${by} opened a comment again`,
    about: { page, mark: "in_review" },
    paragraphs: [
      "The reason stands beside the comment at the desk. A comment that must be fixed holds back publication until it is closed again.",
    ],
    facts: [],
    sections: [],
    ask: "Read the reason",
    note: null,
    why: "You get this because you raised or closed the comment.",
    stop: sentOnce,
  };
}

export default function CommentReopened(props: CommentReopenedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
