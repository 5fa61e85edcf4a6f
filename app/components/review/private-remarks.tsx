import type { CommentKind } from "~/domain/words";
import { commentKindLabels } from "~/wording/labels";
import { Button } from "../button";
import { Status } from "../status";

type Props = {
  remarks: readonly {
    id: string;
    kind: CommentKind;
    versionNumber: number;
    blockId: string | null;
    quotation: string;
    body: string;
  }[];
  /** The version on this screen; a remark on another says so. */
  versionNumber: number;
  maySend: boolean;
};

/** What a reviewer wrote and nobody else sees: it goes out with the verdict. */
export function PrivateRemarks({ remarks, versionNumber, maySend }: Props) {
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className="panel border-l-6 p-4 sm:p-5">
      <h3 id="unsent" className="text-h3">
        {remarks.length === 1
          ? "1 remark, not sent yet"
          : `${String(remarks.length)} remarks, not sent yet`}
      </h3>
      <p className="mb-3 text-ink-2">
        Only you see {remarks.length === 1 ? "it" : "them"}. Everything here
        goes out together when you sign your decision.
      </p>
      <ol className="grid gap-4">
        {remarks.map((remark) => (
          <li key={remark.id} className="grid gap-2 border-t border-rule pt-3">
            <Status shape="dashed_ring" colour="text-draft">
              {commentKindLabels[remark.kind]}
              {remark.versionNumber === versionNumber
                ? ""
                : `, on version ${String(remark.versionNumber)}`}
            </Status>
            {remark.quotation && (
              <blockquote className="max-w-measure border-l-2 border-edge pl-3 text-ink-2">
                {remark.quotation}
              </blockquote>
            )}
            <p className="max-w-measure whitespace-pre-line">{remark.body}</p>
            <div className="flex flex-wrap items-center gap-3">
              {remark.blockId && (
                <a href={`#b-${remark.blockId}`}>Show in the text</a>
              )}
              {maySend && (
                <Act id={remark.id} intent="send_remark" body={remark.body}>
                  Send this one now
                </Act>
              )}
              <Act id={remark.id} intent="drop_remark" body={remark.body}>
                Throw away
              </Act>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Act(props: {
  id: string;
  intent: string;
  body: string;
  children: string;
}) {
  const { id, intent, body, children } = props;
  return (
    <form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="remarkId" value={id} />
      <Button isSmall tone="quiet">
        {children}
        <span className="sr-only"> “{body.slice(0, 40)}”</span>
      </Button>
    </form>
  );
}
