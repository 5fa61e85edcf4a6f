import type { ReactNode } from "react";
import type { CommentKind } from "~/domain/words";
import { commentKindLabels, needLabel } from "~/wording/labels";
import { closingCapacityLabels } from "~/wording/review";
import { MomentText } from "../day-text";
import { Status } from "../status";
import { allOf, RemarkThread, type ShownReply } from "./remark-thread";
import type { StatusLook } from "../status-looks";

export type ShownRemark = {
  id: string;
  kind: CommentKind;
  /** Null for a remark on the draft. */
  versionNumber: number | null;
  blockId: string | null;
  quotation: string;
  body: string;
  raisedById: string;
  raisedBy: string;
  expertise: string | null;
  raisedAt: Date;
  mentions: string[];
  replies: ShownReply[];
  reopenings: { name: string; reason: string }[];
  closings: {
    name: string;
    capacity: keyof typeof closingCapacityLabels;
    reason: string;
  }[];
  isClosed: boolean;
  /** Its mark in the text; null where it has none. Left out where no text is shown. */
  number?: number | null;
  isDetached?: boolean;
};

const looks = {
  must_fix: { shape: "octagon", colour: "text-overdue" },
  question: { shape: "half_ring", colour: "text-review" },
  consider: { shape: "ring_i", colour: "text-draft" },
  praise: { shape: "disc_tick", colour: "text-approved" },
} as const satisfies Record<CommentKind, StatusLook>;

type Props = {
  remarks: readonly ShownRemark[];
  timeZone: string;
  /** Where the text stands, for links to the block of a remark. */
  textHref: string;
  action?: (remark: ShownRemark) => ReactNode;
};

/** Remarks beside a version, open ones first; closed ones keep their reason. */
export function Remarks({ remarks, timeZone, textHref, action }: Props) {
  return (
    <ol className="panel">
      {remarks.map((remark) => (
        <li
          key={remark.id}
          id={`remark-${remark.id}`}
          className="remark grid gap-2 border-t border-rule px-4 py-3 first:border-t-0"
        >
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Status
              {...(remark.isClosed
                ? { shape: "ring_minus" as const, colour: "text-draft" }
                : looks[remark.kind])}
            >
              {remark.number ? `${String(remark.number)}. ` : ""}
              {commentKindLabels[remark.kind]}
              {remark.isClosed ? ", closed" : ""}
            </Status>
            <span className="text-small text-ink-2">
              {remark.raisedBy}
              {remark.expertise
                ? ` (${needLabel(remark.expertise).toLowerCase()})`
                : ""}{" "}
              {remark.versionNumber === null
                ? "on the draft"
                : `on version ${String(remark.versionNumber)}`}
              , <MomentText at={remark.raisedAt} timeZone={timeZone} />
            </span>
          </div>
          {remark.quotation && (
            <blockquote className="max-w-measure border-l-2 border-edge pl-3 text-ink-2">
              {remark.quotation}
            </blockquote>
          )}
          {remark.isDetached && !remark.isClosed && (
            <p className="remark-detached">
              These words are not in this text any more.
            </p>
          )}
          <p className="max-w-measure whitespace-pre-line">{remark.body}</p>
          {remark.mentions.length > 0 && (
            <p className="text-small text-ink-2">To {allOf(remark.mentions)}</p>
          )}
          <RemarkThread
            replies={remark.replies}
            reopenings={remark.reopenings}
            timeZone={timeZone}
          />
          {remark.closings.map((closing) => (
            <p key={closing.name} className="max-w-measure text-ink-2">
              {remark.isClosed ? "Closed" : "One of two editors closed it"}:{" "}
              {closing.name}, {closingCapacityLabels[closing.capacity]}
              {closing.reason ? `: ${closing.reason}` : "."}
            </p>
          ))}
          <div className="flex flex-wrap items-center gap-3">
            {remark.blockId && !remark.isDetached && (
              <a href={`${textHref}#${placeOf(remark)}`}>
                Show in the text
                <span className="sr-only"> for {remark.body.slice(0, 40)}</span>
              </a>
            )}
            {action?.(remark)}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The mark of the remark, or the block it is about. */
function placeOf({ id, number, blockId }: ShownRemark): string {
  return number ? `at-remark-${id}` : `b-${String(blockId)}`;
}
