import type { Day } from "~/domain/days";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay } from "./letter-words";
import { needLabel } from "~/wording/labels";

export type OutsideInvitationProps = Shared & {
  page: PageRef;
  inviterName: string;
  versionNumber: number;
  /** The last day on which the link works. */
  linkEndsOn: Day;
  /** The expertise that a signature is asked for; null for an opinion only. */
  expertise: string | null;
};

export function subject(props: OutsideInvitationProps): string {
  const { page, inviterName, expertise } = props;
  return `${leadOf(page)}: ${inviterName} asks for your ${expertise ? "signature" : "opinion"}`;
}

export function letter(props: OutsideInvitationProps): Letter {
  const { page, desk, inviterName, versionNumber, linkEndsOn, expertise } =
    props;
  return {
    heading: expertise
      ? "Your signature is asked for"
      : "Your opinion is asked for",
    about: { page, mark: "in_review" },
    paragraphs: [
      expertise
        ? `${inviterName} of ${desk.name} asks you to read version ${versionNumber} of this page and to sign your verdict on it as ${needLabel(expertise).toLowerCase()}. You need no account: a code mailed to this address confirms that it is you. Readers see your name and your interests beside an approval.`
        : `${inviterName} of ${desk.name} asks you to read version ${versionNumber} of this page, comment on it, and say whether you would publish it. You need no account.`,
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
