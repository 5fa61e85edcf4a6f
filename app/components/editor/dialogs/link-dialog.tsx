import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { parseLink } from "~/content/links";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";

type Props = { editor: Editor; onClose: () => void };

/** Makes, changes or removes a link; only addresses a page may hold. */
export function LinkDialog({ editor, onClose }: Props) {
  const current: unknown = editor.getAttributes("link").href;
  const isLinked = typeof current === "string";
  const needsWords = editor.state.selection.empty && !isLinked;
  const [address, setAddress] = useState(isLinked ? current : "");
  const [words, setWords] = useState("");
  const [error, setError] = useState<string | null>(null);

  const act = () => {
    const href = parseLink(address) ?? parseLink(`https://${address.trim()}`);
    if (
      href === null ||
      (address.includes(":") && parseLink(address) === null)
    ) {
      setError("A link goes to an https, http or mailto address.");
      return;
    }
    const mark = { type: "link", attrs: { href } };
    const chain = editor.chain().focus();
    if (needsWords)
      chain
        .insertContent({
          type: "text",
          text: words.trim() || href,
          marks: [mark],
        })
        .unsetMark("link")
        .run();
    else chain.extendMarkRange("link").setMark("link", { href }).run();
    onClose();
  };

  return (
    <Dialog title="Link" act="Set the link" onAct={act} onClose={onClose}>
      <DialogField
        label="Address"
        inputMode="url"
        autoComplete="off"
        value={address}
        error={error}
        onChange={(event) => setAddress(event.target.value)}
      />
      {needsWords ? (
        <DialogField
          label="Words to show"
          hint="Left empty, the address itself is shown."
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      {isLinked ? (
        <p>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              editor
                .chain()
                .focus()
                .extendMarkRange("link")
                .unsetMark("link")
                .run();
              onClose();
            }}
          >
            Remove the link
          </button>
        </p>
      ) : null}
    </Dialog>
  );
}
