import { useEffect, useRef, useState } from "react";
import { CopyButton } from "./copy-button";
import type { EditorProps } from "./editor-props";
import { PenBar } from "./pen-bar";
import type { SavePhase } from "./save-state";
import {
  announcement,
  notKeptHere,
  saveLine,
  sentSentence,
  timeOfDay,
} from "./save-words";
import type { Writing } from "./use-writing";
import "./save.css";

type Props = EditorProps & { writing: Writing };

/**
 * One visible line that says where the words are, under it who else writes
 * here, and one polite live region that speaks only of trouble, its end, a
 * merge, and what Ctrl+S did.
 */
export function SaveStatus({ writing, ...props }: Props) {
  const { timeZone, language } = props;
  const { state, autosave } = writing;
  const [spoken, setSpoken] = useState("");
  const spokenOf = useRef<SavePhase | "merged" | null>(null);
  const [isAnswered, setIsAnswered] = useState(false);

  useEffect(() => {
    const next = announcement(spokenOf.current, state);
    if (state.phase === "saved")
      spokenOf.current = state.mergedWith === null ? null : "merged";
    else if (next !== null) spokenOf.current = state.phase;
    if (next !== null) setSpoken(next);
  }, [state]);

  useEffect(() => {
    if (state.phase !== "saved") setIsAnswered(false);
  }, [state.phase]);

  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && event.key === "s";
      if (!isSave || autosave === null) return;
      event.preventDefault();
      void autosave.saveNow().then(() => {
        const now = autosave.getState();
        setIsAnswered(now.phase === "saved");
        setSpoken(
          now.phase === "saved"
            ? savedAnswer(now.savedAt, timeZone)
            : saveLine(now),
        );
      });
    };
    document.addEventListener("keydown", save);
    return () => document.removeEventListener("keydown", save);
  }, [autosave, timeZone]);

  const line = isAnswered
    ? savedAnswer(state.savedAt, timeZone)
    : saveLine(state);
  const isUnkept = !state.isKeptHere && state.phase !== "saved";
  const isStuck = state.phase === "closed" || isUnkept;
  const body = isStuck ? (autosave?.currentBody() ?? null) : null;
  const sentences = [...state.sentences, ...(isUnkept ? [notKeptHere] : [])];
  return (
    <>
      <p className="save-line" data-phase={state.phase}>
        <span className="save-mark" aria-hidden="true" />
        {line}
      </p>
      {sentences.length > 0 ? (
        <ul className="editor-trouble">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {isStuck && body ? (
        <p className="editor-trouble">
          <CopyButton body={body} language={language}>
            Copy my text
          </CopyButton>
        </p>
      ) : null}
      {state.sent ? (
        <p className="editor-bar">
          <span role="status">{sentSentence(state.sent, timeZone)}</span>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => autosave?.forgetSent()}
          >
            Close
          </button>
        </p>
      ) : null}
      {props.penUrl === null ? null : (
        <PenBar writing={writing} {...props} penUrl={props.penUrl} />
      )}
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </>
  );
}

/** "Saved 09:14", or what is so when nothing was to be saved in this visit. */
function savedAnswer(savedAt: string | null, timeZone: string): string {
  return savedAt === null
    ? "All changes saved"
    : `Saved ${timeOfDay(savedAt, timeZone)}`;
}
