import { describe, expect, test } from "vitest";
import { readReferenceFile } from "~/checks/reference/read-reference-file";
import { noReference, type Reference } from "~/checks/reference";
import { knownGenes } from "~/checks/known-facts";
import { hasSharedFolder, readShared } from "../support/shared-folder";
import type { Block } from "~/content/page-content";
import {
  bullets,
  findingsOf,
  page,
  paragraph,
  withProteins,
  words,
} from "./page";

const g1 = (text: string, fields = {}, reference: Reference = noReference) =>
  findingsOf("G1", page([paragraph(text)], fields), { reference });
const noTopics = { topics: [] };

describe("G1 with the well-known facts alone", () => {
  test("a transposed ROS1 variant blocks and the published one is offered", () => {
    const text = "Resistance is known. These include the G2023R variant.";
    expect(g1(text)).toEqual([
      {
        rule: "G1",
        severity: "blocks",
        message: "G2023R: residue 2023 of ROS1 is Y; did you mean G2032R?",
        excerpt: "G2023R",
        suggestion: "G2032R",
        blockId: "b1",
        start: text.indexOf("G2023R"),
        end: text.indexOf("G2023R") + 6,
      },
    ]);
  });

  test("right variants of the same list are left alone", () => {
    expect(g1("These include D2033N, L2026M and G2032R.")).toEqual([]);
  });

  test("three-letter notation is read and answered in kind", () => {
    const [found] = g1("ROS1 p.(Gly2023Arg) was seen.");
    expect(found).toMatchObject({
      severity: "blocks",
      excerpt: "Gly2023Arg",
      suggestion: "Gly2032Arg",
    });
  });

  test("a variant right after its gene is judged by that gene, whatever the page is about", () => {
    const text = "Unlike ROS1, EGFR L858R and T790M are common.";
    expect(g1(text)).toEqual([]);
    expect(g1("EGFR L585R is common.", noTopics)).toEqual([]);
    expect(g1("EGFR L790M is common.")[0]).toMatchObject({
      severity: "blocks",
      message: expect.stringContaining("residue 790 of EGFR is T"),
    });
  });

  test("several genes in sight make it a warning", () => {
    const text =
      "Both ROS1 and EGFR genes may change; G2023R was one such change.";
    const reference = withProteins({
      ROS1: ["M" + "A".repeat(2030) + "G" + "A".repeat(315)],
      EGFR: ["M" + "A".repeat(1209)],
    });
    expect(g1(text, {}, reference)[0]?.severity).toBe("warns");
  });

  test("a published variant of a gene that is not named warns and offers nothing", () => {
    const reference = withProteins({ ROS1: ["A".repeat(2347)] });
    const [found] = g1("The T790M change came later.", {}, reference);
    expect(found).toMatchObject({ severity: "warns", suggestion: null });
    expect(found?.message).toContain("known as a variant of EGFR");
  });

  test.each([
    ["no gene in sight", "G2023R was seen.", noTopics],
    ["a residue nobody knows", "ROS1 G1111R was seen.", {}],
    ["histone numbering", "ROS1 and H3K27M or K27M differ.", {}],
    ["gene symbols of the same form", "C4A, A2M and F2R are genes.", {}],
    ["stages", "Stage T2N disease, M1A.", {}],
    ["a footnote mark after the name", "ROS1 G2032R² is known.", {}],
  ])("%s gives no finding", (_, text, fields) => {
    expect(g1(text, fields)).toEqual([]);
  });

  test("odd dashes, spaces and wide letters do not hide a variant, and offsets stay the original's", () => {
    const text = "ＲＯＳ１\u00a0Ｇ２０２３Ｒ is resistant.";
    const [found] = g1(text, noTopics);
    expect(found?.excerpt).toBe("Ｇ２０２３Ｒ");
    expect(text.slice(found?.start ?? 0, found?.end ?? 0)).toBe("Ｇ２０２３Ｒ");
  });
});

describe("G1 with loaded sequences", () => {
  test("loaded sequences go before the facts, and any isoform may fit", () => {
    const short = "M".repeat(2022) + "G" + "M".repeat(100);
    const reference = withProteins({ ROS1: ["A".repeat(2347), short] });
    expect(g1("ROS1 G2023R", {}, reference)).toEqual([]);
  });

  test("a published variant is offered alone, else the likelier slips first", () => {
    const sequence = [..."A".repeat(2347)];
    for (const position of [2024, 2032, 2093]) sequence[position - 1] = "G";
    const reference = withProteins({ ROS1: [sequence.join("")] });
    expect(g1("ROS1 G2023R", {}, reference)[0]?.message).toBe(
      "G2023R: residue 2023 of ROS1 is A; did you mean G2032R?",
    );
    expect(g1("ROS1 G2023K", {}, reference)[0]?.message).toBe(
      "G2023K: residue 2023 of ROS1 is A; did you mean G2032K or G2024K or G2093K?",
    );
  });

  test("a gene often numbered by another isoform only warns", () => {
    const reference = withProteins({ MET: ["A".repeat(1390)] });
    expect(g1("MET Y1230C", {}, reference)[0]?.severity).toBe("warns");
  });
});

