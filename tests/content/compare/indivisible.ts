import type { ComparedNode, ComparedText } from "~/content/compare/comparison";
import type { Piece } from "~/content/compare/pieces";
import { drugs, genes, variants } from "./random-pages";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What must never be cut, said apart from the code that keeps it whole. */
const kept: RegExp[] = [
  /\d+(?:[.,]\d+)*/g,
  /\d+(?:[.,]\d+)*[\s\u00a0]?(?:mg|µg|g|ml|IU|%|years?|days?)(?:\/[a-z]+| per [a-z]+)*(?!\p{L})/gu,
  /\d+ (?:to|in) \d+/g,
  /\b\d{1,2} (?:March|May) \d{4}/g,
  /(?<![\p{L}\p{N}.])[cgmp]\.[^\s,;:.|]+/gu,
  ...[...variants, ...genes, ...drugs].map(
    (name) => new RegExp(escaped(name), "g"),
  ),
];

/** Everything said in one row of text, and where comparing cut it. */
type Row = { text: string; cuts: Set<number> };

/** The terms that a comparison cut in two, of all it could have cut. */
export function cutTerms(nodes: readonly ComparedNode[]): {
  looked: number;
  cut: string[];
} {
  const rows = nodes.flatMap(textsIn).flatMap(rowsOf);
  const cut: string[] = [];
  let looked = 0;
  for (const { text, cuts } of rows)
    for (const pattern of kept)
      for (const match of text.matchAll(pattern)) {
        looked += 1;
        const [from, to] = [match.index, match.index + match[0].length];
        if ([...cuts].some((at) => from < at && at < to))
          cut.push(`${match[0]} in ${text}`);
      }
  return { looked, cut };
}

function textsIn(node: ComparedNode): ComparedText[] {
  if (node.kind === "text") return [node];
  if (node.kind === "inside") return node.children.flatMap(textsIn);
  return node.kind === "from" ? textsIn(node.node) : [];
}

/** The text before and the text after, each with the places where a change begins or ends. */
function rowsOf({ segments }: ComparedText): Row[] {
  const [before, after]: [Row, Row] = [
    { text: "", cuts: new Set() },
    { text: "", cuts: new Set() },
  ];
  const take = (row: Row, pieces: readonly Piece[]) => {
    row.cuts.add(row.text.length);
    // A citation or another thing is no part of the word beside it.
    for (const { kind, text } of pieces)
      row.text += kind === "thing" ? `|${text}|` : text;
    row.cuts.add(row.text.length);
  };
  for (const segment of segments) {
    take(before, segment.kind === "same" ? segment.pieces : segment.removed);
    take(after, segment.kind === "same" ? segment.pieces : segment.added);
  }
  return [before, after];
}
