import { appPool } from "./pools.server";

/** The sets in use: the newest finished load of each kind, with its version. */
export type LoadedSet = {
  id: string;
  kind: string;
  version: string;
  sourceFile: string;
  rowCount: number;
  loadedAt: Date;
};

/** What the desk checks against: one row a kind of reference data, by kind. */
export async function listLoadedSets(): Promise<LoadedSet[]> {
  const { rows } = await appPool().query<LoadedSet>(
    `SELECT DISTINCT ON (kind) id, kind, version, source_file AS "sourceFile",
            row_count AS "rowCount", loaded_at AS "loadedAt"
       FROM desk.reference_set WHERE finished_at IS NOT NULL
      ORDER BY kind, finished_at DESC LIMIT 20`,
  );
  return rows;
}

export type GeneFacts = { symbol: string; hgncId: string; name: string };

/** Approved genes among these symbols. */
export async function listApprovedGenes(
  setId: string,
  symbols: readonly string[],
): Promise<GeneFacts[]> {
  const { rows } = await appPool().query<GeneFacts>(
    `SELECT symbol, hgnc_id AS "hgncId", name FROM desk.reference_gene
      WHERE set_id = $1 AND status = 'approved' AND symbol = ANY ($2)
      ORDER BY symbol LIMIT 2000`,
    [setId, symbols],
  );
  return rows;
}

export type ProteinFacts = {
  symbol: string;
  accession: string;
  sequence: string;
};

/** The protein sequences, one-letter code, of these genes. */
export async function listProteins(
  setId: string,
  symbols: readonly string[],
): Promise<ProteinFacts[]> {
  const { rows } = await appPool().query<ProteinFacts>(
    `SELECT symbol, accession, sequence FROM desk.reference_protein
      WHERE set_id = $1 AND symbol = ANY ($2) ORDER BY symbol, accession LIMIT 5000`,
    [setId, symbols],
  );
  return rows;
}

export type RetractionFacts = { pmid: string; nature: string };

/** Notices about these papers; the newest of a paper comes last. */
export async function listRetractions(
  setId: string,
  pmids: readonly string[],
): Promise<RetractionFacts[]> {
  const { rows } = await appPool().query<RetractionFacts>(
    `SELECT pmid, nature FROM desk.reference_retraction
      WHERE set_id = $1 AND pmid = ANY ($2)
      ORDER BY pmid, noticed_on NULLS FIRST, position LIMIT 5000`,
    [setId, pmids],
  );
  return rows;
}
