import type { OutsideAct } from "~/domain/words";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";

export type OutsideCodeProps = Shared & {
  page: PageRef;
  versionNumber: number;
  act: OutsideAct;
  /** Six digits in two groups. */
  code: string;
};

export function subject({ page }: OutsideCodeProps): string {
  return `${leadOf(page)}: your code to sign with`;
}

const actWords = {
  approve: "approve",
  request_changes: "request changes to",
  reaffirm: "reaffirm your approval of",
  revoke_approval: "take back your approval of",
} as const satisfies Record<OutsideAct, string>;

export function letter(props: OutsideCodeProps): Letter {
  const { page, desk, versionNumber, act, code } = props;
  return {
    heading: "Your code to sign with",
    about: { page, mark: "in_review" },
    paragraphs: [
      `Enter this code on the screen where you asked for it, to ${actWords[act]} version ${versionNumber} of this page in your name.`,
    ],
    facts: [
      { label: "Code", value: code },
      { label: "Works for", value: "ten minutes, once, for this only" },
    ],
    sections: [],
    ask: "Back to the page",
    note: `Give the code to nobody: whoever has it and your link signs in your name. ${desk.name} never asks for it by mail or telephone.`,
    why: "You get this because somebody who opened your link asked for a code.",
    stop: "If that was not you, do nothing and tell the editor who sent you the link.",
  };
}

export default function OutsideCode(props: OutsideCodeProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}
