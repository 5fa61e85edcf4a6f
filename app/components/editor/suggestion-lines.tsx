import type { Editor } from "@tiptap/core";
import type { ReactNode } from "react";
import { citationName } from "~/content/citation-ids";
import type { Citation } from "~/content/page-content";
import { fittingInsertions } from "./insert-choices";
import { closeSuggestions } from "./suggest-plugin";
import type { Suggestion } from "./suggestions";
import type { DialogName } from "./tools";
import { useGenes } from "./use-genes";

export type LineSources = {
  editor: Editor;
  genesUrl: string;
  people: readonly string[];
  hasFigures: boolean;
  onDialog: (dialog: DialogName) => void;
};
type Line = { key: string; shown: ReactNode; choose: () => void };

/**
 * What the list under the cursor offers for what was typed: blocks, genes,
 * credited people, or the source that an address just pasted is.
 */
export function useSuggestionLines(
  props: LineSources & { suggestion: Suggestion },
) {
  const { editor, suggestion, genesUrl, people, hasFigures, onDialog } = props;
  const { kind, query, from, to } = suggestion;
  const genes = useGenes(genesUrl, kind === "genes" ? query : "");
  const replace = (content: Parameters<typeof putIn>[3]) => () =>
    putIn(editor, from, to, content);
  if (kind === "citation") {
    const attrs = labelled(editor, suggestion.citation);
    const cite = replace({ type: "citation", attrs });
    const keep = () => closeSuggestions(editor.view);
    return {
      lines: [
        line("cite", <>Cite {citationName(attrs)}</>, cite),
        line("keep", "Keep it as text", keep),
      ],
      isComing: false,
      none: "",
    };
  }
  if (kind === "people") {
    const typed = query.toLowerCase();
    const fitting = people.filter((name) =>
      ` ${name.toLowerCase()}`.includes(` ${typed}`),
    );
    return {
      lines: fitting
        .slice(0, 8)
        .map((name) => line(name, name, replace({ type: "text", text: name }))),
      isComing: false,
      none: "Nobody of this name is credited on this page.",
    };
  }
  if (kind === "genes")
    return {
      lines: genes.genes.map((gene) => {
        const { symbol, hgncId, name, matched } = gene;
        const isOther = matched.toUpperCase() !== symbol.toUpperCase();
        const attrs = { symbol, hgncId };
        return line(
          hgncId,
          <>
            {isOther ? <>{matched} → </> : null}
            <i className="gene">{symbol}</i>{" "}
            <span className="suggestions-hint">{name}</span>
          </>,
          replace({ type: "gene", attrs }),
        );
      }),
      isComing: genes.isComing,
      none: genes.isComing
        ? "Looking…"
        : genes.isReached
          ? "No approved symbol found."
          : "The list of genes cannot be reached.",
    };
  const isInside = editor.state.selection.$from.depth > 1;
  return {
    lines: fittingInsertions(query, isInside, hasFigures).map(
      ({ name, label, hint, act }) =>
        line(
          name,
          <>
            {label} <span className="suggestions-hint">{hint}</span>
          </>,
          () => {
            editor.view.dispatch(editor.state.tr.delete(from, to));
            if (act.is === "dialog") onDialog(act.dialog);
            else act.run(editor);
          },
        ),
    ),
    isComing: false,
    none: "No block of this name.",
  };
}

function line(key: string, shown: ReactNode, choose: () => void): Line {
  return { key, shown, choose };
}

function putIn(
  editor: Editor,
  from: number,
  to: number,
  content:
    | { type: "text"; text: string }
    | { type: "gene"; attrs: { symbol: string; hgncId: string } }
    | { type: "citation"; attrs: Citation },
): void {
  editor.chain().focus().insertContentAt({ from, to }, content).run();
}

/** A source that the page cites already brings its description along. */
function labelled(editor: Editor, citation: Citation): Citation {
  let { label } = citation;
  editor.state.doc.descendants(({ type, attrs }) => {
    const isSame =
      type.name === "citation" &&
      attrs.scheme === citation.scheme &&
      attrs.id === citation.id;
    if (isSame && label === "") label = String(attrs.label);
    return label === "";
  });
  return { ...citation, label };
}
