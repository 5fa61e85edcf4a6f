import { citationKey, parseCitation } from "~/content/citation-ids";
import {
  childrenOf,
  type Citation,
  type ContentNode,
  type Inline,
} from "~/content/page-content";
import { inlineText, isTextblock } from "~/content/plain-text";
import type { SourceBlock } from "../source";

/** One entry of a file's list of references, and the source it was matched to. */
export type MatchedReference = {
  text: string;
  citation: Citation | null;
};

export type Matched = {
  blocks: SourceBlock[];
  references: MatchedReference[];
  /** Places in the text that are citations now. */
  placed: number;
};

/**
 * Turns numbered references into citations. An entry under a heading such as
 * "References" counts when it states a PMID, DOI or NCT number; its marks in
 * the text are [2], [2,5–7] and raised numbers after a word or an end mark
 * (never after a unit or figure: m² is no reference). Matched entries leave
 * the text, since the desk writes that list; others stay with their numbers.
 * (PMID 123) in brackets is a citation by itself.
 */
export function matchReferences(blocks: readonly SourceBlock[]): Matched {
  const at = blocks.findLastIndex(isReferencesHeading);
  const end = at < 0 ? -1 : endOfList(blocks, at + 1);
  const entries = at < 0 ? [] : blocks.slice(at + 1, end).flatMap(entriesOf);
  const references = entries.map(readEntry);
  const marks = new Marks(references);
  const isEntry = (index: number) => index > at && index < end;
  const read = blocks.flatMap((block, index): SourceBlock[] => {
    if (at < 0 || (index !== at && !isEntry(index)))
      return [{ ...block, node: marks.read(block.node) }];
    return [];
  });
  const left = references.flatMap(({ text, citation }, index) =>
    citation && marks.cited.has(citationKey(citation))
      ? []
      : [`${String(index + 1)}. ${text}`],
  );
  const heading = blocks[at];
  const kept: SourceBlock[] =
    heading && left.length > 0
      ? [heading, ...left.map((text) => paragraph(text))]
      : [];
  const place = at < 0 ? read.length : Math.min(at, read.length);
  read.splice(place, 0, ...kept);
  return { blocks: read, references, placed: marks.placed };
}

const headingWords =
  /^(?:\d+\.?\s+)?(?:references?|bibliography|literature(?: cited)?|works cited|sources? cited)\s*:?$/i;

function isReferencesHeading({ node, role }: SourceBlock): boolean {
  if (role !== "body") return false;
  if (node.type !== "heading" && node.type !== "paragraph") return false;
  return headingWords.test(inlineText(node).trim());
}

function endOfList(blocks: readonly SourceBlock[], from: number): number {
  const next = blocks.findIndex(
    ({ node, role }, index) =>
      index >= from && (node.type === "heading" || role !== "body"),
  );
  return next < 0 ? blocks.length : next;
}

function entriesOf({ node }: SourceBlock): ContentNode[] {
  if (node.type === "bulletList" || node.type === "orderedList")
    return node.content;
  return [node];
}

function readEntry(entry: ContentNode): MatchedReference {
  const text = textIn(entry)
    .replace(/^\s*(?:\[\d+\]|\d{1,3}[.)])\s*/, "")
    .replace(/\s+/g, " ")
    .trim();
  const stated =
    /\bPMID\s*:?\s*\d{1,8}\b/i.exec(text)?.[0] ??
    /\b10\.\d{4,9}\/\S+/.exec(text)?.[0] ??
    /\bNCT\d{8}\b/.exec(text)?.[0];
  const linked = linksIn(entry)
    .map(parseCitation)
    .find((citation) => citation !== null && citation.scheme !== "url");
  const citation = (stated ? parseCitation(stated) : null) ?? linked ?? null;
  const label = text
    .replace(/\b(?:PMID\s*:?\s*\d{1,8}|NCT\d{8})\b/gi, "")
    .replace(
      /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi\s*:?\s*)?10\.\d{4,9}\/\S+/gi,
      "",
    )
    .replace(/\s+/g, " ")
    .replace(/[\s;,(]+$/, "")
    .trim();
  return {
    text,
    citation: citation && { ...citation, label: label.slice(0, 500) },
  };
}

