import { useEffect, useRef, useState } from "react";
import { commentKinds } from "~/domain/words";
import { commentKindLabels } from "~/wording/labels";
import { commentKindHints } from "~/wording/review";
import { RadioGroup } from "../../choice-fields";
import {
  commentIn,
  forgetComment,
  keepComment,
  readKeptComment,
} from "../../kept-comment";
import { MentionField } from "../../review/mention-field";
import { TextArea } from "../../text-field";
import type { CommentDesk } from "../comment-desk";
import {
  type CommentError,
  sendComment,
  showComments,
} from "../comment-request";
import { type SelectedWords, selectedWords } from "../comment-selection";
import { Dialog } from "../dialog";
import { editorPlace } from "../editor-place";
import type { DialogProps } from "./dialog-props";

/**
 * A comment on the selected words, without leaving the text. What is on the
 * screen is saved first, so that the desk finds the words; what was typed here
 * is kept on this device until the desk has it.
 */
export function CommentDialog(props: DialogProps) {
  const { editor, writing, say, onClose } = props;
  const [desk] = useState(readDesk);
  const [about] = useState(() => selectedWords(editor.state));
  const [kept] = useState(() => desk && readKeptComment(desk.keptAs));
  const [errors, setErrors] = useState<CommentError[]>([]);
  const [isSending, setIsSending] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const formOf = () => fields.current?.closest("form") ?? null;

  useEffect(() => {
    const form = fields.current?.closest("form");
    if (!form || !desk) return;
    const keep = () =>
      keepComment(desk.keptAs, {
        ...{ ...commentIn(form), ...placeIn(about), isSent: false },
      });
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
        form.requestSubmit();
    };
    form.addEventListener("input", keep);
    form.addEventListener("keydown", press);
    return () => {
      form.removeEventListener("input", keep);
      form.removeEventListener("keydown", press);
    };
  }, [desk, about]);

  const send = async (raiseUrl: string, form: HTMLFormElement) => {
    await writing.autosave?.saveNow();
    if (writing.autosave?.getState().phase !== "saved") return [notSaved];
    // Saving may have given the block its id.
    const place = selectedWords(editor.state);
    const sent = new FormData(form);
    sent.set("intent", "raise_comment");
    for (const [name, value] of Object.entries(placeIn(place)))
      sent.set(name, value);
    return sendComment(raiseUrl, sent);
  };
  const act = () => {
    const form = formOf();
    if (isSending || !desk || !form) return;
    setIsSending(true);
    void send(desk.raiseUrl, form).then(async (wrong) => {
      setIsSending(false);
      setErrors(wrong);
      if (wrong.length > 0) return;
      forgetComment(desk.keptAs);
      await showComments(editor);
      onClose();
      say("Your comment stands beside the text.");
    });
  };
  if (!desk) return null;
  const errorOf = (name: string) =>
    errors.find((error) => error.name === name)?.sentence;
  const known = ["kind", "remark", "mentionIds"];
  const kinds = commentKinds.filter(
    (kind) => desk.mayInsist || kind !== "must_fix",
  );
  return (
    <Dialog
      title="Comment"
      act={isSending ? "Sending…" : "Add this comment"}
      onAct={act}
      onClose={onClose}
    >
      {errors
        .filter(({ name }) => !known.includes(name))
        .map(({ sentence }) => (
          <p key={sentence} className="dialog-error" role="alert">
            {sentence}
          </p>
        ))}
      <div ref={fields} className="comment-fields">
        {about?.quotation ? (
          <blockquote className="comment-about">{about.quotation}</blockquote>
        ) : (
          <p className="dialog-hint">
            No words are selected: it will be about the whole paragraph.
          </p>
        )}
        <RadioGroup
          name="kind"
          label="Kind of comment"
          options={kinds.map((kind) => ({
            value: kind,
            label: commentKindLabels[kind],
            hint: commentKindHints[kind],
          }))}
          value={kept?.kind ?? ""}
          error={errorOf("kind")}
        />
        <TextArea
          name="remark"
          label="Comment"
          rows={4}
          value={kept?.remark ?? ""}
          error={errorOf("remark")}
        />
        <MentionField
          people={desk.people}
          named={kept?.mentionIds ?? []}
          error={errorOf("mentionIds")}
        />
      </div>
    </Dialog>
  );
}

const notSaved: CommentError = {
  name: "",
  sentence:
    "The text itself is not saved yet, so the desk could not find the words. Your comment is kept on this device; send it again when all changes are saved.",
};

/** A place as the form of a comment sends it. */
function placeIn(place: SelectedWords | null) {
  const { blockId = "", quotation = "", start } = place ?? {};
  return { blockId, quotation, start: start?.toString() ?? "" };
}

function readDesk(): CommentDesk | null {
  const json = document.getElementById(editorPlace.commentDesk)?.textContent;
  // Written by our own server into the same page.
  return json ? (JSON.parse(json) as CommentDesk) : null;
}
