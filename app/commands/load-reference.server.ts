import {
  readReferenceFile,
  type RefusedReference,
} from "~/checks/reference/read-reference-file";
import {
  type ByteSource,
  UnreadableReference,
} from "~/checks/reference/read-lines";
import type {
  DrugRow,
  GeneRow,
  MakerRow,
  ProteinRow,
  ReferenceProblem,
  ReferenceRow,
  ReferenceSetName,
  RetractionRow,
} from "~/checks/reference/rows";
import { isDay } from "~/domain/days";
import { loadReferenceSet, type StoredRow } from "~/data/reference-load.server";

export type LoadedReference = {
  kind: ReferenceSetName;
  file: string;
  layout: string;
  version: string;
  rows: number;
  /** Rows whose key an earlier row has. */
  repeated: number;
  /** Lines that could not be used; the first are named. */
  problemCount: number;
  problems: ReferenceProblem[];
  /** Watch items that it raised: events that pages of the desk rest on. */
  watchItems: number;
};

const namedProblems = 20;

/**
 * Loads a file of reference data as the set that the checks use from now on. A
 * file of another layout, one that breaks off into something unreadable, or
 * one without a usable row is refused with one sentence and changes nothing.
 */
export async function loadReference<Kind extends ReferenceSetName>(
  kind: Kind,
  fileName: string,
  source: ByteSource,
  onProgress: (stored: number) => void,
): Promise<LoadedReference | RefusedReference> {
  const file = await readReferenceFile(kind, source, fileName);
  if ("error" in file) return file;
  try {
    const { stored: rows, raised } = await loadReferenceSet(
      kind,
      { version: file.version, sourceFile: fileName },
      stored(kind, file.rows),
      onProgress,
    );
    const { layout, version, rowsRead, problems, problemCount } = file;
    if (rows === 0) {
      return {
        file: fileName,
        error: "The file holds no row that can be used.",
      };
    }
    return {
      ...{ kind, file: fileName, layout, version, rows, problemCount },
      watchItems: raised,
      repeated: rowsRead - rows,
      problems: problems.slice(0, namedProblems),
    };
  } catch (error) {
    if (!(error instanceof UnreadableReference)) throw error;
    return { file: fileName, error: error.message };
  }
}

async function* stored<Kind extends ReferenceSetName>(
  kind: Kind,
  rows: AsyncIterable<ReferenceRow[Kind]>,
): AsyncGenerator<StoredRow<Kind>> {
  let position = 0;
  for await (const row of rows) {
    position += 1;
    yield columnsOf[kind](row, position);
  }
}

const columnsOf: {
  [Kind in ReferenceSetName]: (
    row: ReferenceRow[Kind],
    position: number,
  ) => StoredRow<Kind>;
} = {
  genes: (row: GeneRow) => ({
    ...{ hgnc_id: row.hgncId, symbol: row.symbol, name: row.name },
    ...{ location: row.location, locus_type: row.locusType },
    status: row.status,
    replaced_by: row.replacedBy.map(
      ({ hgncId, symbol }) => `${hgncId} ${symbol}`,
    ),
    ...{ aliases: row.aliases, previous_symbols: row.previousSymbols },
    uniprot_ids: row.uniprotIds,
  }),
  proteins: ({ symbol, accession, database, sequence }: ProteinRow) => ({
    ...{ symbol, accession, database, sequence },
  }),
  retractions: (row: RetractionRow, position) => ({
    ...{ position, pmid: row.pmid, doi: row.doi, nature: row.nature },
    noticed_on: row.noticedOn && isDay(row.noticedOn) ? row.noticedOn : null,
    title: row.title,
  }),
  drugs: ({ name, ncitCode }: DrugRow) => ({ name, ncit_code: ncitCode }),
  makers: (row: MakerRow) => ({
    ...{ drug: row.drug, maker: row.company, role: row.role },
    ...{ rival_groups: row.rivalGroups, other_names: row.otherNames },
  }),
};
