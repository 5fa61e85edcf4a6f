import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type CommentAnsweredProps = Shared & {
  page: PageRef;
  by: string;
};

export function subject({ page, by }: CommentAnsweredProps): string {
  return `${leadOf(page)}: ${by} answered your comment`;
}

export function letter({ page, by }: CommentAnsweredProps): Letter {
  return {
    heading: `${by} answered your comment`,
    about: { page, mark: "in_review" },
    paragraphs: ["The answer stands at the desk, under your comment."],
    facts: [],
    sections: [],
    ask: "Read the answer",
    note: null,
    why: "You get this because you raised the comment.",
    stop: sentOnce,
  };
}

export default function CommentAnswered(props: CommentAnsweredProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
