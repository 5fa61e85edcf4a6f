/*
 * Pasted HTML as a tree that nothing can run in: no script starts, no image is
 * fetched, and `style` is renamed before it is read, because the security
 * policy refuses style attributes wherever a document is made.
 */

const tag = /<[a-zA-Z][^<>]*>/g;
const wholeElement = /<(style|script|xml)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The tree of a paste; of Word's clipboard only what was copied. */
export function treeOf(html: string): { body: HTMLElement; programs: number } {
  const from = html.indexOf("<!--StartFragment-->");
  const to = html.lastIndexOf("<!--EndFragment-->");
  const fragment =
    from >= 0 && to > from ? html.slice(html.indexOf(">", from) + 1, to) : html;
  let programs = 0;
  const inert = fragment
    .replace(wholeElement, (_, name: string) => {
      if (name.toLowerCase() === "script") programs += 1;
      return "";
    })
    .replace(tag, (whole) => withoutPower(whole, () => (programs += 1)));
  const { body } = new DOMParser().parseFromString(inert, "text/html");
  return { body, programs };
}

/** Handlers go, and styles are read under another name. */
function withoutPower(whole: string, onHandler: () => void): string {
  return whole
    .replace(/[\s/"']on[a-z]+\s*=/gi, () => {
      onHandler();
      return " data-handler=";
    })
    .replace(/([\s/"'])style(\s*=)/gi, "$1data-style$2");
}

/** A property of an element's own style, in small letters. */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute("data-style") ?? "";
  for (const part of style.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0 && part.slice(0, colon).trim().toLowerCase() === property)
      return part
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return "";
}

/** Takes an element out and leaves what is in it. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** True for an element; a text or a comment is none. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
