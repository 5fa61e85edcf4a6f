import { useEffect, useRef, useState } from "react";
import { isSameText } from "~/content/canonical";
import type { PageEditorProps } from "./editor-props";
import type { Journal, KeptText } from "./journal";
import { KeptTextRow } from "./kept-text-row";
import type { Writing } from "./use-writing";

type Props = Pick<PageEditorProps, "body" | "language" | "timeZone"> & {
  writing: Writing;
};

/**
 * Words on this device that the desk does not have: unsaved ones from an
 * earlier visit, and those not chosen in a clash. Restore, copy or remove.
 */
export function KeptTexts({ writing, body, language, timeZone }: Props) {
  const { journal, autosave, state, show } = writing;
  const [texts, setTexts] = useState<KeptText[]>([]);
  const [initialBody] = useState(body);
  const wasClash = useRef(false);

  useEffect(() => {
    if (journal === null) return;
    void takeStock(journal, initialBody).then(setTexts);
  }, [journal, initialBody]);

  useEffect(() => {
    const isDecided = wasClash.current && state.phase !== "clash";
    wasClash.current = state.phase === "clash";
    if (isDecided && journal !== null)
      void journal.list().then((all) => setTexts(all.filter(isSetAside)));
  }, [journal, state.phase]);

  if (journal === null || autosave === null || texts.length === 0) return null;
  const remove = async (text: KeptText) => {
    setTexts(texts.filter((other) => other !== text));
    await journal.removeSetAside(text.writtenAt);
  };
  const restore = async (text: KeptText) => {
    await autosave.saveNow();
    show(text.body, { isChange: false });
    autosave.restored(text);
    await autosave.writeJournal();
    await remove(text);
  };
  return (
    <section className="editor-bar" aria-label="Kept on this device">
      {texts.map((text) => (
        <KeptTextRow
          key={text.writtenAt}
          text={text}
          language={language}
          timeZone={timeZone}
          onRestore={() => void restore(text)}
          onRemove={() => void remove(text)}
        />
      ))}
    </section>
  );
}

function isSetAside({ kind }: KeptText): boolean {
  return kind === "set_aside";
}

/**
 * At the start of a visit: unsaved words of an earlier one are set aside, so
 * that new typing cannot overwrite them, and what the desk has by now goes.
 */
async function takeStock(journal: Journal, body: KeptText["body"]) {
  for (const text of await journal.list()) {
    const isKnown = isSameText(text.body, body);
    if (isKnown && isSetAside(text))
      await journal.removeSetAside(text.writtenAt);
    if (text.kind !== "unsaved") continue;
    if (!isKnown) await journal.setAside(text);
    await journal.clearUnsaved();
  }
  return (await journal.list()).filter(isSetAside);
}
