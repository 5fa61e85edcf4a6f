/** The rows that reference files are read into; the loader stores them as they are. */

export const referenceSets = [
  "genes",
  "proteins",
  "retractions",
  "drugs",
  "makers",
] as const;
export type ReferenceSetName = (typeof referenceSets)[number];

/** One entry of the HGNC. `hgncId` is "HGNC:10261"; `replacedBy` is set for merged ones. */
export type GeneRow = {
  hgncId: string;
  symbol: string;
  status: "approved" | "withdrawn" | "merged";
  name: string;
  location: string;
  aliases: string[];
  previousSymbols: string[];
  locusType: string;
  uniprotIds: string[];
  replacedBy: { hgncId: string; symbol: string }[];
};

/** One protein sequence in one-letter code; a gene may have several. */
export type ProteinRow = {
  symbol: string;
  accession: string;
  database: string;
  length: number;
  sequence: string;
};

export const retractionNatures = [
  "retraction",
  "expression_of_concern",
  "correction",
  "reinstatement",
] as const;
export type RetractionNature = (typeof retractionNatures)[number];

/** One notice about one paper; at least one of `pmid` and `doi` is set. `noticedOn` is a day. */
export type RetractionRow = {
  pmid: string | null;
  doi: string | null;
  nature: RetractionNature;
  noticedOn: string | null;
  title: string;
};

export type DrugRow = { name: string; ncitCode: string | null };

/**
 * One name of a therapy with a company that makes it (`maker`) or a rival
 * product (`rival`). Makers of therapies that share one of the `rivalGroups`
 * are rivals too; `otherNames` are the company's other names and subsidiaries.
 */
export type MakerRow = {
  drug: string;
  company: string;
  role: "maker" | "rival";
  rivalGroups: string[];
  otherNames: string[];
};

export type ReferenceRow = {
  genes: GeneRow;
  proteins: ProteinRow;
  retractions: RetractionRow;
  drugs: DrugRow;
  makers: MakerRow;
};

/** A row that could not be used, with the line it began on (1 is the header). */
export type ReferenceProblem = { line: number; message: string };
