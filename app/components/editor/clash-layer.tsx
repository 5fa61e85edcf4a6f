import { useEffect, useState } from "react";
import { canonical } from "~/content/canonical";
import type { Block, Body } from "~/content/page-content";
import { renderBlock } from "~/content/render-block";
import { Dialog } from "./dialog";
import type { PageEditorProps } from "./editor-props";
import { dayAndTime } from "./save-words";
import type { Theirs } from "./save-reply";
import type { Writing } from "./use-writing";

type Props = Pick<PageEditorProps, "language" | "timeZone"> & {
  writing: Writing;
};

/**
 * Somebody else saved meanwhile: what differs stands side by side and the
 * writer chooses. The other text stays on this device and can be copied.
 */
export function ClashLayer({ writing, language, timeZone }: Props) {
  const { state, autosave, show } = writing;
  const isClash = state.phase === "clash";
  const [isPutOff, setIsPutOff] = useState(false);
  useEffect(() => {
    if (!isClash) setIsPutOff(false);
  }, [isClash]);
  const mine = isClash ? (autosave?.currentBody() ?? null) : null;
  const { theirs } = state;
  if (!isClash || theirs === null || mine === null) return null;
  if (isPutOff)
    return (
      <p className="editor-bar">
        {theirs.savedBy} saved this page while you wrote. Your words are kept on
        this device until you choose.{" "}
        <button
          type="button"
          className="button button-small"
          onClick={() => setIsPutOff(false)}
        >
          Choose
        </button>
      </p>
    );
  const columns = differing(mine, theirs.body);
  const takeTheirs = async () => {
    const body = await autosave?.takeTheirs();
    if (body) show(body, { isChange: false });
  };
  return (
    <Dialog
      title="Somebody else saved this page while you wrote"
      act={null}
      onClose={() => setIsPutOff(true)}
      isWide
    >
      <p>
        {whatHappened(theirs, timeZone)} Choose which text goes on; the other
        one is kept on this device, and you can copy it.
      </p>
      <div className="clash-columns">
        <Column title="Yours" blocks={columns.mine} language={language}>
          <button
            type="button"
            className="button button-primary"
            onClick={() => void autosave?.keepMine()}
          >
            Keep mine as a new save
          </button>
        </Column>
        <Column
          title={`${theirs.savedBy}’s`}
          blocks={columns.theirs}
          language={language}
        >
          <button
            type="button"
            className="button"
            onClick={() => void takeTheirs()}
          >
            Take theirs
          </button>
        </Column>
      </div>
    </Dialog>
  );
}

type ColumnProps = {
  title: string;
  blocks: Block[];
  language: string;
  children: JSX.Element;
};

function Column({ title, blocks, language, children }: ColumnProps) {
  const html = blocks
    .map((block) => renderBlock(withoutId(block), null))
    .join("");
  return (
    <section className="clash-column" aria-label={title}>
      <h3>{title}</h3>
      {html === "" ? (
        <p className="dialog-hint">Nothing that the other text lacks.</p>
      ) : (
        <div
          className="page-text"
          lang={language}
          tabIndex={0}
          // Our own renderer made this from checked content.
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
      <p>{children}</p>
    </section>
  );
}

function whatHappened(theirs: Theirs, timeZone: string): string {
  return `${theirs.savedBy} saved on ${dayAndTime(theirs.savedAt, timeZone)}. Only what differs is shown.`;
}

/** The blocks of each text that do not stand word for word in the other. */
export function differing(
  mine: Body,
  theirs: Body,
): { mine: Block[]; theirs: Block[] } {
  const lacking = (blocks: Block[], others: Block[]) => {
    const known = new Set(others.map(keyOf));
    return blocks.filter((block) => !known.has(keyOf(block)));
  };
  return {
    mine: lacking(mine.content, theirs.content),
    theirs: lacking(theirs.content, mine.content),
  };
}

function keyOf(block: Block): string {
  return canonical(withoutId(block));
}

function withoutId(block: Block): Block {
  // Only the id among a block's attributes changes, so its type stays true.
  return { ...block, attrs: { ...block.attrs, id: null } } as Block;
}
