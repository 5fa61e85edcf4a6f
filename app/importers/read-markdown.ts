import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { linesOf } from "~/lib/text-spaces";
import { countNodes } from "./html-tree";
import { deepest, mostNodes, tooManyNodes, tooDeep } from "./limits";
import { readTree } from "./read-html";
import { Refused } from "./report";
import type { SourceBlock, SourceDocument } from "./source";
import { paragraphOf } from "./text-lists";

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true });

/**
 * Reads CommonMark with GitHub's tables and footnotes. HTML inside is read by
 * the same rules as an HTML file. The lines of YAML front matter ("title: …",
 * "last_reviewed: …") are kept as lines of the site, for their dates and names.
 */
export function readMarkdown(text: string): SourceDocument {
  checkMarks(text);
  const { matter, rest } = splitFrontMatter(text);
  const root = processor.runSync(processor.parse(rest));
  if (countNodes(root) > mostNodes) throw new Refused(tooManyNodes);
  const source = readTree(root);
  const title = matter
    .map((line) => /^title:\s*["']?(.+?)["']?$/i.exec(line)?.[1])
    .find((found) => found !== undefined);
  const lines = matter.map((line): SourceBlock => ({
    node: paragraphOf(
      line.replace(/^[\w-]+(?=:)/, (key) => key.replaceAll(/[_-]/g, " ")),
    ),
    role: "chrome",
  }));
  return {
    ...source,
    blocks: [...lines, ...source.blocks],
    fileTitle: title ?? source.fileTitle,
  };
}

function splitFrontMatter(text: string): { matter: string[]; rest: string } {
  const lines = linesOf(text);
  const end = lines.findIndex(
    (line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line),
  );
  const matter = lines.slice(1, Math.max(1, end)).filter((line) => line.trim());
  const isMatter =
    /^---\s*$/.test(lines[0] ?? "") &&
    end > 0 &&
    end <= 60 &&
    matter.every((line) => /^[\w -]+:|^\s|^-|^#/.test(line));
  return isMatter
    ? { matter, rest: lines.slice(end + 1).join("\n") }
    : { matter: [], rest: text };
}

/** What no text of people has: marks nested in one line, brackets by the thousand, as many paragraphs as a page may have parts. */
function checkMarks(text: string): void {
  for (const line of linesOf(text)) {
    const marks = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$))+/.exec(line);
    if ((marks?.[0].replace(/[ \t\d.)]/g, "").length ?? 0) > deepest)
      throw new Refused(tooDeep);
  }
  const paragraphs = text.split(/\n[ \t]*\n\s*/);
  if (paragraphs.length > mostNodes) throw new Refused(tooManyNodes);
  for (const paragraph of paragraphs)
    if ((paragraph.match(/[[\]*_`<]/g)?.length ?? 0) > mostMarks)
      throw new Refused(
        "One paragraph has more than 5,000 brackets and marks.",
      );
}

const mostMarks = 5_000;
