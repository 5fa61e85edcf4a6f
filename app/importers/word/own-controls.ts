import { citationId } from "~/content/citation-ids";
import { citationSchemes, type Inline } from "~/content/page-content";
import { readWordBookmark, readWordTag } from "~/content/word-marks";
import { markHeadingCells, markStyledBlocks, styleNames } from "./own-styles";
import { type Token, Tokens } from "./tokens";
import {
  childNodes,
  newTextParagraph,
  newRun,
  remove,
  unwrap,
  wordAttribute,
  wordChild,
  wordElements,
  wordName,
  wordsIn,
} from "./word-xml";

/** A gene's code by its approved symbol, as the desk has loaded them. */
export type GeneCodes = ReadonlyMap<string, { hgncId: string }>;

/**
 * Puts tokens where a document has content controls, bookmarks and styles of
 * ours: blocks, ids, citations, genes and their like. Labels and the list of
 * references, which the desk works out itself, are taken out. Changes the tree.
 */
export function markControls(
  document: Document,
  styles: Document | null,
  genes: GeneCodes,
): Tokens {
  const tokens = new Tokens();
  const controls = wordElements(document, "sdt").flatMap((control) => {
    const tag = readWordTag(tagOf(control));
    const content = wordChild(control, "sdtContent");
    return tag && content ? [{ control, content, ...tag }] : [];
  });
  for (const { content, name, parts } of controls)
    if (name === "reference") noteReference(tokens, content, parts);
  for (const { control, content, name, parts } of controls) {
    if (partsOfList.has(name)) continue;
    if (name === "leave" || name === "references") remove(control);
    else if (name === "citation" || name in inlineReaders) {
      const token = inlineToken(name, parts, wordsIn(content), genes);
      if (token) replaceByToken(control, content, tokens.add(token));
      else unwrapControl(control, content);
    } else {
      enclose(control, content, tokens, { kind: "open", name, parts });
      unwrapControl(control, content);
    }
  }
  markBookmarks(document, tokens);
  const nameOf = styleNames(styles);
  markStyledBlocks(document, tokens, nameOf);
  markHeadingCells(document, tokens, nameOf);
  return tokens;
}

const partsOfList = new Set(["reference", "source", "identifier"]);

function tagOf(control: Element): string | null {
  const properties = wordChild(control, "sdtPr");
  const tag = properties && wordChild(properties, "tag");
  return tag ? wordAttribute(tag, "val") : null;
}

/** An entry of the list: number and scheme in the tag, label and identifier in controls of their own. */
function noteReference(
  tokens: Tokens,
  content: Element,
  [number = "", named = ""]: readonly string[],
): void {
  const wordsOf = (name: string) => {
    const part = wordElements(content, "sdt").find(
      (control) => readWordTag(tagOf(control))?.name === name,
    );
    return part ? wordsIn(part).trim() : "";
  };
  const scheme = citationSchemes.find((known) => known === named);
  const id = scheme ? citationId(scheme, wordsOf("identifier")) : null;
  if (!scheme || id === null) return;
  const label = wordsOf("source").slice(0, 500);
  tokens.references.set(Number(number), { scheme, id, label });
}

type InlineReader = (
  words: string,
  parts: readonly string[],
  genes: GeneCodes,
) => Inline | null;

const inlineReaders: Record<string, InlineReader> = {
  gene: (symbol, [code], genes) => ({
    type: "gene",
    attrs: { symbol, hgncId: genes.get(symbol)?.hgncId ?? code ?? null },
  }),
  variant: (hgvs, [gene]) => ({
    type: "variant",
    attrs: { hgvs, gene: gene || null },
  }),
  fusion: (words) => {
    const [fivePrime, threePrime, ...rest] = words.split("::");
    if (!fivePrime || !threePrime || rest.length > 0) return null;
    return { type: "fusion", attrs: { fivePrime, threePrime } };
  },
  therapy: (name, [code]) => ({
    type: "therapy",
    attrs: { name, code: code || null },
  }),
};

function inlineToken(
  name: string,
  parts: readonly string[],
  words: string,
  genes: GeneCodes,
): Token | null {
  const text = words.trim();
  if (text === "") return null;
  if (name === "citation")
    return { kind: "citation", number: Number(parts[0] ?? text) };
  const node = inlineReaders[name]?.(text, parts, genes) ?? null;
  return node && { kind: "inline", node };
}

function replaceByToken(
  control: Element,
  content: Element,
  words: string,
): void {
  const run = newRun(control, words);
  const first = wordElements(content, "r")[0];
  const properties = first && wordChild(first, "rPr");
  if (properties) run.insertBefore(properties, run.firstChild);
  control.parentNode?.replaceChild(run, control);
}

function enclose(
  control: Element,
  content: Element,
  tokens: Tokens,
  open: Token,
): void {
  content.insertBefore(
    newTextParagraph(control, tokens.add(open)),
    content.firstChild,
  );
  content.appendChild(newTextParagraph(control, tokens.add({ kind: "close" })));
}

function unwrapControl(control: Element, content: Element): void {
  for (const child of childNodes(control)) if (child !== content) remove(child);
  unwrap(content);
  unwrap(control);
}

function markBookmarks(document: Document, tokens: Tokens): void {
  for (const bookmark of wordElements(document, "bookmarkStart")) {
    const id = readWordBookmark(wordAttribute(bookmark, "name"));
    if (id === null || wordName(bookmark.parentNode) !== "p") continue;
    const run = newRun(bookmark, tokens.add({ kind: "id", id }));
    bookmark.parentNode?.replaceChild(run, bookmark);
  }
}
