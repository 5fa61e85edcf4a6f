import type { Need, RevocationKind } from "~/domain/words";
import { needLabel, revocationLabels } from "~/wording/labels";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { sentOnce } from "./letter-words";

export type ApprovalRevokedProps = Shared & {
  page: PageRef;
  versionNumber: number;
  reviewerName: string;
  expertise: Need;
  revocationKind: RevocationKind;
};

export function subject({ page, reviewerName }: ApprovalRevokedProps): string {
  return `${leadOf(page)}: ${reviewerName} revoked an approval`;
}

export function letter(props: ApprovalRevokedProps): Letter {
  const { page, versionNumber, reviewerName, expertise } = props;
  const isUnsafe = props.revocationKind === "unsafe";
  return {
    heading: `${reviewerName} revoked an approval`,
    about: { page, mark: isUnsafe ? "withheld" : "changes_requested" },
    paragraphs: [
      isUnsafe
        ? "The reviewer calls the text unsafe. If it was public, readers no longer get it. Decide now whether to correct or withdraw it."
        : "If the text is public, a notice stands above it, and it is withheld after 14 days unless the remaining approvals satisfy the review rules.",
    ],
    facts: [
      { label: "Version", value: String(versionNumber) },
      { label: "Expertise", value: needLabel(expertise) },
      { label: "Given as", value: revocationLabels[props.revocationKind] },
    ],
    sections: [],
    ask: "See what readers get",
    note: null,
    why: "You get this because you are an editor.",
    stop: sentOnce,
  };
}

export default function ApprovalRevoked(props: ApprovalRevokedProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
