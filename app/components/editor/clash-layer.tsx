import { useEffect, useRef, useState } from "react";
import { withoutId } from "~/content/block-ids";
import type { Block } from "~/content/page-content";
import { renderBlock } from "~/content/render-block";
import { blockById, type BlockClash, type ClashChoice } from "./clash-block";
import { markDifferences } from "./clash-words";
import { Dialog } from "./dialog";
import type { EditorProps } from "./editor-props";
import { dayAndTime, ofName } from "./save-words";
import { sendSetAside } from "./set-aside-request";
import type { Writing } from "./use-writing";

type Props = Pick<EditorProps, "language" | "timeZone" | "saveUrl" | "base"> & {
  writing: Writing;
};

/**
 * Two people changed the same words: the writer goes on typing, and chooses
 * when it suits, paragraph by paragraph. It opens by its button or Ctrl+S, not
 * by itself: a layer that came between two keys would swallow the second.
 */
export function ClashLayer(props: Props) {
  const { state } = props.writing;
  const [isOpen, setIsOpen] = useState(false);
  const isClash = state.phase === "clash";
  useEffect(() => {
    if (!isClash) {
      setIsOpen(false);
      return;
    }
    const open = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s")
        setIsOpen(true);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, [isClash]);
  const { met } = state;
  if (!isClash || met === null) return null;
  if (isOpen) return <Choice {...props} onClose={() => setIsOpen(false)} />;
  return (
    <p className="editor-bar">
      <span>
        {met.savedBy} changed the same words as you. Yours are kept on this
        device, and saved when you have chosen.
      </span>
      <button
        type="button"
        className="button button-small"
        onClick={() => setIsOpen(true)}
      >
        Choose
      </button>
    </p>
  );
}

function Choice(props: OpenProps) {
  const { writing, language, timeZone, saveUrl, base, onClose } = props;
  const { state, autosave } = writing;
  const { met, clashes } = state;
  const [count] = useState(clashes.length);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isSending = useRef(false);
  const [clash] = clashes;
  if (autosave === null || met === null || clash === undefined) return null;
  const mine = blockById(autosave.currentBody(), clash.blockId);
  const place = count - clashes.length + 1;
  // A private copy has no history; what it leaves out stays on the device.
  const keepLeft = async (choice: ClashChoice) => {
    const isNothing = { mine: !clash.theirs, theirs: !mine, both: true }[
      choice
    ];
    if (isNothing || base) return null;
    const { revision } = met;
    const block = choice === "theirs" ? mine : null;
    return sendSetAside(saveUrl, { revision, blockId: clash.blockId, block });
  };
  const choose = (choice: ClashChoice) => {
    if (isSending.current) return;
    isSending.current = true;
    void keepLeft(choice)
      .then((because) => {
        setTrouble(because);
        return because === null ? autosave.choose(clash, choice) : undefined;
      })
      .finally(() => {
        isSending.current = false;
      });
  };
  return (
    <Dialog title="Needs your choice" act={null} onClose={onClose} isWide>
      <p>
        {met.savedBy} saved on {dayAndTime(met.savedAt, timeZone)} and had
        changed the same words.{" "}
        {count > 1 ? `Paragraph ${place} of ${count}. ` : ""}What you do not
        keep stays {base ? "on this device" : "in the page’s history"}.
      </p>
      {[...(trouble ? [trouble] : []), ...state.sentences].map((sentence) => (
        <p key={sentence} role="alert">
          {sentence}
        </p>
      ))}
      <div className="clash-columns" key={clash.blockId} ref={markDifferences}>
        <Column title="Yours" block={mine} language={language} isFirst>
          <button
            type="button"
            className="button"
            onClick={() => choose("mine")}
          >
            Keep mine
          </button>
        </Column>
        <Column
          title={ofName(met.savedBy)}
          block={clash.theirs}
          language={language}
        >
          <button
            type="button"
            className="button"
            onClick={() => choose("theirs")}
          >
            Keep theirs
          </button>
        </Column>
      </div>
      <p className="editor-dialog-acts">
        {hasBoth(mine, clash) ? (
          <button
            type="button"
            className="button"
            onClick={() => choose("both")}
          >
            Keep both and edit
          </button>
        ) : null}
        <button type="button" className="button button-quiet" onClick={onClose}>
          Not now
        </button>
      </p>
    </Dialog>
  );
}

type OpenProps = Props & { onClose: () => void };

function hasBoth(mine: Block | null, { theirs }: BlockClash): boolean {
  return mine !== null && theirs !== null;
}

type ColumnProps = {
  title: string;
  block: Block | null;
  language: string;
  /** Has the focus when its paragraph comes. */
  isFirst?: boolean;
  children: JSX.Element;
};

function Column({ title, block, language, isFirst, children }: ColumnProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirst) text.current?.focus();
  }, [isFirst]);
  return (
    <section className="clash-column" aria-label={title}>
      <h3>{title}</h3>
      {block === null ? (
        <div className="dialog-hint" ref={text} tabIndex={-1}>
          Taken out.
        </div>
      ) : (
        <div
          ref={text}
          className="page-text"
          lang={language}
          tabIndex={0}
          // Our own renderer made this from checked content.
          dangerouslySetInnerHTML={{
            __html: renderBlock(withoutId(block), null),
          }}
        />
      )}
      <p>{children}</p>
    </section>
  );
}
