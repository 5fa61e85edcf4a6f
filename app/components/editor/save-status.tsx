import { useEffect, useRef, useState } from "react";
import { CopyButton } from "./copy-button";
import type { SavePhase } from "./save-state";
import { announcement, saveLine, timeOfDay } from "./save-words";
import type { Writing } from "./use-writing";

type Props = { writing: Writing; timeZone: string; language: string };

/**
 * One visible line that says where the words are, and one polite live region
 * that speaks only of trouble, its end, and what Ctrl+S did.
 */
export function SaveStatus({ writing, timeZone, language }: Props) {
  const { state, autosave } = writing;
  const [spoken, setSpoken] = useState("");
  const spokenOf = useRef<SavePhase | null>(null);
  const [isAnswered, setIsAnswered] = useState(false);

  useEffect(() => {
    const next = announcement(spokenOf.current, state);
    if (next === null) return;
    spokenOf.current = state.phase === "saved" ? null : state.phase;
    setSpoken(next);
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
  const isStuck =
    state.phase === "closed" || (!state.isKeptHere && state.phase !== "saved");
  const body = isStuck ? (autosave?.currentBody() ?? null) : null;
  return (
    <>
      <p className="save-line" data-phase={state.phase}>
        <span className="save-mark" aria-hidden="true" />
        {line}
      </p>
      {state.sentences.length > 0 ? (
        <ul className="editor-trouble">
          {state.sentences.map((sentence) => (
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
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </>
  );
}

function savedAnswer(savedAt: string | null, timeZone: string): string {
  return savedAt === null
    ? "All changes saved"
    : `Saved ${timeOfDay(savedAt, timeZone)}`;
}
