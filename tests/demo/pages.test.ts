import { describe, expect, test } from "vitest";
import { runChecks } from "~/checks";
import { noReference } from "~/checks/reference";
import { giveBlockIds } from "~/content/block-ids";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { blockText, plainText } from "~/content/plain-text";
import { sectionsOf } from "~/content/sections";
import type { DemoPage } from "../../prisma/demo/demo-page";
import { demoPages } from "../../prisma/demo/pages";
import {
  brca1Correction,
  brca1HereditaryBreastAndOvarianCancer,
} from "../../prisma/demo/pages/brca1-hereditary-breast-and-ovarian-cancer";
import {
  ldlrFamilialHypercholesterolaemia,
  ldlrSecond,
} from "../../prisma/demo/pages/ldlr-familial-hypercholesterolaemia";
import { vhlSuggestions } from "../../prisma/demo/pages/vhl-explained";
import { hasSharedFolder, readShared } from "../support/shared-folder";

const slugs = demoPages.map(({ slug }) => slug);
const pageOf = new Map(demoPages.map((page) => [page.slug, page]));

/** The page as its author would send it for review. */
function contentOf(page: DemoPage, more: readonly Block[] = []): PageContent {
  const { kind, title, topics, jurisdictions, tags, blocks } = page;
  const known = {
    ...{ title, topics, jurisdictions, tags },
    credits: [
      {
        personId: "00000000-0000-4000-8000-000000000001",
        name: "Ada Example",
        role: "author" as const,
        credentials: "",
        affiliation: "",
        orcid: null,
        from: null,
        until: null,
      },
    ],
  };
  return giveBlockIds({
    ...emptyContent(kind, known),
    body: { type: "doc", content: [...blocks, ...more] },
  });
}

function contentAt(slug: string): PageContent {
  const page = pageOf.get(slug);
  if (!page) throw new Error(`no demo page ${slug}`);
  return contentOf(page);
}

/** What checks find beyond hints, and what the parser refuses. */
function faultsOf(content: PageContent): unknown[] {
  const parsed = parsePageContent(content);
  if (!parsed.ok) return parsed.problems;
  const run = runChecks(parsed.content, noReference, "2026-03-02");
  return [
    ...parsed.cleaned,
    ...run.findings.filter(({ severity }) => severity !== "hints"),
  ];
}

test("the demo has sixteen pages of all kinds, each under its own address", () => {
  expect(new Set(slugs).size).toBe(16);
  expect(new Set(demoPages.map(({ kind }) => kind)).size).toBe(5);
  const odd = slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug));
  expect(odd).toEqual([]);
});

test.each(slugs)("%s can be stored and passes every check", (slug) => {
  expect(faultsOf(contentAt(slug))).toEqual([]);
});

test.each(slugs)("%s says its piece in 180 to 350 words", (slug) => {
  const words = plainText(contentAt(slug)).split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(180);
  expect(words).toBeLessThanOrEqual(350);
});

const clinicianPages = demoPages.filter(
  ({ kind }) => kind === "clinician_page",
);

test.each(clinicianPages)(
  "$slug opens with its message and has four to six headings, a list or table, and what to do",
  (page) => {
    const sections = sectionsOf(contentOf(page)).map(({ label }) => label);
    const types = page.blocks.map(({ type }) => type);
    expect(types[0]).toBe("keyMessage");
    expect(sections.length - 1).toBeGreaterThanOrEqual(4);
    expect(sections.length - 1).toBeLessThanOrEqual(6);
    expect(types).toContain("whatToDo");
    expect(types).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(table|bulletList)$/)]),
    );
  },
);

test("the correction of BRCA1 meets its slip in one block, once", () => {
  const { find, replace } = brca1Correction;
  const found = brca1HereditaryBreastAndOvarianCancer.blocks
    .map(blockText)
    .filter((text) => text.includes(find));
  expect(found).toHaveLength(1);
  expect(found[0]?.split(find)).toHaveLength(2);
  const inOnePiece = JSON.stringify(
    brca1HereditaryBreastAndOvarianCancer.blocks,
  ).split(find);
  expect(inOnePiece).toHaveLength(2);
  const text = JSON.stringify(
    contentOf(brca1HereditaryBreastAndOvarianCancer),
  ).replace(find, replace);
  expect(faultsOf(JSON.parse(text) as PageContent)).toEqual([]);
});

test("the second version of LDLR says why it exists and passes every check", () => {
  const { additions, changeNote } = ldlrSecond;
  const second = contentOf(ldlrFamilialHypercholesterolaemia, additions);
  expect(faultsOf({ ...second, changeNote })).toEqual([]);
  expect(changeNote).toMatch(/\w+ \w+/);
});

describe.skipIf(!hasSharedFolder)("with the data in ../shared", () => {
  const linesOf = (name: string) =>
    new TextDecoder().decode(readShared(`data/${name}`)).split(/\r?\n/);

  test("every gene that a page is about has its HGNC code", () => {
    const approved = new Set(
      linesOf("hgnc_merged_2026-01-06.tsv").map((line) =>
        line.split("\t").slice(0, 3).join(" "),
      ),
    );
    const genes = demoPages
      .flatMap(({ topics }) => topics)
      .filter(({ type }) => type === "gene")
      .map(({ code, label }) => `${code} ${label} Approved`);
    expect(genes.length).toBeGreaterThanOrEqual(16);
    expect(genes.filter((gene) => !approved.has(gene))).toEqual([]);
  });

  test("no page cites a paper listed as retracted", () => {
    const retracted = new Set(linesOf("retracted_pmids_2023-12-30.txt"));
    const cited = [
      ...JSON.stringify(demoPages).matchAll(/"scheme":"pmid","id":"(\d+)"/g),
    ].map(([, id]) => id ?? "");
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((id) => retracted.has(id))).toEqual([]);
  });
});

test("what is suggested for a page of the demo stands in it once", () => {
  const text = JSON.stringify(contentAt("vhl-explained"));
  for (const [find] of vhlSuggestions)
    expect(text.split(find), find).toHaveLength(2);
});
