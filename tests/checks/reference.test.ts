import { describe, expect, test } from "vitest";
import { readReferenceFile } from "~/checks/reference/read-reference-file";
import type { ReferenceRow, ReferenceSetName } from "~/checks/reference/rows";
import { hasSharedFolder, readShared } from "../support/shared-folder";

async function read<Kind extends ReferenceSetName>(
  kind: Kind,
  bytes: string | Uint8Array,
  fileName = "file.tsv",
) {
  const source =
    typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const file = await readReferenceFile(kind, source, fileName);
  if ("error" in file) throw new Error(file.error);
  const rows: ReferenceRow[Kind][] = [];
  for await (const row of file.rows) rows.push(row);
  return { file, rows };
}

async function refusal(kind: ReferenceSetName, bytes: string | Uint8Array) {
  const source =
    typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const file = await readReferenceFile(kind, source, "file.tsv");
  return "error" in file ? file.error : null;
}

describe("genes", () => {
  const official = [
    "hgnc_id\tsymbol\tname\tlocus_group\tlocus_type\tstatus\tlocation\talias_symbol\tprev_symbol\tuniprot_ids",
    'HGNC:999901\tABC1\tinvented gene 1\tprotein-coding gene\tgene with protein product\tApproved\t1q1\t"AB|CD"\t\tQ00001',
    "HGNC:1x\tABC2\tinvented gene 2\tprotein-coding gene\t\tApproved\t\t\t\t",
  ].join("\n");

  test("HGNC's complete set is read whatever the order of its columns", async () => {
    const { file, rows } = await read("genes", official, "set_2026-01-06.tsv");
    expect(rows).toEqual([
      {
        hgncId: "HGNC:999901",
        symbol: "ABC1",
        status: "approved",
        name: "invented gene 1",
        location: "1q1",
        aliases: ["AB", "CD"],
        previousSymbols: [],
        locusType: "gene with protein product",
        uniprotIds: ["Q00001"],
        replacedBy: [],
      },
    ]);
    expect(file).toMatchObject({
      layout: "HGNC complete set",
      version: "2026-01-06",
      rowsRead: 1,
      problemCount: 1,
    });
    expect(file.problems).toEqual([
      { line: 3, message: '"HGNC:1x" is not an HGNC id.' },
    ]);
  });

  test("the list of withdrawn entries names the successors", async () => {
    const { rows } = await read(
      "genes",
      "HGNC_ID\tSTATUS\tWITHDRAWN_SYMBOL\tMERGED_INTO_REPORT(S) (i.e HGNC_ID|SYMBOL|STATUS)\n" +
        "HGNC:999902\tMerged/Split\tOLD1\tHGNC:999901|ABC1|Approved, HGNC:999903|ABC3|Approved\n" +
        "HGNC:999904\tEntry Withdrawn\tOLD2\t\n",
    );
    expect(rows.map((row) => [row.symbol, row.status, row.replacedBy])).toEqual(
      [
        [
          "OLD1",
          "merged",
          [
            { hgncId: "HGNC:999901", symbol: "ABC1" },
            { hgncId: "HGNC:999903", symbol: "ABC3" },
          ],
        ],
        ["OLD2", "withdrawn", []],
      ],
    );
  });
});

describe("proteins", () => {
  test("UniProt FASTA gives the gene of the header and joins the lines", async () => {
    const { file, rows } = await read(
      "proteins",
      ">sp|Q00001|ABC1_HUMAN Invented OS=Homo sapiens OX=9606 GN=ABC1 PE=1 SV=1\nMKV\nLLA\n" +
        ">sp|Q00002|ABC1_MOUSE Invented OS=Mus musculus OX=10090 GN=Abc1 PE=1 SV=1\nMKV\n",
    );
    expect(rows).toEqual([
      {
        symbol: "ABC1",
        accession: "Q00001",
        database: "UniProt",
        length: 6,
        sequence: "MKVLLA",
      },
    ]);
    expect(file.problems).toEqual([
      { line: 4, message: "Q00002 is not a human protein." },
    ]);
  });

  test("a sequence whose length is not the stated one is a problem, not a row", async () => {
    const { file, rows } = await read(
      "proteins",
      "symbol\taccession\tdb\tlength\tsource\tsequence\nABC1\tQ1\tUniProt\t4\tx\tMKV\n",
    );
    expect(rows).toEqual([]);
    expect(file.problems[0]?.message).toBe("Q1 says 4 residues and has 3.");
  });
});

