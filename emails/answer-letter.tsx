import type { CommentKind } from "~/domain/words";
import { letterDecisions } from "~/wording/answer-letter";
import { commentKindLabels } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type AnswerLetterProps = Shared & {
  page: PageRef;
  by: string;
  versionNumber: number;
  /** The reader's own remarks: never words of the text. */
  remarks: {
    kind: CommentKind;
    body: string;
    decision: keyof typeof letterDecisions;
  }[];
};

export function subject({ page, by }: AnswerLetterProps): string {
  return `${leadOf(page)}: ${by} answered your remarks`;
}

export function letter(props: AnswerLetterProps): Letter {
  const { page, by, versionNumber, remarks } = props;
  return {
    heading: `${by} answered your remarks`,
    about: { page, mark: "in_review" },
    paragraphs: [
      `Version ${String(versionNumber)} has been submitted. The letter that goes with it has each answer, and the words before and after.`,
    ],
    facts: remarks.map(({ kind, body, decision }) => ({
      label: `${letterDecisions[decision]}: ${commentKindLabels[kind].toLowerCase()}`,
      value: short(body),
    })),
    sections: [],
    ask: "Read the letter",
    note: null,
    why: "You get this because you remarked on this text.",
    stop: sentOnce,
  };
}

/** Enough to know one's own words by. */
function short(body: string): string {
  const line = body.replaceAll(/\s+/g, " ").trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}

export default function AnswerLetterMail(props: AnswerLetterProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
