import { lazy, Suspense, useState } from "react";
import type { EditorProps } from "./editor-props";
import { type Pen, writingHere } from "./pen-state";
import { usePen } from "./use-pen";
import type { Writing } from "./use-writing";

/** An editor's act, seldom wanted: it comes when it is. */
const PenTaking = lazy(() =>
  import("./pen-taking").then((found) => ({ default: found.PenTaking })),
);

type Props = Pick<EditorProps, "readUrl" | "suggestUrl"> & {
  penUrl: string;
  writing: Writing;
};

/** Who else writes here, and what a person of manners may do about it. */
export function PenBar({ writing, penUrl, readUrl, suggestUrl }: Props) {
  const { pen, act } = usePen(penUrl, writing.onWritten);
  const [kept, setKept] = useState<string | null>(null);
  const [isTaking, setIsTaking] = useState(false);
  if (pen === null) return null;
  const { holder, asker } = pen;
  if (holder?.isMe) {
    if (asker === null || asker.name === kept) return null;
    return (
      <div className="editor-bar pen-bar" role="status">
        <p>{asker.name} asks for the pen.</p>
        <p className="pen-acts">
          <Small onClick={() => void act("give")}>Hand over</Small>
          <Small onClick={() => setKept(asker.name)}>Keep it</Small>
        </p>
      </div>
    );
  }
  if (holder === null) return null;
  return (
    <div className="editor-bar pen-bar">
      <p>
        <b>{writingHere(holder)}</b>. {whatHappens(pen)}
      </p>
      <p className="pen-acts">
        {readUrl === null ? null : (
          <a className="button button-small" href={readUrl}>
            Read
          </a>
        )}
        {suggestUrl === null ? null : (
          <a className="button button-small" href={suggestUrl}>
            Suggest
          </a>
        )}
        <Small isOff={asker?.isMe === true} onClick={() => void act("ask")}>
          {asker?.isMe ? "Asked for the pen" : "Ask for the pen"}
        </Small>
        {pen.mayTake ? (
          <Small onClick={() => setIsTaking(true)}>Take the pen</Small>
        ) : null}
      </p>
      {isTaking ? (
        <Suspense fallback={null}>
          <PenTaking
            holder={holder.name}
            onTake={(reason) => {
              setIsTaking(false);
              void act("take", reason);
            }}
            onClose={() => setIsTaking(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function whatHappens({ takenBecause }: Pen): string {
  if (takenBecause !== null)
    return `The pen was taken from you: “${takenBecause}”. What you wrote is saved.`;
  return "If you write too, both texts are merged. Where you change the same words, you are asked.";
}

type SmallProps = { isOff?: boolean; onClick: () => void; children: string };

function Small({ isOff = false, onClick, children }: SmallProps) {
  return (
    <button
      type="button"
      className="button button-small"
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </button>
  );
}
