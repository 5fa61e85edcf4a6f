import { afterAll, beforeAll, expect, test } from "vitest";
import { findGenes, readGenes } from "~/commands/find-genes.server";
import { openDesk, type TestDesk } from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("while no reference data is loaded the well-known genes answer", async () => {
  expect(await findGenes("her2")).toMatchObject([
    { symbol: "ERBB2", hgncId: "HGNC:3430", matched: "HER2" },
  ]);
  expect((await findGenes("BRCA")).map(({ symbol }) => symbol)).toEqual([
    "BRCA1",
    "BRCA2",
  ]);
  expect(await findGenes("  ")).toEqual([]);
});

test("typed symbols become topics, with a code where the symbol is approved", async () => {
  expect(await readGenes("ALK, nosuchgene ALK")).toEqual([
    { type: "gene", code: "HGNC:427", label: "ALK" },
    { type: "gene", code: null, label: "nosuchgene" },
  ]);
});

test("loaded data goes before the well-known facts: exact first, old symbols offer the new one", async () => {
  const { rows } = await desk.database.checks.query<{ id: string }>(
    "INSERT INTO desk.reference_set (kind, version, source_file, finished_at) VALUES ('genes', '1', 'genes.tsv', desk.clock()) RETURNING id",
  );
  const set = rows[0]?.id;
  await desk.database.checks.query(
    `INSERT INTO desk.reference_gene (set_id, hgnc_id, symbol, name, status, aliases, previous_symbols) VALUES
      ($1, 'HGNC:9001', 'AAA10', 'ten', 'approved', '{}', '{}'),
      ($1, 'HGNC:9002', 'AAA1', 'one', 'approved', '{OTHER}', '{OLD1}'),
      ($1, 'HGNC:9003', 'AAA2', 'gone', 'withdrawn', '{}', '{}')`,
    [set],
  );
  expect((await findGenes("aaa1")).map(({ symbol }) => symbol)).toEqual([
    "AAA1",
    "AAA10",
  ]);
  expect(await findGenes("OLD")).toEqual([
    { symbol: "AAA1", hgncId: "HGNC:9002", name: "one", matched: "OLD1" },
  ]);
  expect(await findGenes("%")).toEqual([]);
  expect(await findGenes("HER2")).toEqual([]);
});
