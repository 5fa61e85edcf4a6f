import type { Day } from "~/domain/days";
import type { WithdrawalType } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { withdrawalLabels } from "~/wording/labels";
import { listInWords } from "~/wording/places";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { kindInSentence, sentOnce } from "./letter-words";

export type WithdrawnProps = Shared & {
  page: PageRef;
  versionNumber: number;
  withdrawalType: WithdrawalType;
  withdrawnBy: string;
  withdrawnOn: Day;
  /** The other pages of its set, which fell with it. */
  together: readonly string[];
};

export function subject({ page, withdrawalType }: WithdrawnProps): string {
  return `${leadOf(page)}: withdrawn (${withdrawalLabels[withdrawalType].toLowerCase()})`;
}

export function letter(props: WithdrawnProps): Letter {
  const { page, versionNumber, withdrawnBy, together } = props;
  return {
    heading: "The page is withdrawn",
    about: { page, mark: "withdrawn" },
    paragraphs: [
      `${withdrawnBy} withdrew version ${versionNumber} of this ${kindInSentence(page)}. Readers no longer get its text; its address says that it is withdrawn, and why.`,
      ...(together.length > 0
        ? [
            `With it readers lose ${listInWords(together.map((title) => `“${title}”`))}: the pages of a set fall together.`,
          ]
        : []),
    ],
    facts: [
      { label: "Ground", value: withdrawalLabels[props.withdrawalType] },
      { label: "Withdrawn on", value: dayInWords(props.withdrawnOn) },
      { label: "Withdrawn by", value: withdrawnBy },
    ],
    sections: [],
    ask: "Read the reason",
    note: null,
    why: "You get this because you wrote, reviewed or own this page.",
    stop: sentOnce,
  };
}

export default function Withdrawn(props: WithdrawnProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
