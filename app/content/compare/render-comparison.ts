import { element, escapeHtml } from "../escape-html";
import type { Block, Body } from "../page-content";
import { renderBlock } from "../render-block";
import { withId, type AnyNode } from "./any-node";
import {
  hasSigns,
  withChangeMarks,
  withoutSigns,
  type Sign,
} from "./change-signs";
import { compareBodies } from "./compare-bodies";
import type { Change, ComparedNode, Comparison } from "./comparison";
import { laidOver } from "./laid-over";

export type ComparisonWords = {
  /** Said before changed words by screen readers only. */
  spoken: Record<Sign, string>;
  /** A word over a block that is new, gone, or stands elsewhere. */
  added: string;
  removed: string;
  movedHere: string;
  movedAway: string;
  /** What became of a block itself: "Subheading changed to heading". */
  note: (change: Change) => string;
  /** Over blocks that are folded away because nothing in them changed. */
  unchanged: (blocks: number) => string;
};

export type ComparisonOptions = {
  words: ComparisonWords;
  /** Folds three or more blocks in a row in which nothing changed. */
  foldsUnchanged?: boolean;
};

const fewestToFold = 3;

/**
 * Two bodies as one page of HTML in which each change can be seen and heard:
 * added words in `ins`, removed ones in `del`, whole blocks under a word that
 * says what became of them. A change has the element id `change-` and its id.
 * All text is escaped as in `renderHtml`; runs on the server, needs no script.
 */
export function renderComparison(
  comparison: Comparison,
  { words, foldsUnchanged = false }: ComparisonOptions,
): string {
  const met = new Set<string>();
  const idOnce = (change: string) => {
    if (met.has(change)) return null;
    met.add(change);
    return elementId(change);
  };
  const marked = (html: string) => withChangeMarks(html, words.spoken, idOnce);
  const rendered = safe(comparison).nodes.map((node) => ({
    isSame: node.kind === "same",
    html: renderTop(node, words, marked, idOnce),
  }));
  if (!foldsUnchanged) return rendered.map(({ html }) => html).join("\n");
  const runs: { isSame: boolean; html: string[] }[] = [];
  for (const { isSame, html } of rendered) {
    const last = runs.at(-1);
    if (last?.isSame === isSame) last.html.push(html);
    else runs.push({ isSame, html: [html] });
  }
  return runs
    .map(({ isSame, html }) =>
      isSame && html.length >= fewestToFold
        ? folded(html, words)
        : html.join("\n"),
    )
    .join("\n");
}

/** The element id of a change in the rendered comparison. */
export function elementId(change: string): string {
  return `change-${change}`;
}

function folded(html: readonly string[], words: ComparisonWords): string {
  const title = escapeHtml(words.unchanged(html.length));
  const summary = element("summary", {}, title);
  return element("details", { class: "unchanged" }, summary + html.join("\n"));
}

type Marked = (html: string) => string;
type IdOnce = (change: string) => string | null;

function renderTop(
  compared: ComparedNode,
  words: ComparisonWords,
  marked: Marked,
  idOnce: IdOnce,
): string {
  switch (compared.kind) {
    case "same":
      return html([compared.node]);
    case "insert":
    case "remove":
      return wholeBlock(
        compared.kind,
        compared.change,
        [compared.node],
        words,
        idOnce,
      );
    case "replace": {
      const { change } = compared;
      const note = noteOf(change, words, idOnce);
      const removed = wholeBlock(
        "remove",
        change,
        compared.removed,
        words,
        idOnce,
      );
      const added = wholeBlock("insert", change, compared.added, words, idOnce);
      return note + removed + added;
    }
    case "from": {
      const { change } = compared;
      const label = element(
        "p",
        { class: "change-label" },
        escapeHtml(words.movedAway),
      );
      const first = element(
        "p",
        { class: "change-first-words" },
        escapeHtml(firstWords(change.before)),
      );
      return element(
        "div",
        { class: "change change-moved-away" },
        label + first,
      );
    }
    case "to": {
      const { change, node } = compared;
      const label = element(
        "p",
        { class: "change-label" },
        escapeHtml(words.movedHere),
      );
      const inside = renderTop(node, words, marked, idOnce);
      return element(
        "div",
        { class: "change change-moved", id: idOnce(change.id) },
        label + inside,
      );
    }
    case "inside":
    case "text": {
      const notes: string[] = [];
      const nodes = laidOver(compared, (change) =>
        notes.push(noteOf(change, words, idOnce)),
      );
      const text = marked(html(nodes));
      return notes.length > 0
        ? element("div", { class: "change change-kind" }, notes.join("") + text)
        : text;
    }
  }
}

function wholeBlock(
  kind: "insert" | "remove",
  change: Change,
  nodes: readonly AnyNode[],
  words: ComparisonWords,
  idOnce: IdOnce,
): string {
  const isNew = kind === "insert";
  const label = element(
    "p",
    { class: "change-label" },
    escapeHtml(isNew ? words.added : words.removed),
  );
  const text = html(nodes);
  return element(
    "div",
    {
      class: `change ${isNew ? "change-added" : "change-removed"}`,
      id: idOnce(change.id),
    },
    label + element(isNew ? "ins" : "del", {}, text),
  );
}

function noteOf(
  change: Change,
  words: ComparisonWords,
  idOnce: IdOnce,
): string {
  const { kind, before, after } = change;
  const exchange =
    kind === "attributes"
      ? ` ${element("del", {}, escapeHtml(before))} ${element("ins", {}, escapeHtml(after))}`
      : "";
  return element(
    "p",
    { class: "change-label", id: idOnce(change.id) },
    escapeHtml(words.note(change)) + exchange,
  );
}

function html(nodes: readonly AnyNode[]): string {
  // What is laid over itself is rendered like a page though none may hold it;
  // without ids, for the page itself may stand on the same screen.
  return nodes
    .map((node) => renderBlock(withId(node, null) as Block, null))
    .join("");
}

/** A sign of ours that somebody typed would pass for a change: then the texts without it are compared. */
function safe(comparison: Comparison): Comparison {
  const bodies: AnyNode[] = [comparison.base, comparison.proposed];
  if (!bodies.some(hasSigns)) return comparison;
  const [base, proposed] = bodies.map(withoutSigns);
  // Only characters that no text needs are gone.
  return compareBodies(base as Body, proposed as Body);
}

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= 60) return line;
  const cut = line.lastIndexOf(" ", 60);
  return `${line.slice(0, cut > 0 ? cut : 60)} …`;
}
