import { citationKey } from "~/content/citation-ids";
import {
  childrenOf,
  type Block,
  type Body,
  type Cell,
  type ContentNode,
  type Inline,
  type Inner,
  scenarioBases,
} from "~/content/page-content";
import { inlineText, isTextblock } from "~/content/plain-text";
import type { ReportFinding } from "../report";
import { type InControl, keptBlock } from "./kept-blocks";
import type { Token, Tokens } from "./tokens";

/**
 * The blocks that a converted document makes once its tokens are read: what
 * stood in a control of a block becomes that block, ids and citations return
 * to their places. Blocks whose facts a text file cannot hold (figures,
 * approved words, lists of resources and guidelines) come from `known`, the
 * text that the page has now, by their id; without it their words stay as text.
 * What was changed in those is `dropped`.
 */
export function resolveTokens(
  nodes: readonly Block[],
  tokens: Tokens,
  known: Body | null,
): { blocks: Block[]; dropped: ReportFinding[] } {
  const blocks: Block[] = [];
  const dropped: ReportFinding[] = [];
  let open: Opened | null = null;
  for (const node of nodes) {
    const lone = loneToken(node, tokens);
    if (lone?.kind === "open") {
      if (open) blocks.push(...build(open, known, dropped));
      open = { token: lone, inner: [], id: null, named: null };
      continue;
    }
    if (lone?.kind === "close") {
      if (open) blocks.push(...build(open, known, dropped));
      open = null;
      continue;
    }
    const reading = new Reading(tokens);
    const read = reading.read(node);
    const isGone = read.type === "paragraph" && isEmpty(read) && !isEmpty(node);
    if (open) {
      if (open.id === null && reading.id !== null) {
        open.id = reading.id;
        open.named = read;
      }
      if (isInner(read) && !isGone) open.inner.push(read);
    } else if (!isGone) blocks.push(withId(read, reading.id));
  }
  if (open) blocks.push(...build(open, known, dropped));
  return { blocks, dropped };
}

type Open = Extract<Token, { kind: "open" }>;

function loneToken(node: Block, tokens: Tokens): Token | null {
  if (node.type !== "paragraph") return null;
  const pieces = tokens.split(inlineText(node).trim());
  const [only] = pieces;
  return pieces.length === 1 && typeof only === "object" ? only : null;
}

/** Reads one node; keeps the first block id that it meets. */
class Reading {
  id: string | null = null;
  readonly #tokens: Tokens;
  #isHeadingCell = false;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  read<Node extends ContentNode>(node: Node): Node {
    if (isTextblock(node)) {
      const content = this.#readInlines(childrenOf(node) as Inline[]);
      // Only the words of a node whose content is words are replaced.
      return { ...node, content };
    }
    const children = childrenOf(node);
    if (children.length === 0) return node;
    // Each child is read into a node of its own type, so the whole keeps its.
    return { ...node, content: children.map((child) => this.#child(child)) };
  }

  #child(node: ContentNode): ContentNode {
    if (node.type !== "tableHeader" && node.type !== "tableCell")
      return this.read(node);
    this.#isHeadingCell = false;
    const cell: Cell = this.read(node);
    return this.#isHeadingCell ? { ...cell, type: "tableHeader" } : cell;
  }

  #readInlines(inlines: readonly Inline[]): Inline[] {
    const read: Inline[] = [];
    for (const inline of inlines) {
      if (inline.type !== "text") {
        read.push(inline);
        continue;
      }
      for (const piece of this.#tokens.split(inline.text)) {
        const node =
          typeof piece === "string" ? { ...inline, text: piece } : null;
        const made = node ?? this.#inline(piece as Token, inline.marks);
        if (made) read.push(made);
      }
    }
    return joined(read);
  }

  #inline(token: Token, marks: Inline["marks"]): Inline | null {
    switch (token.kind) {
      case "id":
        this.id ??= token.id;
        return null;
      case "heading_cell":
        this.#isHeadingCell = true;
        return null;
      case "citation": {
        const attrs = this.#tokens.references.get(token.number);
        return attrs ? { type: "citation", attrs } : null;
      }
      case "inline":
        return marks ? { ...token.node, marks } : token.node;
      default:
        return null;
    }
  }
}

/** Neighbouring citations of one source are one; so are texts with the same marks. */
function joined(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const isTwice =
      last?.type === "citation" &&
      inline.type === "citation" &&
      citationKey(last.attrs) === citationKey(inline.attrs);
    if (!isTwice) out.push(inline);
  }
  return out;
}

type Opened = InControl & { token: Open };

/** Where the tag of a control says the id of its block as well. */
const idPlaces: Record<string, number> = { figure: 0, timelineEntry: 1 };

function build(
  opened: Opened,
  known: Body | null,
  dropped: ReportFinding[],
): Block[] {
  const { token, inner } = opened;
  const { name, parts } = token;
  const id = opened.id ?? parts[idPlaces[name] ?? parts.length] ?? null;
  const kept = () => {
    const found = keptBlock(name, { ...opened, id }, known);
    dropped.push(...(found?.dropped ?? []));
    return found && [found.block];
  };
  const [first, ...rest] = inner;
  if (first === undefined) return kept() ?? [];
  switch (name) {
    case "keyMessage":
    case "whatToDo":
    case "questionsToAsk":
    case "callout":
    case "disclaimer":
      return [{ type: name, attrs: { id }, content: inner }];
    case "clinicalScenario": {
      const basis = scenarioBases.find((each) => each === parts[0]);
      const attrs = { id, basis: basis ?? "unstated" };
      return [{ type: name, attrs, content: inner }];
    }
    case "timelineEntry":
      return [
        { type: name, attrs: { id, when: parts[0] ?? "" }, content: inner },
      ];
    case "faqItem": {
      if (!("content" in first) || !isTextblock(first)) return inner;
      const asked = childrenOf(first) as Inline[];
      const answer = rest.length > 0 ? rest : [{ type: "paragraph" } as const];
      return [
        {
          type: name,
          attrs: { id },
          content: [
            { type: "faqQuestion", content: asked },
            { type: "faqAnswer", content: answer },
          ],
        },
      ];
    }
    case "table": {
      const table = inner.find((node) => node.type === "table");
      const others = inner.filter((node) => node !== table);
      if (!table) return inner;
      const caption = others.map(inlineText).join(" ").trim().slice(0, 500);
      return [{ ...table, attrs: { ...table.attrs, id, caption } }];
    }
    default:
      return kept() ?? inner;
  }
}

function isInner(node: Block): node is Inner {
  return [
    "paragraph",
    "heading",
    "bulletList",
    "orderedList",
    "blockquote",
    "table",
  ].includes(node.type);
}

function isEmpty(node: Block): boolean {
  return childrenOf(node).length === 0;
}

function withId(block: Block, id: string | null): Block {
  // Only the id among a block's attributes changes, so its type stays true.
  return id === null
    ? block
    : ({ ...block, attrs: { ...block.attrs, id } } as Block);
}
