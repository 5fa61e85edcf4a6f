import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { deepest, mostNodes, tooDeep, tooManyNodes } from "./limits";
import { Refused } from "./report";

const parser = unified().use(rehypeParse);
const fragments = unified().use(rehypeParse, { fragment: true });

/** A parsed HTML document and its parts, as rehype gives them. */
export type HtmlRoot = ReturnType<typeof parser.parse>;
export type HtmlNode = HtmlRoot["children"][number];
export type HtmlElement = Extract<HtmlNode, { type: "element" }>;

const tag = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Elements that end by themselves, so that many open ones are not depth. */
const selfEnding =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|html|head|body)$/i;
/** Elements deep; site templates nest far, what the page may hold (50) is checked later. */
const deepestMarkup = 200;

/**
 * Parses HTML. The markup is counted before it is parsed, since building a tree
 * of a hostile file can take very long: throws Refused beyond 200 levels or
 * 60,000 tags, and beyond 20,000 elements and texts in the tree.
 */
export function parseHtml(html: string): HtmlRoot {
  checkMarkup(html);
  const root = parser.parse(html);
  if (countNodes(root) > mostNodes) throw new Refused(tooManyNodes);
  return root;
}

/** The nodes of a piece of HTML inside another document. */
export function parseFragment(html: string): HtmlNode[] {
  checkMarkup(html);
  return fragments.parse(html).children;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === "element";
}

export function countNodes(root: HtmlRoot): number {
  let count = 0;
  const waiting: { children?: HtmlNode[] }[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const child of next.children ?? []) {
      count += 1;
      if ("children" in child) waiting.push(child);
    }
  }
  return count;
}

function checkMarkup(html: string): void {
  let tags = 0;
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(tag)) {
    tags += 1;
    if (tags > 3 * mostNodes) throw new Refused(tooManyNodes);
    if (selfEnding.test(name)) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > Math.max(deepest, deepestMarkup)) throw new Refused(tooDeep);
  }
}
