import type { Editor } from "@tiptap/core";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Body } from "~/content/page-content";
import { Autosave } from "./autosave";
import {
  lastRequest,
  sendBody,
  sendLastRequest,
  sendMerge,
} from "./desk-requests";
import type { EditorProps } from "./editor-props";
import { openJournal, type Journal } from "./journal";
import { saveOnLeaving } from "./save-on-leaving";
import { joinScreen } from "./save-screen";
import { atStart, type MergeRequest, type SaveState } from "./save-state";
import { fromDeskMeta } from "./server-ids";

export type Writing = {
  state: SaveState;
  autosave: Autosave | null;
  journal: Journal | null;
  /** Puts a whole other body on the screen; no change of the writer's. */
  show: (body: Body) => void;
  /** Called for every change that the writer makes. */
  onWritten: (listener: () => void) => () => void;
};

/** Joins an editor to its autosave and its journal for as long as it lives. */
export function useWriting(editor: Editor | null, props: EditorProps): Writing {
  const [joined, setJoined] = useState<{
    autosave: Autosave;
    journal: Journal;
  } | null>(null);
  const first = useRef(props);
  const [listeners] = useState(() => new Set<() => void>());

  useEffect(() => {
    if (editor === null) return;
    const { draftKey, revision, body, saveUrl } = first.current;
    const journal = openJournal(draftKey);
    const screen = joinScreen(editor.view, requestsTo(saveUrl));
    const now = () => new Date();
    const autosave = new Autosave({
      ...{ revision, body, journal, now },
      ...screen.setting,
    });
    const onTransaction: Parameters<typeof editor.on<"transaction">>[1] = ({
      transaction,
    }) => {
      screen.noteTransaction(transaction);
      if (!transaction.docChanged || transaction.getMeta(fromDeskMeta)) return;
      autosave.noteChange();
      for (const listener of listeners) listener();
    };
    editor.on("transaction", onTransaction);
    const leave = saveOnLeaving(autosave);
    setJoined({ autosave, journal });
    return () => {
      leave();
      editor.off("transaction", onTransaction);
      void autosave.stop().then(journal.close);
    };
  }, [editor, listeners]);

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
    (body) => {
      editor
        ?.chain()
        .setMeta(fromDeskMeta, true)
        .setContent(body, { emitUpdate: true })
        .run();
    },
    [editor],
  );
  const onWritten = useCallback<Writing["onWritten"]>(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );
  const journal = joined?.journal ?? null;
  return { state, autosave, journal, show, onWritten };
}

const noop = () => undefined;

function requestsTo(saveUrl: string) {
  return {
    send: (revision: number, body: Body) => sendBody(saveUrl, revision, body),
    merge: (request: MergeRequest) => sendMerge(saveUrl, request),
    sendLast: (revision: number, body: Body, confirmed: Body | null) => {
      const request = lastRequest(revision, body, confirmed);
      if (request === null) return false;
      sendLastRequest(saveUrl, request);
      return true;
    },
    isShort: (body: Body, confirmed: Body | null) =>
      lastRequest(0, body, confirmed) !== null,
  };
}
