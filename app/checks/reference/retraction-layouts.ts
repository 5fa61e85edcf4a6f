import type { CellOf, TableLayout } from "./layout";
import type { ReferenceProblem, RetractionNature, RetractionRow } from "./rows";
import type { SourceRecord } from "./read-records";

const natures: Record<string, RetractionNature> = {
  retraction: "retraction",
  "expression of concern": "expression_of_concern",
  correction: "correction",
  reinstatement: "reinstatement",
};

/** The Retraction Watch database as Crossref publishes it (CSV, days month first). */
export const retractionLayouts: readonly TableLayout<RetractionRow>[] = [
  {
    name: "Retraction Watch",
    columns: [
      "originalpaperpubmedid",
      "originalpaperdoi",
      "retractionnature",
      "retractiondate",
    ],
    read: readNotice,
  },
];

function readNotice(cell: CellOf): RetractionRow[] | string {
  const nature = natures[cell("retractionnature").toLowerCase()];
  if (nature === undefined)
    return `"${cell("retractionnature")}" is no known kind of notice.`;
  const pmid = plainPmid(cell("originalpaperpubmedid"));
  const doi = /^10\.\S+$/.test(cell("originalpaperdoi"))
    ? cell("originalpaperdoi").toLowerCase()
    : null;
  if (pmid === null && doi === null)
    return "The paper has neither PMID nor DOI.";
  const noticedOn = americanDay(cell("retractiondate"));
  return [{ pmid, doi, nature, noticedOn, title: cell("title") }];
}

/** A list with one PMID a line, a heading line allowed: retracted papers and nothing more. */
export async function* readPmidList(
  records: AsyncIterable<SourceRecord>,
  problem: (problem: ReferenceProblem) => void,
): AsyncGenerator<RetractionRow> {
  for await (const { line, cells } of records) {
    const text = cells[0] ?? "";
    const pmid = plainPmid(text);
    if (pmid !== null)
      yield {
        pmid,
        doi: null,
        nature: "retraction",
        noticedOn: null,
        title: "",
      };
    else if (line > 1 || !/^pmids?$/i.test(text))
      problem({ line, message: `"${text.slice(0, 40)}" is not a PMID.` });
  }
}

/** Zero stands for "none" in Retraction Watch. */
export function plainPmid(text: string): string | null {
  return /^[1-9]\d{0,7}$/.test(text) ? text : null;
}

function americanDay(text: string): string | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  if (!found) return null;
  const [, month = "", day = "", year = ""] = found;
  if (Number(month) < 1 || Number(month) > 12) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
