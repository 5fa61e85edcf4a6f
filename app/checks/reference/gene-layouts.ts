import type { CellOf, TableLayout } from "./layout";
import type { GeneRow } from "./rows";

const statuses: Record<string, GeneRow["status"]> = {
  approved: "approved",
  "entry withdrawn": "withdrawn",
  "merged/split": "merged",
};

/**
 * HGNC's complete set (approved genes), its list of withdrawn entries, and a
 * table of both in one, as TSV. HGNC's lists are parted by "|".
 */
export const geneLayouts: readonly TableLayout<GeneRow>[] = [
  {
    name: "HGNC complete set",
    columns: ["hgnc_id", "symbol", "status", "name", "prev_symbol"],
    read: readGene,
  },
  {
    name: "HGNC withdrawn entries",
    columns: ["hgnc_id", "status", "withdrawn_symbol"],
    read: readGene,
  },
];

function readGene(cell: CellOf): GeneRow[] | string {
  const hgncId = cell("hgnc_id");
  const symbol = cell("symbol", "withdrawn_symbol");
  const status = statuses[cell("status").toLowerCase()];
  if (!/^HGNC:\d+$/.test(hgncId)) return `"${hgncId}" is not an HGNC id.`;
  if (symbol === "") return `${hgncId} has no symbol.`;
  if (status === undefined)
    return `${hgncId} has the unknown status "${cell("status")}".`;
  const gene: GeneRow = {
    hgncId,
    symbol,
    status,
    name: cell("name"),
    location: cell("location"),
    aliases: list(cell("alias_symbol")),
    previousSymbols: list(cell("prev_symbol")),
    locusType: cell("locus_type"),
    uniprotIds: list(cell("uniprot_ids")),
    replacedBy: successors(
      cell(
        "replaced_by",
        "merged_into_report(s) (i.e hgnc_id|symbol|status)",
        "merged_into_reports (i.e hgnc_id|symbol|status)",
      ),
    ),
  };
  return [gene];
}

function list(cell: string): string[] {
  return cell
    .split("|")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** "HGNC:12469 UBA1" or "HGNC:12469|UBA1|Approved", several parted by commas or semicolons. */
function successors(cell: string): GeneRow["replacedBy"] {
  return [...cell.matchAll(/(HGNC:\d+)[ |]([^\s|,;]+)/g)].map(
    ([, hgncId = "", symbol = ""]) => ({ hgncId, symbol }),
  );
}
