import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { longestLabel } from "~/content/attribute-rules";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";

type Props = { editor: Editor; onClose: () => void };

/** The caption says what a table shows, also to those who cannot see it. */
export function CaptionDialog({ editor, onClose }: Props) {
  const current: unknown = editor.getAttributes("table").caption;
  const [caption, setCaption] = useState(
    typeof current === "string" ? current : "",
  );
  const act = () => {
    editor
      .chain()
      .focus()
      .updateAttributes("table", { caption: caption.trim() })
      .run();
    onClose();
  };
  return (
    <Dialog title="Table" act="Set the caption" onAct={act} onClose={onClose}>
      <DialogField
        label="Caption"
        hint="What the table shows, in one line"
        maxLength={longestLabel}
        value={caption}
        onChange={(event) => setCaption(event.target.value)}
      />
    </Dialog>
  );
}
