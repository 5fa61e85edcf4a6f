import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { useState } from "react";
import { longestLabel } from "~/content/attribute-rules";
import {
  citationId,
  citationName,
  parseCitation,
} from "~/content/citation-ids";
import type { Citation } from "~/content/page-content";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";

type Props = { editor: Editor; onClose: () => void };

/** Cites a source by what was pasted: PMID, DOI, NCT number or address. */
export function CitationDialog({ editor, onClose }: Props) {
  const chosen = chosenCitation(editor);
  const [typed, setTyped] = useState(chosen ? citationName(chosen) : "");
  const [label, setLabel] = useState(chosen?.label ?? "");
  const [isGuideline, setIsGuideline] = useState(
    chosen?.scheme === "guideline",
  );
  const [error, setError] = useState<string | null>(null);
  const citation = read(typed, isGuideline);

  const act = () => {
    if (citation === null) {
      setError(
        isGuideline
          ? "Type the guideline's name, such as NICE NG122 (2024)."
          : "This is no PMID, DOI, NCT number or web address.",
      );
      return;
    }
    const attrs = { ...citation, label: label.trim() };
    editor.chain().focus().insertContent({ type: "citation", attrs }).run();
    onClose();
  };

  return (
    <Dialog
      title={chosen ? "Change the citation" : "Cite a source"}
      act={chosen ? "Change" : "Cite"}
      onAct={act}
      onClose={onClose}
    >
      <DialogField
        label={isGuideline ? "Name of the guideline" : "Source"}
        hint={
          isGuideline
            ? "Organisation, title and year"
            : "Paste a PMID, DOI, NCT number or web address"
        }
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(null);
        }}
      />
      <p className="dialog-reading" aria-live="polite">
        {citation && !isGuideline ? `Read as ${citationName(citation)}` : ""}
      </p>
      <label className="choice">
        <input
          type="checkbox"
          className="choice-input"
          checked={isGuideline}
          onChange={(event) => setIsGuideline(event.target.checked)}
        />
        A guideline without a number
      </label>
      <DialogField
        label="Description (optional)"
        hint="Authors, title and year, as the references show it"
        maxLength={longestLabel}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
    </Dialog>
  );
}

function read(typed: string, isGuideline: boolean): Citation | null {
  if (!isGuideline) return parseCitation(typed);
  const id = citationId("guideline", typed);
  return id === null ? null : { scheme: "guideline", id, label: "" };
}

function chosenCitation(editor: Editor): Citation | null {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return null;
  const { type, attrs } = selection.node;
  if (type.name !== "citation") return null;
  return { scheme: attrs.scheme, id: attrs.id, label: attrs.label };
}
