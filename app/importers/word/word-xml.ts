import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { tooDeep } from "../limits";
import { Refused } from "../report";

const broken = "The file is damaged: Word's document inside is broken.";
/** Tables in tables in boxes come to some forty; what reads them descends by recursion. */
const deepest = 400;
/** Some ten make a paragraph or a cell, so more than the page could hold. */
const mostParts = 200_000;
const tooManyParts =
  "The document inside has more than 200,000 parts (paragraphs, words, formats).";
const namespaces = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

/**
 * A part of a Word file as a tree. Throws Refused for XML that is not well
 * formed, and for a document type: Word writes none, and one can hold
 * entities that grow without end.
 */
export function parseWordXml(bytes: Uint8Array): Document {
  const xml = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Refused(broken);
  const fail = () => {
    throw new Refused(broken);
  };
  const parser = new DOMParser({
    errorHandler: { warning: () => undefined, error: fail, fatalError: fail },
  });
  try {
    const tree = parser.parseFromString(xml, "text/xml");
    if (tree.documentElement) return withoutIndex(notTooLarge(tree));
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  throw new Refused(broken);
}

export function writeWordXml(tree: Document): Uint8Array {
  try {
    return new TextEncoder().encode(
      new XMLSerializer().serializeToString(tree),
    );
  } catch {
    // The serializer descends by recursion: parts thousands deep end here.
    throw new Refused(broken);
  }
}

/** Word's own name of an element, such as `ins`; null for other vocabularies. */
export function wordName(node: Node | null): string | null {
  if (!isElement(node) || !namespaces.has(node.namespaceURI ?? "")) return null;
  return node.localName;
}

/** All elements with one of Word's names under a node, in document order. */
export function wordElements(
  root: Document | Element,
  ...names: string[]
): Element[] {
  const wanted = new Set(names);
  return [...allElements(root)].filter((element) =>
    wanted.has(wordName(element) ?? ""),
  );
}

/** The first child with one of Word's names, or null. */
export function wordChild(parent: Element, name: string): Element | null {
  return (
    childElements(parent).find((child) => wordName(child) === name) ?? null
  );
}

export function childElements(parent: Element): Element[] {
  return childNodes(parent).filter(isElement);
}

export function childNodes(parent: Node): Node[] {
  const children: Node[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    children.push(node);
  return children;
}

/** An attribute in Word's vocabulary, such as `author`; null when it is absent or empty. */
export function wordAttribute(element: Element, name: string): string | null {
  for (const attribute of Array.from(element.attributes))
    if (
      attribute.localName === name &&
      namespaces.has(attribute.namespaceURI ?? "")
    )
      return attribute.value || null;
  return null;
}

/** Takes an element out and leaves what it holds in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  for (const child of childNodes(element)) parent.insertBefore(child, element);
  parent.removeChild(element);
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** A new element of Word's vocabulary, with the prefix that its neighbour has. */
export function newElement(beside: Element, name: string): Element {
  const prefix = beside.prefix ? `${beside.prefix}:` : "";
  return beside.ownerDocument.createElementNS(
    beside.namespaceURI,
    `${prefix}${name}`,
  );
}

/** A run of plain words, to be put beside an element. */
export function newRun(beside: Element, words: string): Element {
  const run = newElement(beside, "r");
  const text = newElement(beside, "t");
  text.setAttribute("xml:space", "preserve");
  text.appendChild(beside.ownerDocument.createTextNode(words));
  run.appendChild(text);
  return run;
}

/** A paragraph of plain words, to be put beside an element. */
export function newTextParagraph(beside: Element, words: string): Element {
  const paragraph = newElement(beside, "p");
  paragraph.appendChild(newRun(beside, words));
  return paragraph;
}

/** The words inside a node, tracked deletions included; tabs and line ends are spaces. */
export function wordsIn(node: Node): string {
  const name = wordName(node);
  if (name === "t" || name === "delText") return node.textContent ?? "";
  if (name === "tab" || name === "br" || name === "cr") return " ";
  return childNodes(node).map(wordsIn).join("");
}

function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}

/** Neither too deep nor of too many parts. */
function notTooLarge(tree: Document): Document {
  let depth = 0;
  let parts = 0;
  let node: Node | null = tree.documentElement;
  while (node) {
    parts += 1;
    if (depth > deepest) throw new Refused(tooDeep);
    if (parts > mostParts) throw new Refused(tooManyParts);
    const child: Node | null = node.firstChild;
    if (child) {
      depth += 1;
      node = child;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return tree;
}

/**
 * xmldom numbers all children of a node anew at each change of one, which in a
 * text of thousands of paragraphs takes minutes. It leaves that while its
 * count of changes is 0. So `childNodes` is stale here: go from child to child.
 */
function withoutIndex(tree: Document): Document {
  return Object.defineProperty(tree, "_inc", {
    get: () => 0,
    set: () => undefined,
  });
}

/** Walks without recursion: a hostile file may be thousands deep. */
function* allElements(root: Document | Element): Generator<Element> {
  let node: Node | null = root.firstChild;
  while (node) {
    if (isElement(node)) yield node;
    node = following(node, root);
  }
}

function following(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  let current: Node | null = node;
  while (current && current !== root) {
    if (current.nextSibling) return current.nextSibling;
    current = current.parentNode;
  }
  return null;
}
