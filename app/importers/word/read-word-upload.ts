import { type Block, type Body, childrenOf } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { checkText, mostBytes, mostNodes, tooManyNodes } from "../limits";
import type { DateOrder } from "../read-dates";
import { openDocx } from "../read-docx";
import { readHtml } from "../read-html";
import { Refused, type RefusedFile, type ReportFinding } from "../report";
import { captionTables } from "./caption-tables";
import { keepHeadings, titleOf } from "./document-title";
import { type MatchedReference, matchReferences } from "./match-references";
import { type GeneCodes, markControls } from "./own-controls";
import { resolveTokens } from "./resolve-tokens";
import { marginLines, setApart } from "./set-apart";
import { withoutTokens } from "./tokens";
import {
  listTrackedChanges,
  settleTrackedChanges,
  type Side,
  type TrackedChange,
} from "./tracked-changes";
import {
  longestText,
  readWordComments,
  type WordComment,
} from "./word-comments";
import { wordHtml } from "./word-html";
import { parseWordXml, writeWordXml } from "./word-xml";

export type { MatchedReference } from "./match-references";
export type { TrackedChange } from "./tracked-changes";
export type { WordComment } from "./word-comments";

/** What a Word file says, for a draft that is there already. */
export type WordUpload = {
  file: string;
  /** The document's own title; null when it states none. */
  title: string | null;
  /** The text as if every tracked change were refused. */
  base: Body;
  /** The text as if every one were accepted; null when nothing was tracked. */
  proposed: Body | null;
  changes: TrackedChange[];
  comments: WordComment[];
  references: MatchedReference[];
  /** Citations in the text, those matched by number or identifier among them. */
  citations: number;
  /** What the page cannot hold, or the desk says itself, each with its reason. */
  dropped: ReportFinding[];
};

export type WordReading = {
  genes: GeneCodes;
  dateOrder?: DateOrder;
  /** The page's text now: its figures and approved words come back by their ids. */
  known: Body | null;
};

/**
 * Reads a .docx file for an existing draft: the text with tracked changes
 * refused and with them accepted, who changed what, Word's comments, the list
 * of references, and what was left out. A file that cannot be read gives its
 * name and one sentence. Nothing of it is stored here.
 */
export async function readWordUpload(
  file: string,
  bytes: Uint8Array,
  reading: WordReading,
): Promise<WordUpload | RefusedFile> {
  try {
    if (!/\.docx$/i.test(file))
      throw new Refused("Choose a Word document (.docx).");
    if (bytes.length === 0) throw new Refused("The file is empty.");
    if (bytes.length > mostBytes)
      throw new Refused("The file is larger than 10 MB.");
    return await readParts(file, openDocx(bytes), reading);
  } catch (error) {
    if (error instanceof Refused) return { file, error: error.message };
    throw error;
  }
}

const mainPart = "word/document.xml";
const notes = ["word/footnotes.xml", "word/endnotes.xml"];

type Parts = ReadonlyMap<string, Uint8Array>;

async function readParts(
  file: string,
  parts: Parts,
  reading: WordReading,
): Promise<WordUpload> {
  const changes = [mainPart, ...notes].flatMap((name) => {
    const part = parts.get(name);
    return part ? listTrackedChanges(parseWordXml(part)) : [];
  });
  const base = await readSide(parts, "refused", reading);
  const proposed =
    changes.length > 0 ? await readSide(parts, "accepted", reading) : null;
  const best = proposed ?? base;
  const { comments, dropped } = commentsOf(parts);
  return {
    file,
    title: best.title?.slice(0, longestText) ?? null,
    base: base.body,
    proposed: proposed?.body ?? null,
    changes,
    comments,
    references: best.references,
    citations: countCitations(best.body),
    dropped: [...best.dropped, ...dropped],
  };
}

type ReadSide = Pick<WordUpload, "title" | "references" | "dropped"> & {
  body: Body;
};

async function readSide(
  parts: Parts,
  side: Side,
  { genes, known, dateOrder = "day_first" }: WordReading,
): Promise<ReadSide> {
  const settled = new Map(parts);
  for (const name of notes) settlePart(settled, name, side);
  const document = parseWordXml(requirePart(parts));
  settleTrackedChanges(document, side);
  for (const text of Array.from(document.getElementsByTagName("*")))
    cleanText(text);
  const styles = parts.get("word/styles.xml");
  const tokens = markControls(
    document,
    styles ? parseWordXml(styles) : null,
    genes,
  );
  settled.set(mainPart, writeWordXml(document));
  const html = await wordHtml(settled);
  checkText(html);
  const source = readHtml(html);
  if (source.blocks.length > mostNodes) throw new Refused(tooManyNodes);
  keepHeadings(source.blocks, html);
  const isOurs = tokens.size > 0;
  const captioned = captionTables(source.blocks);
  const matched = matchReferences(captioned);
  const title = titleOf(matched.blocks);
  const foreign = isOurs ? null : setApart(matched.blocks, dateOrder);
  const text = matched.blocks
    .filter(({ role }) => role === "body")
    .map(({ node }) => node);
  const resolved = resolveTokens(foreign?.blocks ?? text, tokens, known);
  const dropped = [
    ...source.findings,
    ...resolved.dropped,
    ...(foreign?.dropped ?? []),
    ...(isOurs ? [] : marginLines(parts)),
  ];
  return {
    title,
    body: bodyOf(resolved.blocks),
    references: matched.references,
    dropped,
  };
}

/** No token can be forged: the characters that make one are taken out first. */
function cleanText(element: Element): void {
  const { firstChild: text } = element;
  if (text?.nodeType !== 3 || !text.nodeValue) return;
  const clean = withoutTokens(text.nodeValue);
  if (clean !== text.nodeValue) text.nodeValue = clean;
}

function requirePart(parts: Parts): Uint8Array {
  const main = parts.get(mainPart);
  if (!main) throw new Refused("The file is no Word document (.docx).");
  return main;
}

function settlePart(
  parts: Map<string, Uint8Array>,
  name: string,
  side: Side,
): void {
  const part = parts.get(name);
  if (!part) return;
  const tree = parseWordXml(part);
  settleTrackedChanges(tree, side);
  parts.set(name, writeWordXml(tree));
}

function bodyOf(blocks: readonly Block[]): Body {
  const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  const parsed = parseBody({ type: "doc", content });
  if (!parsed.ok) throw new Refused(parsed.problems[0]?.message);
  return parsed.content;
}

function commentsOf(parts: Parts): ReturnType<typeof readWordComments> {
  const comments = parts.get("word/comments.xml");
  if (!comments) return { comments: [], dropped: [] };
  const document = parseWordXml(requirePart(parts));
  settleTrackedChanges(document, "refused");
  return readWordComments(parseWordXml(comments), document);
}

function countCitations(body: Body): number {
  let count = 0;
  const waiting = body.content.flatMap(childrenOf);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === "citation") count += 1;
    waiting.push(...childrenOf(next));
  }
  return count;
}
