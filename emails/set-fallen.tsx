import { listInWords } from "~/wording/places";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { kindInSentence, sentOnce } from "./letter-words";

export type SetFallenProps = Shared & {
  page: PageRef;
  setName: string;
  /** The page that fell of itself; null where the reader may not know of it. */
  fallenTitle: string | null;
  how: "withdrawn" | "withheld";
  /** The other pages of the set that readers have no more. */
  others: readonly string[];
};

export function subject({ page }: SetFallenProps): string {
  return `${leadOf(page)}: readers have this page no more, because its set fell`;
}

export function letter(props: SetFallenProps): Letter {
  const { page, setName, fallenTitle, how, others } = props;
  const fallen = fallenTitle ? `“${fallenTitle}”` : "Another page of the set";
  return {
    heading: "The page fell with its set",
    about: { page, mark: "withheld" },
    paragraphs: [
      `${fallen} is ${how}. This ${kindInSentence(page)} stands in one set with it (“${setName}”), and what is published together falls together: readers no longer get its text either.`,
      ...(others.length > 0
        ? [`So it is with ${listInWords(others.map((t) => `“${t}”`))}.`]
        : []),
      "Nothing is wrong with your page itself. It comes back by itself once the other page stands again, or when an editor takes one of them out of the set.",
    ],
    facts: [],
    sections: [],
    ask: "See how the page stands",
    note: null,
    why: "You get this because you wrote, reviewed or own this page, or are an editor.",
    stop: sentOnce,
  };
}

export default function SetFallen(props: SetFallenProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
