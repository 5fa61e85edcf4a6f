import type {
  BulletList,
  Heading,
  ListItem,
  OrderedList,
  Prose,
} from "~/content/page-content";
import { inlineText } from "~/content/plain-text";
import { collapseSpaces } from "~/lib/text-spaces";
import { isSilent, readInline } from "./html-inline";
import { faqItem, pairsOf, textOfInline } from "./html-questions";
import { readTableElement } from "./html-tables";
import {
  isElement,
  parseFragment,
  parseHtml,
  type HtmlElement,
  type HtmlNode,
  type HtmlRoot,
} from "./html-tree";
import { Losses } from "./losses";
import { asProse } from "./prose";
import type { SourceBlock, SourceDocument } from "./source";

type Role = SourceBlock["role"];

const blockNames = new Set(
  "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol option optgroup p pre search section select summary table tbody td textarea tfoot th thead title tr ul".split(
    " ",
  ),
);
const chromeNames = new Set(
  "nav footer button select dialog noscript textarea search".split(" "),
);

/** Reads an HTML file: words, headings, lists, tables, links; never scripts, styles or handlers. */
export function readHtml(html: string): SourceDocument {
  return readTree(parseHtml(html));
}

/** Reads a parsed document; Markdown and DOCX come this way too. */
export function readTree(root: HtmlRoot): SourceDocument {
  const reader = new HtmlReader();
  const blocks = reader.readBlocks(root.children, "body");
  markTitle(blocks);
  return {
    blocks: blocks.filter(hasWords),
    fileTitle: reader.fileTitle,
    language: reader.language,
    findings: reader.losses.findings(),
  };
}

class HtmlReader {
  readonly losses = new Losses();
  fileTitle: string | null = null;
  language: string | null = null;

  readBlocks(nodes: readonly HtmlNode[], role: Role): SourceBlock[] {
    const blocks: SourceBlock[] = [];
    let run: HtmlNode[] = [];
    const endRun = () => {
      const content = readInline(run, this.losses);
      if (content.length > 0)
        blocks.push({ node: { type: "paragraph", content }, role });
      run = [];
    };
    for (const node of nodes) {
      const inner = node.type === "raw" ? parseFragment(node.value) : [node];
      if (!inner.some(isBlockLevel)) run.push(...inner);
      else {
        endRun();
        for (const child of inner)
          if (isElement(child)) blocks.push(...this.readElement(child, role));
      }
    }
    endRun();
    return blocks;
  }

  private readElement(element: HtmlElement, outer: Role): SourceBlock[] {
    const { tagName, children, properties } = element;
    this.losses.noteHandlers(properties);
    if (tagName === "head") return this.readHead(children);
    if (isSilent(tagName)) {
      this.losses.add(tagName);
      return [];
    }
    if (tagName === "html") this.language = languageOf(properties.lang);
    const role = chromeNames.has(tagName) ? "chrome" : outer;
    if (/^h[1-6]$/.test(tagName)) return [this.readHeading(element, role)];
    if (tagName === "ul" || tagName === "ol" || tagName === "menu")
      return [{ node: this.readList(element), role }];
    if (tagName === "table") return this.readTable(element, role);
    if (tagName === "blockquote") {
      const content = asProse(this.readBlocks(children, role));
      return content.length === 0
        ? []
        : [{ node: { type: "blockquote", content }, role }];
    }
    if (tagName === "pre") return this.readPreformatted(element, role);
    if (tagName === "details" || tagName === "dl")
      return this.readQuestions(element, role);
    return this.readBlocks(children, role);
  }

  private readHead(children: readonly HtmlNode[]): SourceBlock[] {
    for (const child of children.filter(isElement)) {
      if (child.tagName === "title")
        this.fileTitle = collapseSpaces(textOf(child)) || null;
      else if (isSilent(child.tagName)) this.losses.add(child.tagName);
    }
    return [];
  }

