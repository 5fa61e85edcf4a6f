import { canonical } from "./canonical";
import { fusionName } from "./entry-words";
import { nodeTable } from "./node-table";
import {
  childrenOf,
  type Block,
  type ContentNode,
  type Inline,
} from "./page-content";
import { isTextblock } from "./plain-text";
import { splitWords } from "./split-words";

/**
 * A piece of a block that a change keeps or replaces as a whole. `key` tells
 * two pieces apart: the text and what stands on it (link, superscript,
 * subscript); bold and italic do not count.
 */
export type Token = {
  kind: "word" | "punctuation" | "structure" | NamedThing["type"];
  text: string;
  /** Raised, lowered or linked: not a plain word. */
  isPlain: boolean;
  key: string;
};

type NamedThing = Exclude<Inline, { type: "text" | "hardBreak" }>;

/** A block as a row of tokens; white space between words is not one. */
export function tokensOf(block: Block): Token[] {
  return nodeTokens({ ...block, attrs: { ...block.attrs, id: null } } as Block);
}

function nodeTokens(node: ContentNode): Token[] {
  const attrs = "attrs" in node ? node.attrs : {};
  const open = structure(`<${node.type} ${canonical(attrs ?? {})}>`);
  const inside = isTextblock(node)
    ? textTokens(childrenOf(node))
    : childrenOf(node).flatMap(nodeTokens);
  return [open, ...inside, structure(`</${node.type}>`)];
}

function structure(text: string): Token {
  return { kind: "structure", text, isPlain: false, key: text };
}

function textTokens(inlines: readonly ContentNode[]): Token[] {
  const tokens: Token[] = [];
  let run = { text: "", marks: "" };
  const endRun = () => {
    tokens.push(...words(run.text, run.marks));
    run = { text: "", marks: "" };
  };
  for (const inline of inlines) {
    if (inline.type === "text") {
      const marks = meaningfulMarks(inline);
      if (marks !== run.marks) endRun();
      run = { text: run.text + inline.text, marks };
      continue;
    }
    endRun();
    tokens.push(
      isNamedThing(inline) ? thingToken(inline) : structure(`<${inline.type}>`),
    );
  }
  endRun();
  return tokens;
}

/** A citation, gene, variant, fusion or treatment: kept or replaced as a whole. */
function isNamedThing(node: ContentNode): node is NamedThing {
  return (
    node.type !== "hardBreak" &&
    node.type !== "text" &&
    nodeTable[node.type].inline === true
  );
}

function thingToken(thing: NamedThing): Token {
  const key = canonical([thing.type, thing.attrs]);
  return { kind: thing.type, text: nameOf(thing), isPlain: false, key };
}

function nameOf(thing: NamedThing): string {
  switch (thing.type) {
    case "citation":
      return thing.attrs.id;
    case "gene":
      return thing.attrs.symbol;
    case "variant":
      return thing.attrs.hgvs;
    case "fusion":
      return fusionName(thing.attrs);
    case "therapy":
      return thing.attrs.name;
  }
}

function meaningfulMarks(inline: Inline): string {
  const marks = (inline.marks ?? []).filter(
    ({ type }) => type !== "bold" && type !== "italic",
  );
  return marks.length > 0 ? canonical(marks) : "";
}

/** What a comparison never cuts is several words here: each is judged by itself. */
function words(text: string, marks: string): Token[] {
  return splitWords(text)
    .flatMap((piece) => piece.split(/\s+/u))
    .filter((piece) => piece !== "")
    .map((piece) => ({
      kind: /[\p{L}\p{N}]/u.test(piece) ? "word" : "punctuation",
      text: piece,
      isPlain: marks === "",
      key: `${piece}\u0000${marks}`,
    }));
}
