import type { Day } from "~/domain/days";
import type { WatchKind, WatchSubject } from "~/domain/watch-items";
import {
  readerSaidSomething,
  subjectInWords,
  watchKindLabels,
} from "~/wording/watch-items";
import {
  leadOf,
  type Letter,
  type LetterDay,
  type PageRef,
  type Shared,
} from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay, sentOnce } from "./letter-words";

export type WatchItemProps = Shared & {
  kind: WatchKind;
  /** What it is about. */
  subjectKind: WatchSubject;
  subjectLabel: string;
  /** What happened; null for a reader's words, which stay on the desk. */
  what: string | null;
  triageBy: Day;
  isLate: boolean;
  /** The pages that wait for triage, as this reader may know of them. */
  pages: PageRef[];
};

export function subject(props: WatchItemProps): string {
  const { kind, isLate, triageBy } = props;
  const matter = watchKindLabels[kind].toLowerCase();
  return isLate
    ? `${leadOfMail(props)}: ${matter}, triage is late`
    : `${leadOfMail(props)}: ${matter}, triage by ${deadlineDay(triageBy)}`;
}

export function letter(props: WatchItemProps): Letter {
  const { kind, isLate, pages, what, triageBy } = props;
  const [page, ...others] = pages;
  return {
    heading: isLate
      ? "Nobody has triaged this yet"
      : `${watchKindLabels[kind]}: what does it mean for ${others.length > 0 ? "these pages" : "this page"}?`,
    about: page && others.length === 0 ? { page, mark: "live" } : null,
    paragraphs: [
      what ?? readerSaidSomething,
      "Somebody decides for each page: no effect, signed by one of its reviewers; the review brought forward; a safety correction; withhold; or withdraw. No date moves by itself.",
    ],
    facts: [
      { label: "About", value: aboutOf(props) },
      { label: "Triage by", value: deadlineDay(triageBy) },
    ],
    sections:
      others.length > 0
        ? [
            {
              mark: "live",
              heading: "Pages that it touches",
              items: pages.map((each) => ({ page: each, lines: [] })),
            },
          ]
        : [],
    ask: "Read the sentences and decide",
    note: null,
    why: isLate
      ? "You get this because the working day for it is over, and you may triage it. It comes again each week until somebody does."
      : "You get this because you may triage it.",
    stop: sentOnce,
  };
}

export function days(props: WatchItemProps): LetterDay[] {
  if (props.isLate) return [];
  const summary = `${leadOfMail(props)}: triage a watch item`;
  return [{ key: "triage-by", on: props.triageBy, summary }];
}

export default function WatchItem(props: WatchItemProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}

/** The gene of the one page, or the desk where there are several. */
function leadOfMail(props: WatchItemProps): string {
  const [page, ...others] = props.pages;
  return page && others.length === 0 ? leadOf(page) : props.desk.name;
}

function aboutOf({ subjectKind, subjectLabel }: WatchItemProps): string {
  return subjectInWords(subjectKind, subjectLabel);
}
