import type { Day } from "~/domain/days";
import type { RoundKind } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { roundKindLabels } from "~/wording/labels";
import { listInWords } from "~/wording/places";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, kindInSentence, sentOnce } from "./letter-words";

export type PublishedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  roundKind: RoundKind;
  publishedBy: string;
  publishedOn: Day;
  lastReviewedOn: Day;
  nextReviewDue: Day;
  /** The other pages of its set that went out in the same act. */
  together: readonly string[];
};

export function subject({ page, publishedOn }: PublishedProps): string {
  return `${leadOf(page)}: published on ${dayInWords(publishedOn)}`;
}

export function letter(props: PublishedProps): Letter {
  const { page, versionNumber, publishedBy, together } = props;
  return {
    heading: "The page is published",
    about: { page, mark: "live" },
    paragraphs: [
      `${publishedBy} published version ${versionNumber} of this ${kindInSentence(page)}. Readers have it now.`,
      ...(together.length > 0
        ? [
            `With it went out ${listInWords(together.map((title) => `“${title}”`))}: one set, one mail.`,
          ]
        : []),
    ],
    facts: [
      { label: "Published on", value: dayInWords(props.publishedOn) },
      { label: "Kind of review", value: roundKindLabels[props.roundKind] },
      { label: "Reviewed in full on", value: dayInWords(props.lastReviewedOn) },
      { label: "Next review due", value: deadlineDay(props.nextReviewDue) },
    ],
    sections: [],
    ask: "See the page",
    note: null,
    why: "You get this because you wrote, reviewed or own this page.",
    stop: sentOnce,
  };
}

export default function Published(props: PublishedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
