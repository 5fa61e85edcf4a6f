import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type ScheduleRefusedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  /** How many reasons the gate gave; they are at the desk, not in the mail. */
  reasonCount: number;
  /** The set that was to go out whole; null for a page by itself. */
  setName: string | null;
};

export function subject({ page }: ScheduleRefusedProps): string {
  return `${leadOf(page)}: not published at its hour, the gate refused`;
}

export function letter(props: ScheduleRefusedProps): Letter {
  const { page, versionNumber, reasonCount, setName } = props;
  return {
    heading: "Not published at its hour",
    about: { page, mark: "changes_requested" },
    paragraphs: [
      `The hour that you scheduled has come, and the gate gave ${reasonCount === 1 ? "one reason" : `${reasonCount} reasons`} against publishing${setName === null ? "" : ` the set “${setName}”, of which this page is one: none of its pages went out`}. The desk tries again every quarter of an hour until the reasons are cleared or you cancel the schedule.`,
    ],
    facts: [{ label: "Version", value: String(versionNumber) }],
    sections: [],
    ask: "See the reasons",
    note: null,
    why: "You get this because you scheduled this publication.",
    stop: sentOnce,
  };
}

export default function ScheduleRefused(props: ScheduleRefusedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
