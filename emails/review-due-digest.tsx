import { addDays, type Day } from "~/domain/days";
import {
  reminderRecipients,
  type ReminderRecipient,
} from "~/domain/reminder-schedule";
import { backlogInOneLine, turnsInWords } from "~/wording/backlog";
import { distanceInWords, reviewDueInWords } from "~/wording/days";
import {
  leadOf,
  type Letter,
  type LetterSection,
  type Mark,
  type PageRef,
  type Shared,
} from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay } from "./letter-words";

export type DigestItem = {
  /** Tells pages apart: two may have the same title. */
  slug: string;
  page: PageRef;
  /** As what the recipient is told of this page. */
  to: ReminderRecipient;
  nextReviewDue: Day;
  /** Null while its review is not overdue. */
  daysOverdue: number | null;
  /** The last day on which readers get the text. */
  graceEndsOn: Day;
  isPastGrace: boolean;
  ownerName: string | null;
};

export type ReviewDueDigestProps = Shared & {
  today: Day;
  /** Every step that has come for this person, at least one, in any order. */
  items: readonly DigestItem[];
  /** Pages due later than those, that no mail has room for; of them overdue. */
  more: { pages: number; overdue: number };
  /** Pages published elsewhere, and those whose turn comes within the week; null for whom it is none of their work. */
  backlog: {
    pages: number;
    isOverdue: number;
    zeroOn: Day | null;
    turns: readonly string[];
  } | null;
};

/**
 * The subject is about the page that has waited longest, and says how many
 * more there are. Throws RangeError when there is no page at all.
 */
export function subject({ items, today, more }: ReviewDueDigestProps): string {
  const [first, ...others] = pagesOf(items);
  if (!first) throw new RangeError("a digest is about at least one page");
  const { page, nextReviewDue, daysOverdue } = first;
  const day = deadlineDay(nextReviewDue);
  const whose = isOwnReview(first) ? "your review" : "its review";
  const what =
    daysOverdue === null
      ? `${whose} is due ${today === nextReviewDue ? "today, " : ""}${day}`
      : `${whose} is overdue, it was due ${day}`;
  return `${leadOf(page)}: ${what}${moreWords(others.length + more.pages)}`;
}

export function letter(props: ReviewDueDigestProps): Letter {
  const { today, desk, more, backlog } = props;
  const pages = pagesOf(props.items);
  return {
    heading: headingFor(pages, more.overdue),
    about: null,
    paragraphs: [
      openingFor(pages),
      ...(backlog
        ? [`${backlogInOneLine(backlog)} ${turnsInWords(backlog.turns)}`]
        : []),
    ],
    facts: [],
    sections: sectionsOf(pages, today),
    ask: more.pages > 0 ? "See what is due" : askFor(pages),
    note: restWords(more),
    why: `You get this because you own, reviewed, edit or lead ${pages.length === 1 ? "this page" : "these pages"} at ${desk.name}.`,
    stop: "It comes at most once a day, and only when a step is reached: 60 and 14 days before a review is due, on the day, and then while the page is overdue. To stop it or choose its hour, see Notifications at the desk.",
  };
}

export default function ReviewDueDigest(props: ReviewDueDigestProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}

/** One page of the digest; a person can be told of it in several parts. */
type DigestPage = Omit<DigestItem, "to" | "slug"> & {
  told: ReminderRecipient[];
};

/** Each page once, the one that has waited longest first. */
function pagesOf(items: readonly DigestItem[]): DigestPage[] {
  const pages = new Map<string, DigestPage>();
  for (const { slug, to, ...page } of items) {
    const told = [...(pages.get(slug)?.told ?? []), to];
    pages.set(slug, { ...page, told });
  }
  return [...pages.values()].sort(
    (a, b) =>
      a.nextReviewDue.localeCompare(b.nextReviewDue) ||
      leadOf(a.page).localeCompare(leadOf(b.page)),
  );
}

function isOwnReview({ told }: DigestPage): boolean {
  return told.includes("owner") || told.includes("last_reviewers");
}

function moreWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", and 1 more page" : `, and ${count} more pages`;
}

function headingFor(pages: DigestPage[], moreOverdue: number): string {
  const late = moreOverdue + pages.filter(isLate).length;
  if (late === 0)
    return pages.length === 1 ? "A review is due" : "Reviews are due";
  return late === 1 ? "1 page is overdue" : `${late} pages are overdue`;
}

/** What the mail has no room for is counted, and the one link leads to it. */
function restWords({ pages, overdue }: ReviewDueDigestProps["more"]) {
  if (pages === 0) return null;
  const late = overdue === 0 ? "" : `, ${overdue} of them overdue`;
  return `And ${pages} more${late}, for which this mail has no room: they stand in the list that the link leads to.`;
}

function isLate({ daysOverdue }: DigestPage): boolean {
  return daysOverdue !== null;
}

function openingFor(pages: DigestPage[]): string {
  return pages.some(isLate)
    ? "Until an overdue page is reviewed in full, nothing else can be published on it, and readers see a notice above its title."
    : "A review in good time keeps a page in front of its readers without a notice.";
}

function askFor(pages: DigestPage[]): string {
  if (!pages.every(isOwnReview)) return "See what is due";
  return pages.length === 1 ? "Review now" : "See your reviews";
}

const sections: { mark: Mark; heading: string }[] = [
  { mark: "withheld", heading: "Withheld from readers" },
  { mark: "overdue", heading: "Overdue" },
  { mark: "due_soon", heading: "Due" },
];

function sectionsOf(pages: DigestPage[], today: Day): LetterSection[] {
  return sections
    .map((section) => ({
      ...section,
      items: pages
        .filter((each) => markOf(each) === section.mark)
        .map((each) => ({
          page: each.page,
          lines: [dueWords(each, today), personWords(each)],
        })),
    }))
    .filter((section) => section.items.length > 0);
}

function markOf(page: DigestPage): Mark {
  if (!isLate(page)) return "due_soon";
  return page.isPastGrace ? "withheld" : "overdue";
}

function dueWords(page: DigestPage, today: Day): string {
  const { nextReviewDue, daysOverdue, graceEndsOn } = page;
  const day = deadlineDay(nextReviewDue);
  const mark = markOf(page);
  if (mark === "due_soon")
    return `Due ${distanceInWords(today, nextReviewDue)}, ${day}.`;
  const late = `The review was due ${day}; the page is ${reviewDueInWords(today, nextReviewDue, daysOverdue)}.`;
  return mark === "overdue"
    ? `${late} Readers get the text until ${deadlineDay(graceEndsOn)}.`
    : `${late} Its text has been withheld since ${deadlineDay(addDays(graceEndsOn, 1))}.`;
}

const recipientWords = {
  owner: "You own this page.",
  last_reviewers: "You signed its last review, and may be asked for the next.",
  editors: "All editors are told.",
  collection_lead: "You are told as the lead of its collection.",
  clinical_lead: "You are told as the clinical lead.",
} satisfies Record<ReminderRecipient, string>;

function personWords({ told, ownerName }: DigestPage): string {
  const parts = reminderRecipients
    .filter((recipient) => told.includes(recipient))
    .map((recipient) => recipientWords[recipient]);
  if (told.includes("owner")) return parts.join(" ");
  const owner = ownerName ? `Owner: ${ownerName}.` : "Nobody owns this page.";
  return [owner, ...parts].join(" ");
}
