import { describe, expect, test } from "vitest";
import { runChecks } from "~/checks";
import { noReference, type ProteinSequence } from "~/checks/reference";
import { readReferenceFile } from "~/checks/reference/read-reference-file";
import { blockTexts } from "~/content/plain-text";
import { hasSharedFolder, readShared } from "../support/shared-folder";
import { imported, lostLines } from "./import";

const seed = (name: string) => {
  const bytes = readShared(`seeds/${name}.txt`);
  return {
    text: new TextDecoder().decode(bytes),
    result: imported(`${name}.txt`, bytes, {
      check: (content) =>
        runChecks(content, noReference, "2026-03-02", { isImported: true })
          .findings,
    }),
  };
};
const names = [
  "genotes-ros1-lung",
  "mycancergenome-ros1",
  "navis-ros1-breast",
  "navis-ros1-pancreatic",
  "seo-ntrk-breast",
];
const none = {
  lastReviewedOn: null,
  nextReviewDue: null,
  updatedOn: null,
  overdue: null,
};

describe.skipIf(!hasSharedFolder)("the real pages in ../shared/seeds", () => {
  test.each(names)("%s keeps every line in order", async (name) => {
    const { text, result } = seed(name);
    expect(lostLines(text, await result)).toEqual([]);
  });

  test.each(names)(
    "%s: every part is in the draft or among title and statements",
    async (name) => {
      const { content, report } = await seed(name).result;
      const inDraft = blockTexts(content)
        .map(({ text }) => text)
        .join("\n");
      const elsewhere = [report.title, ...report.statements];
      for (const { kind, text } of report.blocks)
        if (kind !== "table" && !elsewhere.includes(text))
          expect(inDraft).toContain(text);
    },
  );

  test("the overdue clinician page gives its dates, names and gene", async () => {
    const { report, content } = await seed("genotes-ros1-lung").result;
    expect(report).toMatchObject({
      title: "ROS1-rearranged lung cancer",
      kind: "clinician_page",
      genes: ["ROS1", "CD74", "ALK"],
      lastReviewedOn: "2022-05-04",
      nextReviewDue: "2023-05-04",
      updatedOn: null,
      authors: ["Amit Samani"],
      reviewers: ["Ellen Copson", "Amy Frost", "Terri McVeigh"],
      overdue: true,
      aiGenerated: false,
    });
    expect(report.dates.map(({ ambiguous }) => ambiguous)).toEqual([
      true,
      true,
    ]);
    expect(report.people.map(({ prefix }) => prefix)).toEqual(
      Array(4).fill("Dr"),
    );
    expect(report.findings).toContainEqual({
      rule: "G1",
      severity: "blocks",
      message: "G2023R: residue 2023 of ROS1 is Y; did you mean G2032R?",
      excerpt: "G2023R",
      suggestion: "G2032R",
    });
    const lost = report.findings.filter(({ message }) =>
      message.includes("lost when the page was captured"),
    );
    expect(lost.map(({ excerpt }) => excerpt)).toEqual([
      "For clinicians",
      "For patients",
    ]);
    expect(content.credits).toEqual([]);
    expect(content.aiUse.level).toBe("unknown");
    expect(content.tags).toEqual(["Lung cancer"]);
    const scenario = content.body.content.find(
      ({ type }) => type === "clinicalScenario",
    );
    expect(scenario?.attrs).toMatchObject({ basis: "unstated" });
  });

  test("the gene summary gives its contributors, one until April 2014, and its last change", async () => {
    const { report } = await seed("mycancergenome-ros1").result;
    expect(report).toMatchObject({
      ...none,
      title: "ROS1",
      kind: "gene_summary",
      genes: ["ROS1"],
      updatedOn: "2015-12-07",
      authors: ["Christine M. Lovly", "Leora Horn", "William Pao"],
      reviewers: [],
      aiGenerated: false,
    });
    expect(report.people[2]).toEqual({
      name: "William Pao",
      prefix: null,
      credentials: "M.D., Ph.D.",
      role: "contributor",
      until: "2014-04",
    });
    expect(report.dates.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      "until 2014-04",
      "citation 2015",
      "updated 2015-12",
      "updated 2015-12-07",
    ]);
    expect(report.blocks.at(-1)?.kind).toBe("disclaimer");
  });

  test.each(["navis-ros1-breast", "navis-ros1-pancreatic"])(
    "%s is a generated answer without people",
    async (name) => {
      const { report, content } = await seed(name).result;
      expect(report).toMatchObject({
        ...none,
        title: expect.stringMatching(/^What does ROS1 fusion mean for/),
        kind: "patient_qa",
        authors: [],
        reviewers: [],
        people: [],
        aiGenerated: true,
      });
      expect(report.genes[0]).toBe("ROS1");
      expect(content.aiUse).toMatchObject({
        level: "generated",
        drafterId: null,
        verifierId: null,
      });
    },
  );

  test("a program in a byline run together with its date is a tool", async () => {
    const { report, content } = await seed("navis-ros1-breast").result;
    expect(content.aiUse.tool).toBe("Navis AI");
    expect(report.dates).toEqual([
      {
        kind: "published",
        on: "2026-05-17",
        precision: "day",
        raw: "May 17, 2026",
        ambiguous: false,
      },
    ]);
    expect(report.genes).toEqual(["ROS1", "PIK3CA", "ESR1", "BRCA1", "BRCA2"]);
  });

  test("questions whose marks stand on lines of their own are one list", async () => {
    const { report } = await seed("navis-ros1-pancreatic").result;
    const asked = report.blocks.find(({ kind }) => kind === "questions_to_ask");
    expect(asked?.text.split("\n")).toHaveLength(5);
  });

  test("bylines of other articles are nobody's authorship of the nameless page", async () => {
    const { report, content } = await seed("seo-ntrk-breast").result;
    expect(report).toMatchObject({
      ...none,
      kind: "patient_explainer",
      genes: ["NTRK1", "NTRK2", "NTRK3"],
      authors: [],
      people: [],
      aiGenerated: false,
    });
    expect(report.dates.map(({ kind }) => kind)).toEqual(
      Array(4).fill("other"),
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["I1", "I2", "I4", "P2"]),
    );
    const tables = content.body.content.filter(({ type }) => type === "table");
    expect(tables).toHaveLength(4);
    expect(report.statements).toContain("By: Kaiser Wilhelm");
  });

  test("with every approved symbol of HGNC and loaded sequences nothing else is taken for a gene", async () => {
    const genes = new Map<string, { hgncId: string }>();
    const hgnc = "data/hgnc_merged_2026-01-06.tsv";
    const table = await readReferenceFile("genes", readShared(hgnc), hgnc);
    if ("error" in table) throw new Error(table.error);
    for await (const { symbol, status, hgncId } of table.rows)
      if (status === "approved") genes.set(symbol, { hgncId });
    const fasta = "data/cancer_proteins.fasta";
    const file = await readReferenceFile("proteins", readShared(fasta), fasta);
    if ("error" in file) throw new Error(file.error);
    const proteins = new Map<string, ProteinSequence[]>();
    for await (const row of file.rows)
      proteins.set(row.symbol, [...(proteins.get(row.symbol) ?? []), row]);
    const reference = {
      ...noReference,
      loaded: [{ set: "proteins" as const, version: file.version }],
      proteins,
    };
    for (const name of names) {
      const plain = await seed(name).result;
      const bytes = readShared(`seeds/${name}.txt`);
      const full = await imported(`${name}.txt`, bytes, { genes });
      expect(full.report.genes, name).toEqual(plain.report.genes);
      const run = runChecks(full.content, reference, "2026-03-02");
      const variants = run.findings.filter(({ rule }) => /^G[12]$/.test(rule));
      expect(
        variants.map(({ message }) => message),
        name,
      ).toEqual(
        name === "genotes-ros1-lung"
          ? ["G2023R: residue 2023 of ROS1 is Y; did you mean G2032R?"]
          : [],
      );
    }
  });

  test("all five are stopped by findings that block", async () => {
    for (const name of names) {
      const { report } = await seed(name).result;
      const blocking = report.findings.filter((f) => f.severity === "blocks");
      expect(blocking.length, name).toBeGreaterThan(0);
    }
  });
});
