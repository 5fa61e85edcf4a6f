import { useRef, useState } from "react";
import type { Writing } from "../use-writing";
import { sendAnswer } from "./open-sets";

type Doings = {
  url: string;
  writing: Writing;
  lookAgain: () => Promise<void>;
};

const notSaved =
  "The text itself is not saved yet, so nothing was answered. Try again when all changes are saved.";

/**
 * Answers given beside the text. What is on the screen is saved first, so that
 * the desk makes the change in the words as they stand; then the draft with
 * the change comes into the text, past Undo and round the cursor.
 */
export function useAnswers({ url, writing, lookAgain }: Doings) {
  const [refusal, setRefusal] = useState<{
    key: string;
    sentence: string;
  } | null>(null);
  const [last, setLast] = useState<{
    said: string;
    undo: FormData | null;
  } | null>(null);
  const isBusy = useRef(false);

  const perform = async (key: string, form: FormData): Promise<boolean> => {
    const { autosave } = writing;
    await autosave?.saveNow();
    if (autosave?.getState().phase !== "saved") {
      setRefusal({ key, sentence: notSaved });
      return false;
    }
    const reply = await sendAnswer(url, form);
    if (reply.ok) {
      const act = form.get("act");
      // An answer taken back may take words out again.
      if (act === "accept" || act === "undo") await autosave.bringIn();
      setRefusal(null);
      setLast({ said: reply.done, undo: undoOf(form) });
    } else setRefusal({ key, sentence: reply.sentence });
    await lookAgain();
    return reply.ok;
  };
  /** True once it stands; a second press while one is under way does nothing. */
  const send = async (key: string, form: FormData): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    try {
      return await perform(key, form);
    } finally {
      isBusy.current = false;
    }
  };
  const undo = last?.undo ?? null;
  return {
    send,
    refusal,
    said: last?.said ?? null,
    undo: undo && (() => void send("undo", undo)),
  };
}

/** The answer that takes an answer back. */
function undoOf(form: FormData): FormData | null {
  const act = form.get("act");
  if (act !== "accept" && act !== "decline") return null;
  const undo = new FormData();
  undo.set("act", "undo");
  for (const name of ["set", "revision", "change"])
    undo.set(name, String(form.get(name) ?? ""));
  return undo;
}
