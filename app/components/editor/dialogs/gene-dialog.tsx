import type { Editor } from "@tiptap/core";
import { useId, useState } from "react";
import { symbolRule } from "~/content/attribute-rules";
import { Dialog } from "../dialog";
import type { GeneSuggestion } from "../desk-requests";
import { DialogField } from "../dialog-field";
import { useGenes } from "../use-genes";

type Props = { editor: Editor; genesUrl: string; onClose: () => void };

/** Puts in a gene: an approved symbol from the list, or one as typed. */
export function GeneDialog({ editor, genesUrl, onClose }: Props) {
  const [typed, setTyped] = useState(() => selectedWord(editor));
  const [at, setAt] = useState(-1);
  const [error, setError] = useState<string | null>(null);
  const { genes, isReached } = useGenes(genesUrl, typed);
  const listId = useId();

  const insert = (symbol: string, hgncId: string | null) => {
    const attrs = { symbol, hgncId };
    editor.chain().focus().insertContent({ type: "gene", attrs }).run();
    onClose();
  };
  const act = () => {
    const exact = genes.find(({ symbol }) => symbol === typed.trim());
    const gene = genes[at] ?? exact;
    if (gene) {
      insert(gene.symbol, gene.hgncId);
      return;
    }
    const symbol = symbolRule.read(typed.trim(), {});
    if (typeof symbol === "string") insert(symbol, null);
    else setError(symbolRule.says);
  };
  const move = (step: number) => {
    const count = genes.length + 1;
    setAt(((at + 1 + step + count) % count) - 1);
  };

  return (
    <Dialog title="Gene" act="Insert" onAct={act} onClose={onClose}>
      <DialogField
        label="Gene symbol"
        hint="Old symbols and other names find the approved one"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={genes.length > 0}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(-1);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          move(event.key === "ArrowDown" ? 1 : -1);
        }}
      />
      <ul id={listId} role="listbox" aria-label="Genes" className="gene-list">
        {genes.map((gene, index) => (
          <li
            key={gene.hgncId}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => insert(gene.symbol, gene.hgncId)}
          >
            <i className="gene">{gene.symbol}</i> {gene.name}
            {foundBy(gene)}
          </li>
        ))}
      </ul>
      <p className="dialog-reading" role="status">
        {countInWords(typed, genes.length, isReached)}
      </p>
    </Dialog>
  );
}

function foundBy({ matched, symbol }: GeneSuggestion) {
  return matched.toUpperCase() === symbol.toUpperCase() ? null : (
    <span className="gene-matched"> found as {matched}</span>
  );
}

function countInWords(
  typed: string,
  count: number,
  isReached: boolean,
): string {
  if (!isReached)
    return "The list of genes cannot be reached; the symbol goes in as typed.";
  if (typed.trim() === "" || count > 0) return "";
  return "No approved symbol found; it goes in as typed.";
}

function selectedWord(editor: Editor): string {
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, " ").trim().slice(0, 30);
}
