import { drugLayouts, makerLayouts, makerTabLayouts } from "./drug-layouts";
import { geneLayouts } from "./gene-layouts";
import { layoutFor, readTable, type TableLayout } from "./layout";
import { proteinLayouts, readFasta } from "./protein-layouts";
import { readLines, UnreadableReference, type ByteSource } from "./read-lines";
import { readCommaRecords, readTabRecords } from "./read-records";
import {
  plainPmid,
  readPmidList,
  retractionLayouts,
} from "./retraction-layouts";
import type { ReferenceProblem, ReferenceRow, ReferenceSetName } from "./rows";

/**
 * A reference file that has begun to be read. `rows` may be gone through once;
 * `rowsRead` and `problems` grow with it. `version` is the day in the file's
 * name (2026-01-06), else the name. The first thousand problems are kept and
 * all are counted.
 */
export type ReferenceFile<Row> = {
  layout: string;
  version: string;
  rows: AsyncIterable<Row>;
  rowsRead: number;
  problems: ReferenceProblem[];
  problemCount: number;
};

export type RefusedReference = { file: string; error: string };

type Reading<Row> = { layout: string; rows: AsyncIterable<Row> };
type OnProblem = (problem: ReferenceProblem) => void;

const keptProblems = 1000;

/**
 * Reads a file of reference data, told apart by its header: genes (HGNC TSV),
 * proteins (UniProt FASTA or TSV), retractions (PMID list or Retraction Watch
 * CSV), drugs (TSV), makers (TSV or CSV). A file of another layout, or one that
 * is not text, is refused with one sentence. Going through `rows` throws
 * UnreadableReference when a later part is not UTF-8 text.
 */
export async function readReferenceFile<Kind extends ReferenceSetName>(
  kind: Kind,
  source: ByteSource,
  fileName: string,
): Promise<ReferenceFile<ReferenceRow[Kind]> | RefusedReference> {
  const file: ReferenceFile<ReferenceRow[Kind]> = {
    layout: "",
    version: /\d{4}-\d{2}-\d{2}/.exec(fileName)?.[0] ?? fileName,
    rows: nothing(),
    rowsRead: 0,
    problems: [],
    problemCount: 0,
  };
  const onProblem: OnProblem = (problem) => {
    file.problemCount += 1;
    if (file.problems.length < keptProblems) file.problems.push(problem);
  };
  try {
    const reading = await readers[kind](readLines(source), onProblem);
    if (reading === null) return { file: fileName, error: unknownLayout[kind] };
    file.layout = reading.layout;
    file.rows = counted(reading.rows, file);
    return file;
  } catch (error) {
    if (!(error instanceof UnreadableReference)) throw error;
    return { file: fileName, error: error.message };
  }
}

const readers: {
  [Kind in ReferenceSetName]: (
    lines: AsyncGenerator<string>,
    onProblem: OnProblem,
  ) => Promise<Reading<ReferenceRow[Kind]> | null>;
} = {
  genes: (lines, onProblem) =>
    readWithHeader(geneLayouts, readTabRecords(lines), onProblem),
  drugs: (lines, onProblem) =>
    readWithHeader(drugLayouts, readTabRecords(lines), onProblem),
  makers: async (lines, onProblem) => {
    const { first, all } = await peek(lines);
    return first?.includes("\t")
      ? readWithHeader(makerTabLayouts, readTabRecords(all), onProblem)
      : readWithHeader(makerLayouts, readCommaRecords(all), onProblem);
  },
  proteins: async (lines, onProblem) => {
    const { first, all } = await peek(lines);
    if (first?.startsWith(">"))
      return { layout: "FASTA", rows: readFasta(all, onProblem) };
    return readWithHeader(proteinLayouts, readTabRecords(all), onProblem);
  },
  retractions: async (lines, onProblem) => {
    const { first, all } = await peek(lines);
    const isList =
      first !== null &&
      (plainPmid(first.trim()) !== null || /^pmids?$/i.test(first.trim()));
    if (isList)
      return {
        layout: "PMID list",
        rows: readPmidList(readTabRecords(all), onProblem),
      };
    return readWithHeader(retractionLayouts, readCommaRecords(all), onProblem);
  },
};

const unknownLayout: Record<ReferenceSetName, string> = {
  genes:
    "This is not HGNC's table of genes: it needs the columns hgnc_id, symbol, status, name and prev_symbol.",
  proteins:
    "This is neither a FASTA file nor a table with the columns symbol, accession, length and sequence.",
  retractions:
    "This is neither a list with one PMID a line nor the Retraction Watch table.",
  drugs:
    "This is not a table of drugs: it needs the columns name and ncit_code, parted by tabs.",
  makers:
    "This is not a table of makers: it needs the columns therapy and company parted by tabs, or drug and company parted by commas.",
};

async function readWithHeader<Row>(
  layouts: readonly TableLayout<Row>[],
  records: AsyncGenerator<{ line: number; cells: string[] }>,
  onProblem: OnProblem,
): Promise<Reading<Row> | null> {
  const header = await records.next();
  if (header.done) return null;
  const layout = layoutFor(layouts, header.value.cells);
  if (layout === null) return null;
  return {
    layout: layout.name,
    rows: readTable(layout, header.value.cells, records, onProblem),
  };
}

/** The first line that is not blank, and all lines from the first on. */
async function peek(
  lines: AsyncGenerator<string>,
): Promise<{ first: string | null; all: AsyncGenerator<string> }> {
  const seen: string[] = [];
  let first: string | null = null;
  for (;;) {
    const next = await lines.next();
    if (next.done) break;
    seen.push(next.value);
    if (next.value.trim() === "") continue;
    first = next.value;
    break;
  }
  return { first, all: chain(seen, lines) };
}

async function* chain(
  seen: string[],
  lines: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield* seen;
  yield* lines;
}

async function* counted<Row>(
  rows: AsyncIterable<Row>,
  file: { rowsRead: number },
): AsyncGenerator<Row> {
  for await (const row of rows) {
    file.rowsRead += 1;
    yield row;
  }
}

async function* nothing(): AsyncGenerator<never> {}
