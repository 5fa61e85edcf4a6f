import { MomentText } from "../day-text";

/** One answer under a remark. */
export type ShownReply = {
  id: string;
  body: string;
  by: string;
  at: Date;
  mentions: string[];
};

type Props = {
  replies: readonly ShownReply[];
  reopenings: readonly { name: string; reason: string }[];
  timeZone: string;
};

/** What was answered, in order, and why the remark was opened again. */
export function RemarkThread({ replies, reopenings, timeZone }: Props) {
  return (
    <>
      {replies.length > 0 && (
        <ol className="remark-thread" aria-label="Replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <p className="text-small text-ink-2">
                {reply.by}, <MomentText at={reply.at} timeZone={timeZone} />
                {reply.mentions.length > 0 && `, to ${allOf(reply.mentions)}`}
              </p>
              <p className="max-w-measure whitespace-pre-line">{reply.body}</p>
            </li>
          ))}
        </ol>
      )}
      {reopenings.map(({ name, reason }) => (
        <p key={`${name} ${reason}`} className="max-w-measure text-ink-2">
          Opened again by {name}: {reason}
        </p>
      ))}
    </>
  );
}

const list = new Intl.ListFormat("en-GB");

/** "Ana, Ben and Cleo". */
export function allOf(names: readonly string[]): string {
  return list.format(names);
}
