import type { FaqItem, Heading } from "~/content/page-content";
import { linesOf } from "~/lib/text-spaces";
import type { OrderOfFigures } from "./read-dates";
import {
  body,
  textNodes,
  type SourceBlock,
  type SourceDocument,
} from "./source";
import { findHeadings, type ProseLine } from "./text-headings";
import {
  isLoneMark,
  makeLists,
  paragraphOf,
  readItemLine,
  type ItemLine,
} from "./text-lists";
import { isTableLine, makeTable } from "./text-tables";
import { setTitleAndLevels } from "./text-title";

/** A part of the file in order; null in `line` marks a part that is no running text. */
type Part =
  { type: "line"; line: ProseLine } | { type: "block"; blocks: SourceBlock[] };

/**
 * Reads plain text: paragraphs, lists by their marks and indentation, tables
 * drawn with bars, questions and answers marked Q: and A:, and headings as far
 * as their form and place give them away. No line is left out.
 */
export function readText(text: string, order: OrderOfFigures): SourceDocument {
  const lines = joinLoneMarks(linesOf(text));
  const isWrapped = looksWrapped(lines);
  const parts: Part[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at += 1;
      continue;
    }
    const read =
      readList(lines, at) ?? readTable(lines, at) ?? readFaq(lines, at);
    if (read) {
      parts.push({ type: "block", blocks: read.blocks });
      at = read.end;
      continue;
    }
    const end = isWrapped ? endOfParagraph(lines, at) : at + 1;
    parts.push({ type: "line", line: proseLine(lines, at, end) });
    at = end;
  }
  const prose = parts.map((part) => (part.type === "line" ? part.line : null));
  const headings = findHeadings(prose, order);
  const blocks = parts.flatMap((part) =>
    part.type === "block" ? part.blocks : [toBlock(part.line, headings)],
  );
  setTitleAndLevels(blocks);
  return { blocks, fileTitle: null, language: null, findings: [] };
}

type Read = { blocks: SourceBlock[]; end: number };

function readList(lines: readonly string[], from: number): Read | null {
  const items: ItemLine[] = [];
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const item = readItemLine(line);
    const last = items.at(-1);
    if (item) items.push(item);
    else if (line.trim() === "") continue;
    else if (last && at === end && isContinued(line, last))
      last.text += ` ${line.trim()}`;
    else break;
    end = at + 1;
  }
  if (items.length === 0) return null;
  return { blocks: makeLists(items).map(body), end };
}

/** A line indented beyond the mark goes on with the item's words. */
function isContinued(line: string, item: ItemLine): boolean {
  const indent = /^[ \t\u00a0]*/.exec(line)?.[0].replaceAll("\t", "    ");
  return (indent?.length ?? 0) > item.indent + 1;
}

function readTable(lines: readonly string[], from: number): Read | null {
  let end = from;
  while (end < lines.length && isTableLine(lines[end] ?? "")) end += 1;
  if (end === from) return null;
  return { blocks: [body(makeTable(lines.slice(from, end)))], end };
}

function readFaq(lines: readonly string[], from: number): Read | null {
  const question = /^\s*Q(?:uestion)?[:.]\s+(\S.*)$/.exec(lines[from] ?? "");
  let at = from + 1;
  while (at < lines.length && lines[at]?.trim() === "") at += 1;
  const answer = /^\s*A(?:nswer)?[:.]\s+(\S.*)$/.exec(lines[at] ?? "");
  if (!question || !answer) return null;
  const node: FaqItem = {
    type: "faqItem",
    content: [
      { type: "faqQuestion", content: textNodes(question[1]?.trim() ?? "") },
      { type: "faqAnswer", content: [paragraphOf(answer[1]?.trim() ?? "")] },
    ],
  };
  return { blocks: [body(node)], end: at + 1 };
}

function proseLine(
  lines: readonly string[],
  from: number,
  end: number,
): ProseLine {
  const isProse = (line = "") =>
    line.trim() !== "" && readItemLine(line) === null && !isTableLine(line);
  return {
    text: lines
      .slice(from, end)
      .map((line) => line.trim())
      .join(" "),
    follows: from > 0 && isProse(lines[from - 1]),
    leads: isProse(lines[end]),
    isLast: end > lines.findLastIndex((line) => line.trim() !== ""),
  };
}

function toBlock(line: ProseLine, headings: Set<ProseLine>): SourceBlock {
  if (!headings.has(line)) return body(paragraphOf(line.text));
  const heading: Heading = {
    type: "heading",
    attrs: { level: 2 },
    content: textNodes(line.text),
  };
  return body(heading);
}

function joinLoneMarks(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isOwn = isLoneMark(line) || readItemLine(line) !== null;
    if (before !== undefined && isLoneMark(before) && !isOwn && line.trim())
      joined[joined.length - 1] = `${before.trimEnd()} ${line.trim()}`;
    else joined.push(line);
  }
  return joined;
}

/** Lines of nearly one width that break inside sentences: one paragraph over several lines. */
function looksWrapped(lines: readonly string[]): boolean {
  const inner = lines.filter(
    (line, index) =>
      line.trim() !== "" &&
      (lines[index + 1] ?? "").trim() !== "" &&
      readItemLine(line) === null &&
      !isTableLine(line),
  );
  const wide = inner.filter((line) => line.length >= 50 && line.length <= 100);
  const broken = wide.filter((line) => !/[.!?:]["”')]?\s*$/.test(line));
  return (
    inner.length >= 3 &&
    inner.every((line) => line.length <= 110) &&
    wide.length >= inner.length * 0.7 &&
    broken.length >= inner.length * 0.5
  );
}

function endOfParagraph(lines: readonly string[], from: number): number {
  let end = from + 1;
  while (end < lines.length) {
    const line = lines[end] ?? "";
    if (line.trim() === "" || readItemLine(line) || isTableLine(line)) break;
    end += 1;
  }
  return end;
}