  private readHeading(element: HtmlElement, role: Role): SourceBlock {
    const isTitle =
      Array.isArray(element.properties.className) &&
      element.properties.className.includes("title");
    const rank = Number(element.tagName.slice(1));
    const node: Heading = {
      type: "heading",
      attrs: { level: rank <= 2 ? 2 : 3 },
      content: readInline(element.children, this.losses),
    };
    const isFirstRank = rank === 1 && role === "body";
    return { node, role: isFirstRank || isTitle ? "title" : role };
  }

  private readList(element: HtmlElement): BulletList | OrderedList {
    const content = element.children.flatMap((child): ListItem[] => {
      const isItem = isElement(child) && child.tagName === "li";
      const prose = asProse(
        this.readBlocks(isItem ? child.children : [child], "body"),
      );
      if (prose.length === 0 && !isItem) return [];
      const [first, ...rest] = prose;
      return [
        first?.type === "paragraph"
          ? { type: "listItem", content: [first, ...rest] }
          : { type: "listItem", content: [{ type: "paragraph" }, ...prose] },
      ];
    });
    const items: ListItem[] =
      content.length > 0
        ? content
        : [{ type: "listItem", content: [{ type: "paragraph" }] }];
    if (element.tagName !== "ol") return { type: "bulletList", content: items };
    const start = Number(element.properties.start ?? 1);
    const isUsual = Number.isInteger(start) && start >= 1 && start <= 9999;
    return {
      type: "orderedList",
      attrs: { start: isUsual ? start : 1 },
      content: items,
    };
  }

  private readTable(element: HtmlElement, role: Role): SourceBlock[] {
    const readProse = (nodes: readonly HtmlNode[]): Prose[] =>
      asProse(this.readBlocks(nodes, role));
    const table = readTableElement(element, readProse);
    return table === null
      ? this.readBlocks(element.children, role)
      : [{ node: table, role }];
  }

  private readPreformatted(element: HtmlElement, role: Role): SourceBlock[] {
    const lines = textOf(element)
      .split("\n")
      .filter((line) => line.trim());
    const content = lines.flatMap((text, index) => [
      ...(index === 0 ? [] : [{ type: "hardBreak" as const }]),
      { type: "text" as const, text },
    ]);
    return [{ node: { type: "paragraph", content }, role }];
  }

  /** <details> and <dl>: a question with its answer where there are both, else headings and text. */
  private readQuestions(element: HtmlElement, role: Role): SourceBlock[] {
    return pairsOf(element).flatMap(({ question, answer }) => {
      const answers = this.readBlocks(answer, role);
      const asked = question ? readInline(question.children, this.losses) : [];
      const isFaq = answers.length > 0 && /\?\s*$/.test(textOfInline(asked));
      if (isFaq) return [{ node: faqItem(asked, asProse(answers)), role }];
      if (asked.length === 0) return answers;
      const heading: Heading = {
        type: "heading",
        attrs: { level: 3 },
        content: asked,
      };
      return [{ node: heading, role }, ...answers];
    });
  }
}

function isBlockLevel(node: HtmlNode): boolean {
  if (!isElement(node)) return false;
  if (isSilent(node.tagName)) return node.tagName === "head";
  if (blockNames.has(node.tagName)) return true;
  return node.children.some(isBlockLevel);
}

function textOf(node: HtmlNode): string {
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(textOf).join("") : "";
}

/** Empty list items and headings stay, for the checks to name them. */
function hasWords({ node }: SourceBlock): boolean {
  return node.type !== "paragraph" || inlineText(node).trim() !== "";
}

/** Of several headings of the first rank only the first is the title. */
function markTitle(blocks: readonly SourceBlock[]): void {
  const [, ...others] = blocks.filter(({ role }) => role === "title");
  for (const block of others) block.role = "body";
}

function languageOf(value: unknown): string | null {
  const found = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(String(value ?? ""));
  if (!found) return null;
  const [, language = "", region] = found;
  const code = language.toLowerCase();
  return region === undefined ? code : `${code}-${region.toUpperCase()}`;
}
