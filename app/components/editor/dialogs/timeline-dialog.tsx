import { useState } from "react";
import { partialDateRule } from "~/content/attribute-rules";
import { partialDateWords } from "~/content/iso-dates";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { insertBlock } from "../insert-block";
import { DialogField } from "../dialog-field";
import type { DialogProps } from "./dialog-props";
import { setAttributes } from "./put-in";

/** When something happened: a year, a month or a day. What happened is written in the text. */
export function TimelineDialog({ editor, onClose }: DialogProps) {
  const [chosen] = useState(() => chosenNode(editor, "timelineEntry"));
  const [when, setWhen] = useState(String(chosen?.node.attrs.when ?? ""));
  const [error, setError] = useState<string | null>(null);
  const typed = when.trim();
  const isRead = partialDateRule.read(typed, {}) !== undefined;

  const act = () => {
    if (!isRead) {
      setError(partialDateRule.says);
      return;
    }
    if (chosen) setAttributes(editor, chosen.at, { when: typed });
    else {
      const { timelineEntry, paragraph } = editor.schema.nodes;
      const entry = timelineEntry?.create({ when: typed }, paragraph?.create());
      if (entry) insertBlock(editor, entry);
    }
    onClose();
  };

  return (
    <Dialog
      title="Timeline entry"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      <DialogField
        label="When"
        hint="A year, a month or a day: 2018, 2018-01 or 2018-01-04"
        data-first
        autoComplete="off"
        inputMode="numeric"
        value={when}
        error={error}
        onChange={(event) => {
          setWhen(event.target.value);
          setError(null);
        }}
      />
      <p className="dialog-reading" role="status">
        {isRead && typed !== "" ? `Shown as ${partialDateWords(typed)}` : ""}
      </p>
    </Dialog>
  );
}
