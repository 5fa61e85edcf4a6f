import type { Day } from "~/domain/days";
import type { Expertise, Role } from "~/domain/words";
import { expertiseLabels, roleLabels } from "~/wording/labels";
import type { Letter, Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay } from "./letter-words";

export type InvitationToDeskProps = Shared & {
  inviterName: string;
  roles: readonly Role[];
  expertise: readonly Expertise[];
  /** The last day on which the one-time link works. */
  linkEndsOn: Day;
};

export function subject({ desk, inviterName }: InvitationToDeskProps): string {
  return `${desk.name}: ${inviterName} invites you`;
}

export function letter(props: InvitationToDeskProps): Letter {
  const { desk, inviterName, roles, expertise, linkEndsOn } = props;
  return {
    heading: `You are invited to ${desk.name}`,
    about: null,
    paragraphs: [
      `${inviterName} invites you to ${desk.name}, where gene pages are written, reviewed by named people, and published.`,
    ],
    facts: [
      { label: "You come as", value: roles.map(roleLabel).join(", ") },
      ...(expertise.length > 0
        ? [{ label: "Expertise", value: expertise.map(skillLabel).join(", ") }]
        : []),
      { label: "The link works until", value: deadlineDay(linkEndsOn) },
    ],
    sections: [],
    ask: "Accept the invitation",
    note: "The link works once and is meant for you alone. Opening it changes nothing: you accept on the page that it opens, and choose a password there.",
    why: `You get this because ${inviterName} entered your address in an invitation.`,
    stop: "If you did not expect it, do nothing: the link ends by itself and no other mail follows.",
  };
}

export default function InvitationToDesk(props: InvitationToDeskProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}

const roleLabel = (role: Role) => roleLabels[role];
const skillLabel = (expertise: Expertise) => expertiseLabels[expertise];