function textIn(node: ContentNode): string {
  if (isTextblock(node)) return inlineText(node);
  return childrenOf(node).map(textIn).join(" ");
}

function linksIn(node: ContentNode): string[] {
  const own =
    "marks" in node
      ? (node.marks ?? []).flatMap((mark) =>
          mark.type === "link" ? [mark.attrs.href] : [],
        )
      : [];
  return [...own, ...childrenOf(node).flatMap(linksIn)];
}

/** Reads the marks of references in running text. */
class Marks {
  placed = 0;
  readonly cited = new Set<string>();
  readonly #references: readonly MatchedReference[];

  constructor(references: readonly MatchedReference[]) {
    this.#references = references;
  }

  read<Node extends ContentNode>(node: Node): Node {
    const children = childrenOf(node);
    if (children.length === 0) return node;
    // Words stay words and every other child keeps its type, so the whole does.
    if (isTextblock(node))
      return { ...node, content: this.#readInlines(children as Inline[]) };
    return { ...node, content: children.map((child) => this.read(child)) };
  }

  #readInlines(inlines: readonly Inline[]): Inline[] {
    let before = "";
    return inlines.flatMap((inline): Inline[] => {
      if (inline.type !== "text") return [inline];
      const isRaised = inline.marks?.some(({ type }) => type === "superscript");
      const raised =
        isRaised && mayBeMarked.test(before)
          ? this.#citations(inline.text)
          : null;
      before = inline.text;
      if (raised) return raised;
      return isRaised ? [inline] : this.#readText(inline);
    });
  }

  #readText(inline: Extract<Inline, { type: "text" }>): Inline[] {
    const out: Inline[] = [];
    const push = (text: string) => {
      if (text !== "") out.push({ ...inline, text });
    };
    let from = 0;
    for (const found of inline.text.matchAll(bracketed)) {
      const [whole, numbers, identifiers] = found;
      const made = numbers
        ? this.#citations(numbers)
        : this.#identified(identifiers ?? "");
      if (!made) continue;
      // The space before the bracket belonged to the bracket.
      push(inline.text.slice(from, found.index).replace(/ $/, ""));
      out.push(...made);
      from = found.index + whole.length;
    }
    push(inline.text.slice(from));
    return out;
  }

  #citations(numbers: string): Inline[] | null {
    const list = numbersIn(numbers, this.#references.length);
    const found = list?.map((number) => this.#references[number - 1]?.citation);
    if (!found || found.length === 0) return null;
    const citations = found.flatMap((citation) => citation ?? []);
    return citations.length === found.length ? this.#place(citations) : null;
  }

  #identified(text: string): Inline[] | null {
    const parts = text.split(/[;,]/).map((part) => part.trim());
    const found = parts.map((part) =>
      parseCitation(/^\d+$/.test(part) ? `PMID ${part}` : part),
    );
    const citations = found.flatMap((citation) => citation ?? []);
    return citations.length === found.length ? this.#place(citations) : null;
  }

  #place(citations: readonly Citation[]): Inline[] {
    this.placed += citations.length;
    return citations.map((attrs) => {
      this.cited.add(citationKey(attrs));
      return { type: "citation", attrs };
    });
  }
}

/** A raised number after these is a reference; after "m" or "10" it is a power. */
const mayBeMarked = /(?:[.,;:)\]”"’]|\p{Ll}{4,})\s*$/u;
const bracketed =
  /\[(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\]|[([](PMIDs?\s*:?\s*\d{1,8}(?:\s*[;,]\s*(?:PMID\s*:?\s*)?\d{1,8})*|doi\s*:?\s*10\.\d{4,9}\/[^\s)\]]+)[)\]]/gi;

function numbersIn(text: string, most: number): number[] | null {
  const numbers: number[] = [];
  for (const part of text.split(",")) {
    const range = /^\s*(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?\s*$/.exec(part);
    if (!range) return null;
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    if (first < 1 || last < first || last > most) return null;
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  return numbers;
}

function paragraph(text: string): SourceBlock {
  return {
    node: { type: "paragraph", content: [{ type: "text", text }] },
    role: "body",
  };
}
