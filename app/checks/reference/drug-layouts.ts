import type { CellOf, TableLayout } from "./layout";
import type { DrugRow, MakerRow } from "./rows";

/** Drug names as a TSV with the column name and, when known, the NCI Thesaurus code. */
export const drugLayouts: readonly TableLayout<DrugRow>[] = [
  {
    name: "drug names",
    columns: ["name", "ncit_code"],
    read: (cell) =>
      cell("name") === ""
        ? "The drug has no name."
        : [{ name: cell("name"), ncitCode: cell("ncit_code") || null }],
  },
];

/**
 * Which company makes which therapy, or its rival: a TSV with the columns
 * therapy and company, and where known role (maker or rival), rivals (groups of
 * therapies that compete) and other_names (the company's other names and its
 * subsidiaries). Several names, groups or companies in a cell are parted by "|".
 */
export const makerTabLayouts: readonly TableLayout<MakerRow>[] = [
  {
    name: "makers of therapies",
    columns: ["therapy", "company"],
    read: (cell) => makers(cell("therapy"), cell("company"), cell),
  },
];

/** The same as a CSV with the columns drug and company. */
export const makerLayouts: readonly TableLayout<MakerRow>[] = [
  {
    name: "makers",
    columns: ["drug", "company"],
    read: (cell) => makers(cell("drug"), cell("company"), cell),
  },
];

function makers(
  therapies: string,
  company: string,
  cell: CellOf,
): MakerRow[] | string {
  const role = cell("role").toLowerCase() || "maker";
  if (parted(therapies).length === 0 || company === "")
    return "Therapy or company is missing.";
  if (role !== "maker" && role !== "rival")
    return `The role is maker or rival, not ${role}.`;
  const rivalGroups = parted(cell("rivals"));
  const otherNames = parted(cell("other_names"));
  return parted(therapies).map((drug) => ({
    ...{ drug, company, role, rivalGroups, otherNames },
  }));
}

function parted(text: string): string[] {
  return text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
