import { useEffect, useState } from "react";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { insertBlock } from "../insert-block";
import { listComponents, type Component } from "../component-request";
import type { DialogProps } from "./dialog-props";

type Listed = Component[] | "coming" | "unreached";

/** A text that was approved once for many pages; it is put in as it is. */
export function ReusableDialog({
  editor,
  componentsUrl,
  onClose,
}: DialogProps) {
  const [chosen] = useState(() => chosenNode(editor, "reusable"));
  const [listed, setListed] = useState<Listed>("coming");
  const [picked, setPicked] = useState(
    chosen ? keyOf(chosen.node.attrs.component, chosen.node.attrs.version) : "",
  );
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    const asking = new AbortController();
    void listComponents(componentsUrl, asking.signal).then((found) => {
      if (!asking.signal.aborted) setListed(found ?? "unreached");
    });
    return () => asking.abort();
  }, [componentsUrl]);

  const act = () => {
    const component =
      typeof listed === "string"
        ? undefined
        : listed.find(({ name, version }) => keyOf(name, version) === picked);
    if (component === undefined) {
      setError("Choose one of the texts.");
      return;
    }
    put(editor, component, chosen);
    onClose();
  };

  return (
    <Dialog
      title="Reusable text"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      {error ? (
        <p className="dialog-error" role="alert">
          {error}
        </p>
      ) : null}
      {typeof listed === "string" ? (
        <p role="status">
          {listed === "coming"
            ? "Getting the texts…"
            : "The reusable texts cannot be reached. Close this and try again."}
        </p>
      ) : listed.length === 0 ? (
        <p role="status">
          No reusable text is approved yet. The desk’s editors add them.
        </p>
      ) : (
        <fieldset className="dialog-choices">
          <legend>Approved texts</legend>
          {listed.map(({ name, version, title, words }, index) => (
            <label key={keyOf(name, version)} className="choice">
              <input
                type="radio"
                name="component"
                className="choice-input"
                {...(index === 0 ? { "data-first": true } : {})}
                checked={picked === keyOf(name, version)}
                onChange={() => {
                  setPicked(keyOf(name, version));
                  setError(null);
                }}
              />
              <span>
                <b>{title}</b>, version {version}
                <span className="dialog-hint dialog-words">{words}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

function keyOf(component: unknown, version: unknown): string {
  return `${String(component)}:${String(version)}`;
}

function put(
  editor: DialogProps["editor"],
  { name, version, kind, content }: Component,
  chosen: ReturnType<typeof chosenNode>,
): void {
  const made = editor.schema.nodeFromJSON({
    type: "reusable",
    attrs: { component: name, version, kind },
    content,
  });
  if (chosen === null) {
    insertBlock(editor, made);
    return;
  }
  const end = chosen.at + chosen.node.nodeSize;
  editor.view.dispatch(editor.state.tr.replaceWith(chosen.at, end, made));
}
