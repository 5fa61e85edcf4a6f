import type { Editor } from "@tiptap/core";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { citationName } from "~/content/citation-ids";
import type { Citation } from "~/content/page-content";
import { chooseLine, closeSuggestions } from "./suggest-plugin";
import { fittingInsertions } from "./insert-choices";
import {
  suggestionId,
  suggestionList,
  type Suggestion,
  type Suggestions,
} from "./suggestions";
import type { DialogName } from "./tools";
import { useGenes } from "./use-genes";

type Props = {
  editor: Editor;
  suggestions: Suggestions;
  genesUrl: string;
  people: readonly string[];
  onDialog: (dialog: DialogName) => void;
};
type Line = { key: string; shown: ReactNode; choose: () => void };

/**
 * The list under the cursor (WAI-ARIA listbox, steered from the text by
 * `aria-activedescendant`): arrows go round, Enter and Tab take a line, Esc
 * closes and leaves what was typed.
 */
export function SuggestionList(props: Props) {
  const { suggestions } = props;
  const suggestion = useSyncExternalStore(
    useCallback((listener) => suggestions.subscribe(listener), [suggestions]),
    () => suggestions.now,
    () => null,
  );
  return suggestion === null ? null : (
    <OpenList key={suggestion.kind} {...props} suggestion={suggestion} />
  );
}

const titles = {
  blocks: "Blocks",
  genes: "Genes",
  people: "Credited people",
  citation: "Source",
} as const;

function OpenList(props: Props & { suggestion: Suggestion }) {
  const { editor, suggestions, suggestion, genesUrl } = props;
  const { lines, isComing, none } = useLines(props);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const current = Math.min(at, lines.length - 1);
  const { query } = suggestion;

  useEffect(() => setAt(0), [query]);
  useEffect(() => chooseLine(editor.view, current), [editor, current]);
  useEffect(() => {
    suggestions.takeKey = (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return false;
      const count = lines.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (count === 0) return false;
        const step = event.key === "ArrowDown" ? 1 : -1;
        setAt((current + step + count) % count);
        return true;
      }
      if (event.key !== "Enter" && event.key !== "Tab") return false;
      if (event.shiftKey) return false;
      const line = lines[current];
      line?.choose();
      // Enter pressed before the list has come makes no new paragraph.
      return line !== undefined || isComing;
    };
    return () => {
      suggestions.takeKey = null;
    };
  }, [suggestions, lines, current, isComing]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const put = () => place(element, editor, suggestion.from);
    put();
    window.addEventListener("scroll", put, true);
    window.addEventListener("resize", put);
    return () => {
      window.removeEventListener("scroll", put, true);
      window.removeEventListener("resize", put);
    };
  }, [editor, suggestion.from, lines.length]);
  useLayoutEffect(() => {
    document
      .getElementById(suggestionId(current))
      ?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const title = titles[suggestion.kind];
  return (
    <div
      ref={box}
      className="suggestions"
      data-kind={suggestion.kind}
      data-genes={genesUrl ? undefined : "none"}
      onMouseDown={(event) => event.preventDefault()}
    >
      {/* It scrolls, and who scrolls by key alone must be able to reach it. */}
      <ul
        id={suggestionList}
        role="listbox"
        aria-label={title}
        tabIndex={lines.length > 0 ? 0 : -1}
      >
        {lines.map((line, index) => (
          <li
            key={line.key}
            id={suggestionId(index)}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setAt(index)}
            onClick={line.choose}
          >
            {line.shown}
          </li>
        ))}
      </ul>
      {lines.length === 0 ? <p className="suggestions-none">{none}</p> : null}
      <p className="sr-only" role="status">
        {lines.length === 0
          ? none
          : `${title}: ${String(lines.length)}. Arrow keys choose, Enter takes, Escape closes.`}
      </p>
    </div>
  );
}

function useLines(props: Props & { suggestion: Suggestion }) {
  const { editor, suggestion, genesUrl, people, onDialog } = props;
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
    lines: fittingInsertions(query, isInside).map(
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

/** Below the sign, or above it near the foot of the window; set on the element, as the security policy demands. */
function place(element: HTMLElement, editor: Editor, from: number): void {
  const at = editor.view.coordsAtPos(
    Math.min(from, editor.state.doc.content.size),
  );
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - at.bottom - 12;
  const above = at.top - 12;
  const isAbove = below < 200 && above > below;
  const left = Math.min(at.left, clientWidth - element.offsetWidth - 8);
  element.style.left = `${Math.max(8, left)}px`;
  element.style.maxHeight = `${Math.min(352, isAbove ? above : below)}px`;
  element.style.top = isAbove ? "auto" : `${at.bottom + 4}px`;
  element.style.bottom = isAbove ? `${clientHeight - at.top + 4}px` : "auto";
}
