import type { OutsideAdvice } from "~/domain/words";
import { outsideAdviceLabels } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type OutsideRecommendedProps = Shared & {
  page: PageRef;
  expertName: string;
  versionNumber: number;
  recommendation: OutsideAdvice;
};

export function subject({ page, expertName }: OutsideRecommendedProps): string {
  return `${leadOf(page)}: ${expertName} has given their opinion`;
}

export function letter(props: OutsideRecommendedProps): Letter {
  const { page, expertName, versionNumber, recommendation } = props;
  return {
    heading: "An outside expert has given their opinion",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${expertName} read version ${versionNumber}. A recommendation is not an approval: the review rules ask for the same signatures as before.`,
    ],
    facts: [
      { label: "Recommends", value: outsideAdviceLabels[recommendation] },
    ],
    sections: [],
    ask: "Read their comments",
    note: null,
    why: "You get this because you sent them the link.",
    stop: sentOnce,
  };
}

export default function OutsideRecommended(props: OutsideRecommendedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
