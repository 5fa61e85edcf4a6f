import type { ReactNode } from "react";
import type { AssignmentState, DeskState, PublicState } from "~/domain/words";
import { assignmentStateLabels } from "~/wording/labels";
import { deskStateWording, publicStateWording } from "~/wording/statuses";
import {
  assignmentLooks,
  deskLooks,
  publicLooks,
  type StatusLook,
} from "./status-looks";
import { StatusMark } from "./status-mark";

type StatusProps = StatusLook & { children: ReactNode; title?: string };

/** Shape, word and colour of a state: any two of them suffice. */
export function Status({ shape, colour, children, title }: StatusProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-bold md:whitespace-nowrap ${colour}`}
      title={title}
    >
      <StatusMark shape={shape} />
      <span>{children}</span>
    </span>
  );
}

type Note = { note?: string };

/** The state of the newest work; the note follows the word: "In review, round 2". */
export function DeskStatus({ state, note }: { state: DeskState } & Note) {
  const { word, meaning } = deskStateWording[state];
  return (
    <Status {...deskLooks[state]} title={meaning}>
      {withNote(word, note)}
    </Status>
  );
}

/** What readers get today. */
export function PublicStatus({ state, note }: { state: PublicState } & Note) {
  const { word, meaning } = publicStateWording[state];
  return (
    <Status {...publicLooks[state]} title={meaning}>
      {withNote(word, note)}
    </Status>
  );
}

/** How far one reviewer is. */
export function AssignmentStatus({
  state,
  note,
}: { state: AssignmentState } & Note) {
  return (
    <Status {...assignmentLooks[state]}>
      {withNote(assignmentStateLabels[state], note)}
    </Status>
  );
}

/** A person past their day is late; only a page is overdue. */
export function LateStatus({ children }: { children: ReactNode }) {
  return (
    <Status shape="dashed_clock" colour="text-overdue">
      {children}
    </Status>
  );
}

function withNote(word: string, note: string | undefined): string {
  return note ? `${word}, ${note}` : word;
}