describe("G2", () => {
  const g2 = (text: string) => findingsOf("G2", page([paragraph(text)]));

  test("a position beyond the protein blocks and a nearer one is offered", () => {
    expect(g2("KRAS G112D is common.")).toEqual([]);
    expect(g2("ROS1 G20323R is known.")[0]).toMatchObject({
      severity: "blocks",
      message: expect.stringContaining("ROS1 has 2347 residues"),
    });
  });

  test("a code that names no amino acid after p. blocks", () => {
    expect(g2("ROS1 p.Gyl2032Arg and p.G0R")).toHaveLength(2);
    expect(g2("p.Lys860fs, p.Glu746del and p.Gly2032Arg")).toEqual([]);
  });
});

test("variants inside lists are found at their place in the block's text", () => {
  const list = bullets("First item", "ROS1 G2023R is resistant");
  const [found] = findingsOf("G1", page([list]));
  const text = "First item\nROS1 G2023R is resistant";
  expect(text.slice(found?.start ?? 0, found?.end ?? 0)).toBe("G2023R");
});

describe.skipIf(!hasSharedFolder)("calibration on real variants", () => {
  async function proteins(): Promise<Map<string, string[]>> {
    const bytes = readShared("data/proteins_all.tsv");
    const file = await readReferenceFile("proteins", bytes, "proteins.tsv");
    if ("error" in file) throw new Error(file.error);
    const sequences = new Map<string, string[]>();
    for await (const { symbol, sequence } of file.rows)
      sequences.set(symbol, [...(sequences.get(symbol) ?? []), sequence]);
    return sequences;
  }

  test("real variants that fit their sequence are not blocked, slips made in them are", async () => {
    const sequences = await proteins();
    const rows = new TextDecoder()
      .decode(readShared("data/true_protein_variants.tsv"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
    const count = { match: 0, blocked: 0, slips: 0, caught: 0, offered: 0 };
    for (const [gene = "", name = "", ref, at, , , check] of rows) {
      const known = sequences.get(gene);
      if (!known || !check?.startsWith("match")) continue;
      const reference = withProteins({ [gene]: known });
      const about = `${gene} ${name} was found in a tumour.`;
      count.match += 1;
      if (g1(about, noTopics, reference).some((f) => f.severity === "blocks"))
        count.blocked += 1;
      const slip = transpose(at ?? "");
      const isWrong =
        slip !== null &&
        known.every((sequence) => sequence[Number(slip) - 1] !== ref) &&
        known.some((sequence) => sequence.length >= Number(slip));
      if (!isWrong) continue;
      count.slips += 1;
      const [found] = g1(about.replace(at ?? "", slip), noTopics, reference);
      if (found) count.caught += 1;
      if (found?.message.includes(name)) count.offered += 1;
    }
    console.info("G1 on real variants:", count);
    expect(count.match).toBeGreaterThan(1500);
    expect(count.blocked).toBe(0);
    expect(count.slips).toBeGreaterThan(1000);
    expect(count.caught / count.slips).toBeGreaterThan(0.97);
    expect(count.offered / count.caught).toBeGreaterThan(0.9);
  });

  test("every hand-typed fact agrees with HGNC and the sequences", async () => {
    const sequences = await proteins();
    const bytes = readShared("data/hgnc_merged_2026-01-06.tsv");
    const file = await readReferenceFile("genes", bytes, "genes.tsv");
    if ("error" in file) throw new Error(file.error);
    const hgnc = new Map<string, string>();
    for await (const { symbol, status, hgncId, name, location } of file.rows)
      if (status === "approved")
        hgnc.set(symbol, [hgncId, name, location].join("|"));
    let residues = 0;
    for (const gene of knownGenes.values()) {
      const fact = [gene.hgncId, gene.name, gene.location].join("|");
      expect(hgnc.get(gene.symbol)).toBe(fact);
      const known = sequences.get(gene.symbol);
      if (!known || gene.length === null) continue;
      const canonical = known.filter(({ length }) => length === gene.length);
      expect(canonical.length, gene.symbol).toBeGreaterThan(0);
      for (const name of gene.variants) {
        const position = Number.parseInt(name.slice(1), 10);
        for (const sequence of canonical)
          expect(sequence[position - 1], gene.symbol + name).toBe(name[0]);
        residues += 1;
      }
    }
    console.info(`${knownGenes.size} genes, ${residues} variants agree`);
    expect(residues).toBeGreaterThan(150);
  });
});

/** The number with its last two differing neighbour digits swapped, or null. */
function transpose(position: string): string | null {
  for (let i = position.length - 2; i >= 0; i--) {
    const [a, b] = [position[i], position[i + 1]];
    if (a === b || (i === 0 && b === "0")) continue;
    return position.slice(0, i) + b + a + position.slice(i + 2);
  }
  return null;
}

test("a variant entered with its gene is judged by that gene, whatever stands near", () => {
  const entered = (gene: string | null): Block => ({
    type: "paragraph",
    content: [
      ...words("Beside KRAS and EGFR, "),
      { type: "variant", attrs: { hgvs: "p.Gly2023Arg", gene } },
      ...words(" was seen."),
    ],
  });
  const [found] = findingsOf("G1", page([entered("ROS1")]));
  expect(found).toMatchObject({
    severity: "blocks",
    excerpt: "Gly2023Arg",
    start: 24,
  });
  expect(findingsOf("G2", page([entered("KRAS")]))[0]?.severity).toBe("blocks");
});
