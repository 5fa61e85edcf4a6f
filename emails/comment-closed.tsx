import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type CommentClosedProps = Shared & {
  page: PageRef;
  /** Null for a comment on the draft. */
  versionNumber: number | null;
  closedBy: string;
};

export function subject({ page, closedBy }: CommentClosedProps): string {
  return `${leadOf(page)}: ${closedBy} closed your comment`;
}

export function letter(props: CommentClosedProps): Letter {
  const { page, versionNumber, closedBy } = props;
  return {
    heading: `${closedBy} closed your comment`,
    about: { page, mark: "in_review" },
    paragraphs: [
      "The reason stands beside your comment at the desk. If it does not satisfy you, raise the comment again.",
    ],
    facts: [
      versionNumber === null
        ? { label: "Text", value: "The draft" }
        : { label: "Version", value: String(versionNumber) },
    ],
    sections: [],
    ask: "Read the reason",
    note: null,
    why: "You get this because you raised the comment.",
    stop: sentOnce,
  };
}

export default function CommentClosed(props: CommentClosedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
