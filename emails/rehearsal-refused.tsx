import type { Blocker } from "~/domain/blockers";
import { wordBlocker } from "~/wording/blockers";
import { momentInWords } from "~/wording/days";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type RehearsalRefusedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  step: "7 days" | "24 hours" | "1 hour";
  publishAt: Date;
  timeZone: string;
  /** What the gate would say at that hour. */
  blockers: readonly Blocker[];
};

export function subject({ page, step }: RehearsalRefusedProps): string {
  return `${leadOf(page)}: in ${step} it would be refused`;
}

export function letter(props: RehearsalRefusedProps): Letter {
  const { page, step } = props;
  const publishAt = momentInWords(props.publishAt, props.timeZone);
  const reasons = props.blockers.map((each) => wordBlocker(each).sentence);
  return {
    heading: "It would not go out at its hour",
    about: { page, mark: "changes_requested" },
    paragraphs: [
      `This page is scheduled for ${publishAt}. A rehearsal ${step} before found ${reasons.length === 1 ? "one reason" : `${reasons.length} reasons`} against publishing:`,
      ...reasons,
    ],
    facts: [
      { label: "Version", value: String(props.versionNumber) },
      { label: "Goes out", value: publishAt },
    ],
    sections: [],
    ask: "Clear the reasons",
    note: null,
    why: "You get this because you own this page or scheduled its publication.",
    stop: sentOnce,
  };
}

export default function RehearsalRefused(props: RehearsalRefusedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
