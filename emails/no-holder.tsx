import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type NoHolderProps = Shared & {
  page: PageRef;
  what: "review" | "page" | "schedule";
  /** Who held it: away, or gone. */
  personName: string;
};

const said = {
  review: {
    subject: "nobody can take a review over",
    heading: "A review has nobody",
    sentence: (name: string) =>
      `${name} is away or has left, and no deputy of theirs can take the review of this page over. Until somebody else signs in that place, the page cannot be published.`,
    ask: "Ask another reviewer",
  },
  page: {
    subject: "the page has no owner",
    heading: "This page has no owner",
    sentence: (name: string) =>
      `${name}, who answered for this page, has left, and nobody took it over. It cannot be published until somebody answers for it.`,
    ask: "Name an owner",
  },
  schedule: {
    subject: "a scheduled publication needs a new signature",
    heading: "A scheduled publication will be refused",
    sentence: (name: string) =>
      `${name}, who signed the scheduled publication of this page, has left. A signature is nobody else's to give: schedule it again, or publish it.`,
    ask: "Look at the publication",
  },
} as const;

export function subject({ page, what }: NoHolderProps): string {
  return `${leadOf(page)}: ${said[what].subject}`;
}

export function letter({
  page,
  what,
  personName,
  desk,
}: NoHolderProps): Letter {
  const words = said[what];
  return {
    heading: words.heading,
    about: { page, mark: "in_review" },
    paragraphs: [words.sentence(personName)],
    facts: [],
    sections: [],
    ask: words.ask,
    note: null,
    why: `You get this because you lead the collection of this page, or edit at ${desk.name}.`,
    stop: sentOnce,
  };
}

export default function NoHolder(props: NoHolderProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
