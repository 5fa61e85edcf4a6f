import type { Day } from "~/domain/days";
import { dayInWords } from "~/wording/days";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, kindInSentence, sentOnce } from "./letter-words";

export type ReinstatedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  publishedBy: string;
  publishedOn: Day;
  nextReviewDue: Day;
};

export function subject({ page, publishedOn }: ReinstatedProps): string {
  return `${leadOf(page)}: reinstated on ${dayInWords(publishedOn)}`;
}

export function letter(props: ReinstatedProps): Letter {
  const { page, versionNumber, publishedBy } = props;
  return {
    heading: "The page is live again",
    about: { page, mark: "live" },
    paragraphs: [
      `${publishedBy} reinstated version ${versionNumber} of this ${kindInSentence(page)}. Readers have the same text again, with the approvals and the dates it had.`,
    ],
    facts: [
      { label: "Reinstated on", value: dayInWords(props.publishedOn) },
      { label: "Next review due", value: deadlineDay(props.nextReviewDue) },
    ],
    sections: [],
    ask: "See the page",
    note: null,
    why: "You get this because you wrote, reviewed or own this page.",
    stop: sentOnce,
  };
}

export default function Reinstated(props: ReinstatedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