describe("retractions", () => {
  test("a plain list of PMIDs is a list of retractions", async () => {
    const { rows } = await read("retractions", "PMID\n123\nabc\n456\n");
    expect(rows.map((row) => row.pmid)).toEqual(["123", "456"]);
  });

  test("Retraction Watch notices keep quoted commas, quotes and line ends", async () => {
    const { file, rows } = await read(
      "retractions",
      "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\r\n" +
        '1,"A ""quoted"", title\r\nin two lines",5/13/2022 0:00,,0,10.1000/ABC,123,Expression of concern\r\n' +
        "2,No paper,1/2/2022 0:00,,0,unavailable,0,Retraction\r\n",
    );
    expect(rows).toEqual([
      {
        pmid: "123",
        doi: "10.1000/abc",
        nature: "expression_of_concern",
        noticedOn: "2022-05-13",
        title: 'A "quoted", title\nin two lines',
      },
    ]);
    expect(file.problems).toEqual([
      { line: 4, message: "The paper has neither PMID nor DOI." },
    ]);
  });
});

test("drugs and makers are read from their tables", async () => {
  const drugs = await read("drugs", "name\tsources\tncit_code\nA-mab\tx\tC1\n");
  expect(drugs.rows).toEqual([{ name: "A-mab", ncitCode: "C1" }]);
  const makers = await read("makers", 'Drug,Company\nA-mab,"B, Ltd"\n');
  const plain = { role: "maker", rivalGroups: [], otherNames: [] };
  expect(makers.rows).toEqual([{ drug: "A-mab", company: "B, Ltd", ...plain }]);
});

test("makers in a TSV have names, a role, rivals and subsidiaries", async () => {
  const { file, rows } = await read(
    "makers",
    "therapy\tcompany\trole\trivals\tother_names\nA-nib|Brand\tB plc\t\tX inhibitors|Y inhibitors\tC | D\nA-nib\tE\trival\t\t\nA-nib\tF\tfriend\t\t\n",
  );
  const known = {
    company: "B plc",
    role: "maker",
    rivalGroups: ["X inhibitors", "Y inhibitors"],
    otherNames: ["C", "D"],
  };
  expect(rows).toEqual([
    { drug: "A-nib", ...known },
    { drug: "Brand", ...known },
    {
      ...{ drug: "A-nib", company: "E", role: "rival" },
      ...{ rivalGroups: [], otherNames: [] },
    },
  ]);
  expect(file.problems).toEqual([
    { line: 4, message: "The role is maker or rival, not friend." },
  ]);
});

test("a file of another layout is refused with one sentence", async () => {
  expect(await refusal("genes", "a\tb\n1\t2\n")).toMatch(/HGNC's table/);
  expect(await refusal("proteins", "hello\n")).toMatch(/neither a FASTA/);
  expect(await refusal("retractions", "")).toMatch(/one PMID a line/);
  expect(await refusal("makers", "drug\tcompany\n")).toMatch(/commas/);
  expect(await refusal("drugs", new Uint8Array([0xff, 0xfe, 0x41]))).toBe(
    "The file is not UTF-8 text.",
  );
  expect(await refusal("drugs", "name\0")).toBe("The file is not a text file.");
});

test("a file that comes in small pieces is read like one that comes whole", async () => {
  const bytes = new TextEncoder().encode(
    "\ufeffname\tncit_code\r\nDrüg\tC1\r\nB\t\r\n",
  );
  async function* pieces() {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  const file = await readReferenceFile("drugs", pieces(), "drugs.tsv");
  if ("error" in file) throw new Error(file.error);
  const names: string[] = [];
  for await (const row of file.rows) names.push(row.name);
  expect(names).toEqual(["Drüg", "B"]);
});

describe.skipIf(!hasSharedFolder)("the real files in ../shared/data", () => {
  test.each([
    ["genes", "hgnc_merged_2026-01-06.tsv", 50_094],
    ["proteins", "proteins_all.tsv", 3_501],
    ["proteins", "cancer_proteins.fasta", 43],
    ["retractions", "retracted_pmids_2023-12-30.txt", 19_163],
    ["drugs", "oncology_drug_names.tsv", 736],
  ] as const)("%s: %s gives every row", async (kind, name, expected) => {
    const { file, rows } = await read(kind, readShared(`data/${name}`), name);
    console.info(`${name}: ${rows.length} rows, ${file.problemCount} problems`);
    expect(file.problems).toEqual([]);
    expect(rows.length).toBe(expected);
  });
});
