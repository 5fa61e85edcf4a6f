import type { TableLayout } from "./layout";
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

/** Which company markets which drug, as a CSV with the columns drug and company. */
export const makerLayouts: readonly TableLayout<MakerRow>[] = [
  {
    name: "makers",
    columns: ["drug", "company"],
    read: (cell) =>
      cell("drug") === "" || cell("company") === ""
        ? "Drug or company is missing."
        : [{ drug: cell("drug"), company: cell("company") }],
  },
];
