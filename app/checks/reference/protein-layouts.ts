import { isSequence } from "../amino-acids";
import type { TableLayout } from "./layout";
import type { ProteinRow, ReferenceProblem } from "./rows";

/** UniProt's TSV with the columns gene names (primary), length and sequence; or a plain table. */
export const proteinLayouts: readonly TableLayout<ProteinRow>[] = [
  {
    name: "protein table",
    columns: ["symbol", "accession", "length", "sequence"],
    read: (cell) =>
      readProtein(
        cell("symbol"),
        cell("accession"),
        cell("db", "database"),
        cell("sequence"),
        cell("length"),
      ),
  },
  {
    name: "UniProt table",
    columns: ["entry", "gene names (primary)", "sequence"],
    read: (cell) =>
      readProtein(
        cell("gene names (primary)"),
        cell("entry"),
        "UniProt",
        cell("sequence"),
        cell("length"),
      ),
  },
];

function readProtein(
  symbol: string,
  accession: string,
  database: string,
  sequence: string,
  length: string,
): ProteinRow[] | string {
  if (symbol === "") return `${accession || "A sequence"} names no gene.`;
  if (accession === "") return `A sequence of ${symbol} has no accession.`;
  if (!isSequence(sequence))
    return `${accession} has letters that are no amino acid.`;
  if (length !== "" && Number(length) !== sequence.length)
    return `${accession} says ${length} residues and has ${sequence.length}.`;
  const known = database || "unknown";
  return [
    { symbol, accession, database: known, length: sequence.length, sequence },
  ];
}

/**
 * UniProt FASTA ("sp|P08922|ROS1_HUMAN … OX=9606 GN=ROS1"), RefSeq-like
 * headers parted by bars ("ROS1|P08922|UniProt|len=2347"). Sequences of other
 * species than man (OX not 9606) are left out and counted as problems.
 */
export async function* readFasta(
  lines: AsyncIterable<string>,
  problem: (problem: ReferenceProblem) => void,
): AsyncGenerator<ProteinRow> {
  let line = 0;
  let header = "";
  let begunOn = 0;
  let parts: string[] = [];
  const finish = (): ProteinRow[] => {
    const read = header ? readEntry(header, parts.join("")) : [];
    if (typeof read !== "string") return read;
    problem({ line: begunOn, message: read });
    return [];
  };
  for await (const text of lines) {
    line += 1;
    if (text.startsWith(">")) {
      yield* finish();
      header = text.slice(1).trim();
      begunOn = line;
      parts = [];
    } else if (header) parts.push(text.trim());
  }
  yield* finish();
}

function readEntry(header: string, sequence: string): ProteinRow[] | string {
  const bars = header.split("|");
  if (/^(sp|tr)$/.test(bars[0] ?? "")) {
    const species = /\bOX=(\d+)/.exec(header)?.[1] ?? "9606";
    if (species !== "9606") return `${bars[1]} is not a human protein.`;
    const gene = /\bGN=(\S+)/.exec(header)?.[1] ?? "";
    return readProtein(gene, bars[1] ?? "", "UniProt", sequence, "");
  }
  const length = /\|len=(\d+)/.exec(header)?.[1] ?? "";
  const [symbol = "", accession = "", database = ""] = bars;
  return readProtein(symbol, accession, database, sequence, length);
}
