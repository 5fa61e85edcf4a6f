import type { PageContent } from "~/content/page-content";
import type { PageKind } from "~/domain/words";
import { setCardsApart } from "./article-cards";
import { decodeText } from "./decode-text";
import {
  dateOf,
  genesIn,
  statedDates,
  statementFindings,
  topicsOf,
  type GeneTable,
} from "./describe";
import { readEntries, type Entry } from "./entries";
import { findAiNote, type AiNote } from "./find-ai-note";
import { findTitle } from "./find-title";
import { checkText, mostBytes, mostNodes, tooManyNodes } from "./limits";
import { makeContent } from "./make-content";
import { pageFindings } from "./page-findings";
import { lastDayOf, orderOn, type DateOrder } from "./read-dates";
import { readDocx } from "./read-docx";
import { readHtml } from "./read-html";
import { readMarkdown } from "./read-markdown";
import type { Statement } from "./read-statement";
import { readText } from "./read-text";
import {
  Refused,
  type Imported,
  type ImportReport,
  type RefusedFile,
  type ReportFinding,
} from "./report";
import type { SourceDocument } from "./source";
import { tellKind } from "./tell-kind";

export type { DateOrder } from "./read-dates";
export type { GeneTable } from "./describe";
export type * from "./report";

/**
 * `isOverdue` says of a day whether a review due on it is overdue today, which
 * the desk decides; `genes` are the approved symbols to look for; `dateOrder` the desk's way of reading figures (day first when
 * absent); `kind` the kind of a page that does not show its own; `check` gives
 * the editorial findings of the page made, which join the report.
 */
export type ImportOptions = {
  isOverdue: (due: string) => boolean | Promise<boolean>;
  genes: GeneTable;
  dateOrder?: DateOrder;
  language?: string;
  kind?: PageKind;
  check?: (
    content: PageContent,
  ) => readonly ReportFinding[] | Promise<readonly ReportFinding[]>;
};

/**
 * Reads a .txt, .html, .md or .docx file into a draft's content and a report of
 * what the source states. Every line of the text is in the content or, being
 * the source's title or a statement about itself, in the report. A file that
 * cannot be read, is empty or exceeds the limits (10 MB, 2 MB of text, 20,000
 * parts, 50 levels) gives its name and one sentence.
 */
export async function importFile(
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Imported | RefusedFile> {
  try {
    if (bytes.length === 0) throw new Refused("The file is empty.");
    if (bytes.length > mostBytes)
      throw new Refused("The file is larger than 10 MB.");
    const source = await readSource(file, bytes, options);
    return await describe(file, source, options);
  } catch (error) {
    if (error instanceof Refused) return { file, error: error.message };
    throw error;
  }
}

export function isRefused(
  result: Imported | RefusedFile,
): result is RefusedFile {
  return "error" in result;
}

function readSource(
  file: string,
  bytes: Uint8Array,
  { dateOrder = "day_first" }: ImportOptions,
): SourceDocument | Promise<SourceDocument> {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (extension === "docx") return readDocx(bytes);
  const read = readers.get(extension ?? "");
  if (read === undefined)
    throw new Refused("Only .txt, .html, .md and .docx files are taken in.");
  const text = decodeText(bytes);
  checkText(text);
  return read(text, dateOrder);
}

const readers = new Map<
  string,
  (text: string, dateOrder: DateOrder) => SourceDocument
>([
  ["txt", (text, dateOrder) => readText(text, orderOn(text, dateOrder))],
  ["html", readHtml],
  ["htm", readHtml],
  ["md", readMarkdown],
  ["markdown", readMarkdown],
]);

async function describe(
  file: string,
  source: SourceDocument,
  options: ImportOptions,
): Promise<Imported> {
  const { genes, isOverdue } = options;
  if (source.blocks.length > mostNodes) throw new Refused(tooManyNodes);
  const all = source.blocks.map(({ node }) => JSON.stringify(node)).join("\n");
  const order = orderOn(all, options.dateOrder ?? null);
  const entries = readEntries(source.blocks, order);
  if (entries.every(({ text }) => text.trim() === ""))
    throw new Refused("The file is empty: there is no word in it.");
  const cards = setCardsApart(entries);
  const { title, findings: titleFindings } = findTitle(source, entries, file);
  const text = entries.map((entry) => entry.text).join("\n\n");
  const statements = entries.flatMap(({ statement }) => statement ?? []);
  const kind = tellKind({ title, headings: headingsOf(entries), text });
  const ai = aiOf(text, statements);
  const { content, findings: contentFindings } = makeContent(entries, {
    title,
    kind: kind ?? options.kind ?? "gene_summary",
    language: source.language ?? options.language ?? "en-GB",
    topics: topicsOf(title, text, genes),
    tags: tagsOf(statements),
    ai,
  });
  const dates = statedDates(statements, order);
  const people = statements.flatMap((statement) => statement.people);
  const nextReviewDue = dateOf("next_review_due", dates);
  const named = (...roles: string[]) =>
    people.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const report: ImportReport = {
    file,
    title,
    kind,
    genes: genesIn(title, text, genes),
    lastReviewedOn: dateOf("last_reviewed", dates),
    nextReviewDue,
    updatedOn: dateOf("updated", dates),
    authors: named("author", "contributor"),
    reviewers: named("reviewer"),
    // Of a month or a year the last day that it may mean counts.
    overdue:
      nextReviewDue === null ? null : await isOverdue(lastDayOf(nextReviewDue)),
    aiGenerated: ai !== null,
    dates,
    people,
    statements: entries.filter(isHistory).map((entry) => entry.text),
    blocks: entries.map((entry) => ({ kind: entry.kind, text: entry.text })),
    findings: [],
  };
  report.findings = [
    ...titleFindings,
    ...cards,
    ...pageFindings(report, entries, text),
    ...statementFindings(statements),
    ...source.findings,
    ...contentFindings,
    ...((await options.check?.(content)) ?? []).map(plainFinding),
  ];
  return { content, report };
}

function headingsOf(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ kind }) => kind === "heading")
    .map((entry) => entry.text);
}

/** Statements, and lines set apart with them; not the title. */
function isHistory({ kind, node }: Entry): boolean {
  return kind === "other" && node === null;
}

function aiOf(text: string, statements: readonly Statement[]): AiNote | null {
  const stated = findAiNote(text);
  const tool = statements.flatMap(({ tools }) => tools)[0];
  if (tool === undefined) return stated;
  return { tool: stated?.tool ?? tool, sentence: stated?.sentence ?? tool };
}

function tagsOf(statements: readonly Statement[]): string[] {
  const tags = statements.flatMap((statement) => statement.tags);
  return [...new Set(tags.filter((tag) => tag.length <= 80))].slice(0, 100);
}

function plainFinding(finding: ReportFinding): ReportFinding {
  const { rule, severity, message, excerpt, suggestion } = finding;
  return { rule, severity, message, excerpt, suggestion };
}
