import { canonical } from "./canonical";
import {
  childrenOf,
  type Block,
  type ContentNode,
  type Inline,
} from "./page-content";
import { isTextblock } from "./plain-text";

/**
 * A piece of a block that a change keeps or replaces as a whole. `key` tells
 * two pieces apart: the text and what stands on it (link, superscript,
 * subscript); bold and italic do not count.
 */
export type Token = {
  kind: "word" | "punctuation" | "citation" | "gene" | "structure";
  text: string;
  /** Raised, lowered or linked: not a plain word. */
  isPlain: boolean;
  key: string;
};

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
    if (inline.type === "citation" || inline.type === "gene") {
      const text =
        inline.type === "gene" ? inline.attrs.symbol : inline.attrs.id;
      const key = canonical([inline.type, inline.attrs]);
      tokens.push({ kind: inline.type, text, isPlain: false, key });
    } else tokens.push(structure(`<${inline.type}>`));
  }
  endRun();
  return tokens;
}

function meaningfulMarks(inline: Inline): string {
  const marks = (inline.marks ?? []).filter(
    ({ type }) => type !== "bold" && type !== "italic",
  );
  return marks.length > 0 ? canonical(marks) : "";
}

const opening = /^[("“‘'[{]/u;
const closing = /[)"”’'\]}.,;:!?…]$/u;

function words(text: string, marks: string): Token[] {
  return text
    .split(/\s+/u)
    .filter((chunk) => chunk !== "")
    .flatMap(splitChunk)
    .map((piece) => ({
      kind: /[\p{L}\p{N}]/u.test(piece) ? "word" : "punctuation",
      text: piece,
      isPlain: marks === "",
      key: `${piece}\u0000${marks}`,
    }));
}

/** "(ROS1)," is an opening bracket, the word, a closing bracket and a comma. */
function splitChunk(chunk: string): string[] {
  const before: string[] = [];
  const after: string[] = [];
  let core = chunk;
  while (core.length > 1 && opening.test(core)) {
    before.push(core.slice(0, 1));
    core = core.slice(1);
  }
  while (core.length > 1 && closing.test(core)) {
    after.unshift(core.slice(-1));
    core = core.slice(0, -1);
  }
  return [...before, core, ...after];
}
