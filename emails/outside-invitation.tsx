import type { Day } from "~/domain/days";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay } from "./letter-words";

export type OutsideInvitationProps = Shared & {
  page: PageRef;
  inviterName: string;
  versionNumber: number;
  /** The last day on which the link works. */
  linkEndsOn: Day;
};

export function subject({ page, inviterName }: OutsideInvitationProps): string {
  return `${leadOf(page)}: ${inviterName} asks for your opinion`;
}

export function letter(props: OutsideInvitationProps): Letter {
  const { page, desk, inviterName, versionNumber, linkEndsOn } = props;
  return {
    heading: "Your opinion is asked for",
    about: { page, mark: "in_review" },
    paragraphs: [
      `${inviterName} of ${desk.name} asks you to read version ${versionNumber} of this page, comment on it, and say whether you would publish it. You need no account.`,
    ],
    facts: [{ label: "The link works until", value: deadlineDay(linkEndsOn) }],
    sections: [],
    ask: "Open the page",
    note: "The link is meant for you alone and shows this one version. Opening it changes nothing: a button on the page that it opens does.",
    why: `You get this because ${inviterName} entered your address.`,
    stop: "If you did not expect it, do nothing: the link ends by itself and no other mail follows.",
  };
}

export default function OutsideInvitation(props: OutsideInvitationProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
