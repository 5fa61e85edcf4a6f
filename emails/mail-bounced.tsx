import type { Day } from "~/domain/days";
import { dayInWords } from "~/wording/days";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type MailBouncedProps = Shared & {
  /** The page the lost mail was about, with its state; null when about none. */
  about: Letter["about"];
  /** Whom the lost mail was for. */
  personName: string;
  personAddress: string;
  lostSubject: string;
  triedOn: Day;
  /** What the mail server answered, or why the desk did not try. */
  reason: string;
};

export function subject({ about, desk, personName }: MailBouncedProps): string {
  return `${leadOfMail(about?.page, desk.name)}: a mail to ${personName} did not arrive`;
}

export function letter(props: MailBouncedProps): Letter {
  const { about, personName } = props;
  return {
    heading: `A mail to ${personName} did not arrive`,
    about,
    paragraphs: [
      `The desk will not try again, and ${personName} does not know what the mail asked. Correct the address, or tell them another way.`,
    ],
    facts: [
      { label: "Address", value: props.personAddress },
      { label: "Subject of the mail", value: props.lostSubject },
      { label: "Tried on", value: dayInWords(props.triedOn) },
      { label: "Reason given", value: props.reason },
    ],
    sections: [],
    ask: "Check the address",
    note: null,
    why: "You get this because you are an editor, and a mail that is lost in silence is a review that is late.",
    stop: sentOnce,
  };
}

export default function MailBounced(props: MailBouncedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}

function leadOfMail(page: PageRef | undefined, deskName: string): string {
  return page ? leadOf(page) : deskName;
}
