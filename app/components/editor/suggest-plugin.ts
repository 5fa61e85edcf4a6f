import {
  Plugin,
  PluginKey,
  type EditorState,
  type Transaction,
} from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { parseCitation } from "~/content/citation-ids";
import {
  suggestionId,
  suggestionList,
  type Suggestion,
  type Suggestions,
} from "./suggestions";

type Meta =
  | { is: "closed" }
  | { is: "at"; line: number }
  | { is: "open"; suggestion: Suggestion };
type Asked = {
  suggestion: Suggestion | null;
  /** The line chosen in the list; -1 while there is none. */
  line: number;
  /** Where a list was closed by Esc: it stays closed for the same sign. */
  closedAt: number | null;
};

const suggestKey = new PluginKey<Asked>("suggest");

/** Signs that ask for a list, with what may stand before them. */
const signs = [
  { kind: "blocks", form: /^\/([\p{L} ]{0,30})$/u },
  { kind: "genes", form: /(?:^|[\s(/–—-])#([A-Za-z][A-Za-z0-9-]{0,29})$/u },
  {
    kind: "people",
    form: /(?:^|[\s(])@(\p{L}{0,30}(?: \p{L}{0,30})?)$/u,
  },
] as const;

/**
 * Asks for a list under the cursor: "/" at the start of an empty paragraph for
 * blocks, "#" and letters for a gene, "@" for a credited person, and a source
 * for an identifier that was pasted alone. The text stays as typed until a
 * line is chosen.
 */
export function suggestPlugin(
  suggestions: Suggestions,
  hasPeople: boolean,
): Plugin<Asked> {
  return new Plugin<Asked>({
    key: suggestKey,
    state: {
      // A sign may have been typed before this came.
      init: (_, state) => ({
        ...nothing,
        suggestion: state.doc ? findSign(state, hasPeople) : null,
      }),
      apply: (change, asked, _before, state) =>
        afterChange(change, asked, findSign(state, hasPeople)),
    },
    view: (first) => {
      const tell = (view: EditorView) =>
        suggestions.show(suggestKey.getState(view.state)?.suggestion ?? null);
      tell(first);
      return { update: tell, destroy: () => suggestions.show(null) };
    },
    props: {
      attributes: (state) => attributesOf(suggestKey.getState(state)),
      handleKeyDown: (view, event) => {
        if (!suggestKey.getState(view.state)?.suggestion) return false;
        if (event.key === "Escape") {
          closeSuggestions(view);
          return true;
        }
        return suggestions.takeKey?.(event) ?? false;
      },
      handlePaste: (view, event) => offerSource(view, event),
      handleDOMEvents: {
        blur: (view) => {
          closeSuggestions(view);
          return false;
        },
      },
    },
  });
}

/** Closes the list; what was typed stays. */
export function closeSuggestions(view: EditorView): void {
  if (!suggestKey.getState(view.state)?.suggestion) return;
  const meta: Meta = { is: "closed" };
  view.dispatch(view.state.tr.setMeta(suggestKey, meta));
}

/** Tells the text which line of its list is chosen. */
export function chooseLine(view: EditorView, line: number): void {
  const asked = suggestKey.getState(view.state);
  if (!asked?.suggestion || asked.line === line) return;
  const meta: Meta = { is: "at", line };
  view.dispatch(view.state.tr.setMeta(suggestKey, meta));
}

function afterChange(
  change: Transaction,
  asked: Asked,
  found: Suggestion | null,
): Asked {
  const meta = change.getMeta(suggestKey) as Meta | undefined;
  if (meta?.is === "at") return { ...asked, line: meta.line };
  if (meta?.is === "open")
    return { suggestion: meta.suggestion, line: -1, closedAt: null };
  if (meta?.is === "closed")
    return { ...nothing, closedAt: asked.suggestion?.from ?? null };
  if (!change.docChanged && !change.selectionSet) return asked;
  const { suggestion, closedAt, line } = asked;
  if (suggestion?.kind === "citation") {
    const to = change.mapping.map(suggestion.to);
    const from = change.mapping.map(suggestion.from);
    const isSame = change.selection.empty && change.selection.from === to;
    const isWhole = to - from === suggestion.to - suggestion.from;
    if (isSame && isWhole)
      return { ...asked, suggestion: { ...suggestion, from, to } };
  }
  // A list opens by typing, not by going to where a sign stands.
  if (found === null || (suggestion === null && !change.docChanged))
    return { ...nothing, closedAt: found === null ? null : closedAt };
  if (found.from === closedAt) return { ...nothing, closedAt };
  return { suggestion: found, line, closedAt: null };
}

const nothing: Asked = { suggestion: null, line: -1, closedAt: null };

export function findSign(
  state: EditorState,
  hasPeople: boolean,
): Suggestion | null {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!empty || !parent.isTextblock) return null;
  const before = parent.textBetween(0, $from.parentOffset, "\n", "\ufffc");
  for (const { kind, form } of signs) {
    if (kind === "people" && !hasPeople) continue;
    if (
      kind === "blocks" &&
      (parent.type.name !== "paragraph" ||
        $from.parentOffset < parent.content.size)
    )
      continue;
    const query = form.exec(before)?.[1];
    if (query === undefined) continue;
    const to = $from.pos;
    return { kind, query, from: to - query.length - 1, to };
  }
  return null;
}

function attributesOf(asked: Asked | undefined): Record<string, string> {
  if (!asked?.suggestion) return {};
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": suggestionList,
    ...(asked.line >= 0
      ? { "aria-activedescendant": suggestionId(asked.line) }
      : {}),
  };
}

/** A pasted identifier goes in as text, and the list offers to cite it. */
function offerSource(view: EditorView, event: ClipboardEvent): boolean {
  const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
  const { $from, empty } = view.state.selection;
  if (pasted === "" || pasted.length > 400 || /\s\S+\s/.test(pasted))
    return false;
  // A short number is more likely a number than a paper.
  if (!empty || !$from.parent.inlineContent || /^\d{1,6}$/.test(pasted))
    return false;
  const citation = parseCitation(pasted);
  if (citation === null) return false;
  const from = view.state.selection.from;
  const change = view.state.tr.insertText(pasted, from);
  const to = from + pasted.length;
  const suggestion: Suggestion = {
    ...{ kind: "citation", citation, from, to, query: pasted },
  };
  const meta: Meta = { is: "open", suggestion };
  view.dispatch(change.setMeta(suggestKey, meta).scrollIntoView());
  return true;
}
