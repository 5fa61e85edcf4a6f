import type { Day } from "~/domain/days";
import type { Need } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, sentOnce } from "./letter-words";

export type ApprovedByAllProps = Shared & {
  page: PageRef;
  versionNumber: number;
  approvals: readonly {
    reviewerName: string;
    expertise: Need;
    signedOn: Day;
  }[];
  /** The last day on which every approval still counts. */
  approvalsCountUntil: Day;
};

export function subject({ page }: ApprovedByAllProps): string {
  return `${leadOf(page)}: approved by all its reviewers, ready for you to publish`;
}

export function letter(props: ApprovedByAllProps): Letter {
  const { page, versionNumber, approvals, approvalsCountUntil } = props;
  return {
    heading: "Approved by all its reviewers",
    about: { page, mark: "approved" },
    paragraphs: [
      `Every approval that the review rules ask for is signed on version ${versionNumber}. The publish screen lists anything that still stands in its way.`,
    ],
    facts: [
      ...approvals.map(({ reviewerName, expertise, signedOn }) => ({
        label: needLabel(expertise),
        value: `${reviewerName}, ${dayInWords(signedOn)}`,
      })),
      { label: "Publish by", value: deadlineDay(approvalsCountUntil) },
    ],
    sections: [],
    ask: "Go to the publish screen",
    note: "After the last day above, an approval has aged and its reviewer must reaffirm it.",
    why: "You get this because you are the editor of this review.",
    stop: sentOnce,
  };
}

export default function ApprovedByAll(props: ApprovedByAllProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
