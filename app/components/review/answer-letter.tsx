import type { CommentKind } from "~/domain/words";
import { commentKindLabels, needLabel } from "~/wording/labels";
import { letterDecisions } from "~/wording/answer-letter";
import { Status } from "../status";

type Answered = {
  commentId: string;
  versionNumber: number;
  raisedById: string;
  raisedBy: string;
  expertise: string;
  kind: CommentKind;
  quotation: string;
  body: string;
  decision: "closed" | "answered" | "open";
  reasons: { by: string; reason: string }[];
  replies: { by: string; body: string }[];
  before: string;
  after: string;
};

const looks = {
  closed: { shape: "disc_tick", colour: "text-approved" },
  answered: { shape: "half_ring", colour: "text-review" },
  open: { shape: "dashed_ring", colour: "text-draft" },
} as const;

type Props = {
  coveringNote?: string;
  remarks: readonly Answered[];
  /** Whose remarks come first: the reader's own. */
  readerId?: string;
};

/** The letter to the reviewers: each remark, what was decided, and the words before and after. */
export function AnswerLetter({ coveringNote, remarks, readerId }: Props) {
  const own = remarks.filter(({ raisedById }) => raisedById === readerId);
  const others = remarks.filter(({ raisedById }) => raisedById !== readerId);
  return (
    <div className="panel grid gap-4 p-4 sm:p-5">
      {coveringNote && (
        <p className="max-w-measure whitespace-pre-line">{coveringNote}</p>
      )}
      <ol className="grid gap-4">
        {[...own, ...others].map((remark) => (
          <li
            key={remark.commentId}
            className="grid gap-2 border-t border-rule pt-3"
          >
            <p className="flex flex-wrap items-baseline gap-x-4">
              <Status {...looks[remark.decision]}>
                {letterDecisions[remark.decision]}
              </Status>
              <span className="text-small text-ink-2">
                {commentKindLabels[remark.kind]} by{" "}
                {remark.raisedById === readerId ? "you" : remark.raisedBy} (
                {needLabel(remark.expertise).toLowerCase()}) on version{" "}
                {remark.versionNumber}
              </span>
            </p>
            {remark.quotation && (
              <blockquote className="max-w-measure border-l-2 border-edge pl-3 text-ink-2">
                {remark.quotation}
              </blockquote>
            )}
            <p className="max-w-measure whitespace-pre-line">{remark.body}</p>
            {remark.replies.map(({ by, body }) => (
              <p key={`${by} ${body}`} className="max-w-measure">
                <strong>{by}:</strong> {body}
              </p>
            ))}
            {remark.reasons.map(({ by, reason }) => (
              <p key={`${by} ${reason}`} className="max-w-measure">
                <strong>Closed by {by}:</strong> {reason}
              </p>
            ))}
            <Words {...remark} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  if (before === after)
    return (
      <p className="text-small text-ink-2">The words there are as they were.</p>
    );
  return (
    <dl className="max-w-measure">
      {before && (
        <>
          <dt className="text-small text-ink-2">Before</dt>
          <dd className="mb-2">
            <del>{before}</del>
          </dd>
        </>
      )}
      {after && (
        <>
          <dt className="text-small text-ink-2">After</dt>
          <dd>
            <ins>{after}</ins>
          </dd>
        </>
      )}
    </dl>
  );
}
