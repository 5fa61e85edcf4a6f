import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadReference } from "~/commands/load-reference.server";
import { findApprovedSymbols } from "~/data/import-settings.server";
import { searchGenes } from "~/data/gene-search.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { hasSharedFolder, sharedPath } from "../support/shared-folder";
import { desk } from "./desk";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "desk-reference-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

async function fileOf(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join("\n"));
  return path;
}

const header =
  "hgnc_id\tsymbol\tstatus\tname\tlocation\talias_symbol\tprev_symbol\tlocus_type\tuniprot_ids";
const ros1 =
  "HGNC:10261\tROS1\tApproved\tROS proto-oncogene 1\t6q22.1\tMCF3\tROS\tgene with protein product\tP08922";

test("on a new desk the makers that ship are loaded, and nothing else", async () => {
  const { code, json } = await desk(["reference", "status", "--json"]);
  expect(code).toBe(0);
  expect(json).toHaveLength(5);
  for (const set of json as { kind: string; version: string | null }[])
    expect(set.version).toBe(set.kind === "makers" ? "2026-11-22" : null);
});

test("a file of genes is in use once all of it is loaded", async () => {
  const path = await fileOf(
    "hgnc_2026-01-06.tsv",
    ...[header, ros1, ros1, "HGNC:x\tODD\tApproved\t\t\t\t\t\t"],
  );
  const { code, err, json } = await desk([
    ...["reference", "load", "genes", path, "--json"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(json).toEqual({
    ...{ kind: "genes", file: "hgnc_2026-01-06.tsv" },
    ...{ layout: "HGNC complete set", version: "2026-01-06" },
    ...{ rows: 1, repeated: 1, problemCount: 1, watchItems: 0 },
    problems: [{ line: 4, message: '"HGNC:x" is not an HGNC id.' }],
  });
  expect(await searchGenes("MCF")).toEqual([
    expect.objectContaining({ symbol: "ROS1", matched: "MCF3" }),
  ]);
  expect((await desk(["reference", "status"])).out).toMatch(
    /genes +2026-01-06 +1 +hgnc_2026-01-06.tsv/,
  );
});

test("proteins, retractions, drugs and makers are told apart by their header", async () => {
  const files = {
    proteins: [">ROS1|P08922|UniProt", "MKNIYCLIPK"],
    retractions: ["pmid", "12345", "23456"],
    drugs: ["name\tncit_code", "crizotinib\tC74061"],
    makers: ["drug,company", "crizotinib,Pfizer"],
  };
  const rows = { proteins: 1, retractions: 2, drugs: 1, makers: 1 };
  for (const [kind, lines] of Object.entries(files)) {
    const path = await fileOf(`${kind}.txt`, ...lines);
    const run = await desk(["reference", "load", kind, path, "--json"]);
    expect(run, run.err).toMatchObject({ code: 0 });
    expect(run.json).toMatchObject({ kind, version: `${kind}.txt` });
  }
  const { json } = await desk(["reference", "status", "--json"]);
  for (const [kind, count] of Object.entries(rows))
    expect(json).toContainEqual(expect.objectContaining({ kind, rows: count }));
});

test("a file that is wrong, empty, missing or a folder changes nothing", async () => {
  const refused: [string, string, RegExp][] = [
    ["genes", await fileOf("a.tsv", "a\tb", "1\t2"), /not HGNC's table/],
    ["genes", await fileOf("b.tsv", header), /no row that can be used/],
    ["drugs", await fileOf("c.tsv", ""), /not a table of drugs/],
    ["genes", join(folder, "none.tsv"), /There is no such file/],
    ["genes", folder, /It is a folder/],
  ];
  for (const [kind, path, reason] of refused) {
    const { code, out, err } = await desk(["reference", "load", kind, path]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(reason);
  }
  expect((await findApprovedSymbols())?.has("ROS1")).toBe(true);
});

test("a file that breaks off into something unreadable leaves the set before it in use", async () => {
  async function* broken() {
    yield new TextEncoder().encode(`${header}\n${ros1}\n`);
    yield new Uint8Array([0xff, 0xfe, 0x00]);
  }
  const result = await loadReference(
    ...(["genes", "broken.tsv", broken(), () => undefined] as const),
  );
  expect(result).toMatchObject({ file: "broken.tsv", error: /./ });
  const { rows } = await database.owner.query(
    "SELECT source_file FROM desk.reference_set WHERE kind = 'genes'",
  );
  expect(rows).toEqual([{ source_file: "hgnc_2026-01-06.tsv" }]);
});

test("of the sets that were replaced only the last is kept, for runs under way", async () => {
  for (const year of [2027, 2028, 2029])
    await desk([
      ...["reference", "load", "drugs"],
      await fileOf(`${String(year)}-01-01.tsv`, "name\tncit_code", "x\t"),
    ]);
  const { rows } = await database.owner.query(
    "SELECT version FROM desk.reference_set WHERE kind = 'drugs' ORDER BY version",
  );
  expect(rows).toEqual([{ version: "2028-01-01" }, { version: "2029-01-01" }]);
});

describe.skipIf(!hasSharedFolder)(
  "the reference data in ../shared/data",
  () => {
    test.each([
      ["genes", "hgnc_merged_2026-01-06.tsv", 50_094],
      ["proteins", "proteins_all.tsv", 3_501],
      ["proteins", "cancer_proteins.fasta", 43],
      ["retractions", "retracted_pmids_2023-12-30.txt", 19_163],
    ])(
      "%s from %s: %i rows",
      async (kind, name, count) => {
        const path = sharedPath(`data/${name}`);
        const started = performance.now();
        const { code, json } = await desk([
          ...["reference", "load", kind, path, "--json"],
        ]);
        const seconds = (performance.now() - started) / 1000;
        expect(code).toBe(0);
        const { rows, repeated, problemCount } = json as Record<string, number>;
        expect((rows ?? 0) + (repeated ?? 0) + (problemCount ?? 0)).toBe(count);
        expect(rows).toBeGreaterThan(count * 0.95);
        console.log(
          `reference load ${kind}: ${String(rows)} rows in ${seconds.toFixed(1)} s`,
        );
      },
      120_000,
    );

    test("with the loaded sets the checks say against what they were run", async () => {
      const seed = sharedPath("seeds/genotes-ros1-lung.txt");
      const { json } = await desk(["check", seed, "--json"]);
      const { reference, notRun } = json as {
        reference: { set: string; version: string }[];
        notRun: unknown[];
      };
      expect(notRun).toEqual([]);
      expect(reference).toContainEqual({ set: "genes", version: "2026-01-06" });
    });
  },
);
