import { useEffect, useState } from "react";
import { isSameText } from "~/content/canonical";
import type { EditorProps } from "./editor-props";
import type { Journal, KeptText } from "./journal";
import { KeptTextRow } from "./kept-text-row";
import type { Writing } from "./use-writing";

type Props = Pick<EditorProps, "body" | "language" | "timeZone"> & {
  writing: Writing;
};

/**
 * Words on this device that the page does not have: unsaved ones from an
 * earlier visit, and those not chosen in a clash. Restore, copy or remove.
 */
export function KeptTexts({ writing, body, language, timeZone }: Props) {
  const { journal, autosave, state, show } = writing;
  const [texts, setTexts] = useState<KeptText[]>([]);
  const [initialBody] = useState(body);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (journal === null) return;
    void takeStock(journal, initialBody).then(setTexts);
  }, [journal, initialBody]);

  // A choice sets the other text aside, and then its clash is gone.
  const clashCount = state.clashes.length;
  const isSaved = state.phase === "saved";
  useEffect(() => {
    if (journal === null) return;
    void journal
      .list()
      .then((all) => all.filter(isSetAside))
      .then((all) =>
        setTexts((known) => (isSameList(known, all) ? known : all)),
      );
  }, [journal, clashCount, isSaved]);

  useEffect(() => {
    if (isSaved) setSaid("");
  }, [isSaved]);

  if (journal === null || autosave === null || texts.length === 0) return null;
  const remove = async (text: KeptText) => {
    setTexts(texts.filter((other) => other !== text));
    await journal.remove(text.id);
  };
  const restore = async (text: KeptText) => {
    await autosave.saveNow();
    // What stands on the screen must be with the desk before it gives way.
    if (autosave.getState().phase !== "saved") {
      setSaid(notSavedYet);
      return;
    }
    show(text.body);
    autosave.restored(text);
    if (await autosave.writeJournal()) await remove(text);
    else setSaid(stillListed);
  };
  return (
    <section className="editor-bar" aria-label="Kept on this device">
      {texts.map((text) => (
        <KeptTextRow
          key={text.id}
          text={text}
          language={language}
          timeZone={timeZone}
          onRestore={() => void restore(text)}
          onRemove={() => void remove(text)}
        />
      ))}
      <p role="status">{said}</p>
    </section>
  );
}

const notSavedYet =
  "The text on the screen is not saved yet. Restore when it is.";
const stillListed =
  "Restored. It stays in this list too, because this browser could not keep another copy.";

function isSetAside({ kind }: KeptText): boolean {
  return kind !== "unsaved";
}

function isSameList(one: KeptText[], other: KeptText[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id }, index) => id === other[index]?.id)
  );
}

/**
 * At the start of a visit: unsaved words of an earlier one are set aside, so
 * that new typing cannot overwrite them, and what the desk has by now goes.
 */
async function takeStock(journal: Journal, body: KeptText["body"]) {
  for (const text of await journal.list()) {
    const isKnown = isSameText(text.body, body);
    if (!isSetAside(text)) {
      const isKept = isKnown || (await journal.setAside("set_aside", text));
      if (isKept) await journal.remove(text.id);
    } else if (isKnown) await journal.remove(text.id);
  }
  return (await journal.list()).filter(isSetAside);
}
