import type { Editor } from "@tiptap/core";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { Autosave } from "./autosave";
import { sendBody } from "./desk-requests";
import type { PageEditorProps } from "./editor-props";
import { openJournal, type Journal } from "./journal";
import { atStart, type Reading, type SaveState } from "./save-state";
import { ServerIds, serverIdsMeta } from "./server-ids";

export type Writing = {
  state: SaveState;
  autosave: Autosave | null;
  journal: Journal | null;
  /** Puts another body on the screen. Only `isChange` counts as writing. */
  show: (body: Body, options: { isChange: boolean }) => void;
};

/** Shown bodies that come from the desk are no change of the writer's. */
const fromDeskMeta = "fromDesk";

/** Joins an editor to its autosave and its journal for as long as it lives. */
export function useWriting(
  editor: Editor | null,
  props: PageEditorProps,
): Writing {
  const [joined, setJoined] = useState<{
    autosave: Autosave;
    journal: Journal;
  } | null>(null);
  const first = useRef(props);

  useEffect(() => {
    if (editor === null) return;
    const { draftKey, revision, body, saveUrl } = first.current;
    const ids = new ServerIds();
    const journal = openJournal(draftKey);
    const autosave = new Autosave({
      ...{ revision, body, journal },
      read: () => readBody(editor),
      send: (baseRevision, current) => {
        ids.noteSent(editor.state.doc);
        return sendBody(saveUrl, baseRevision, current);
      },
      onStored: (stored) => {
        const given = ids.given(editor.state, stored);
        if (given !== null) editor.view.dispatch(given);
      },
      now: () => new Date(),
    });
    const onTransaction: Parameters<typeof editor.on<"transaction">>[1] = ({
      transaction,
    }) => {
      ids.noteTransaction(transaction);
      const isOurs =
        transaction.getMeta(serverIdsMeta) === true ||
        transaction.getMeta(fromDeskMeta) === true;
      if (transaction.docChanged && !isOurs) autosave.noteChange();
    };
    editor.on("transaction", onTransaction);
    const leave = keepWhenLeaving(autosave);
    setJoined({ autosave, journal });
    return () => {
      leave();
      editor.off("transaction", onTransaction);
      void autosave.stop();
    };
  }, [editor]);

  const autosave = joined?.autosave ?? null;
  useEffect(() => {
    autosave?.adopt(props.revision, props.body);
  }, [autosave, props.revision, props.body]);

  const state = useSyncExternalStore(
    useCallback(
      (listener) => autosave?.subscribe(listener) ?? noop,
      [autosave],
    ),
    () => autosave?.getState() ?? atStart,
    () => atStart,
  );
  const show = useCallback<Writing["show"]>(
    (body, { isChange }) => {
      editor
        ?.chain()
        .setMeta(fromDeskMeta, !isChange)
        .setContent(body, { emitUpdate: true })
        .run();
    },
    [editor],
  );
  return { state, autosave, journal: joined?.journal ?? null, show };
}

const noop = () => undefined;

function readBody(editor: Editor): Reading {
  const parsed = parseBody(editor.state.doc.toJSON());
  return parsed.ok
    ? { ok: true, body: parsed.content }
    : {
        ok: false,
        sentences: parsed.problems.slice(0, 5).map(({ message }) => message),
      };
}

/** The browser asks before unsaved words go; the journal has them anyway. */
function keepWhenLeaving(autosave: Autosave): () => void {
  const isUnsaved = () => autosave.getState().phase !== "saved";
  const ask = (event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  };
  const keep = () => {
    if (document.visibilityState === "hidden" && isUnsaved())
      void autosave.writeJournal();
  };
  const tryAgain = () => {
    const { phase } = autosave.getState();
    if (phase === "unreachable" || phase === "signed_out")
      void autosave.saveNow();
  };
  window.addEventListener("beforeunload", ask);
  document.addEventListener("visibilitychange", keep);
  window.addEventListener("online", tryAgain);
  window.addEventListener("focus", tryAgain);
  return () => {
    window.removeEventListener("beforeunload", ask);
    document.removeEventListener("visibilitychange", keep);
    window.removeEventListener("online", tryAgain);
    window.removeEventListener("focus", tryAgain);
  };
}
