import { runChecks } from "~/checks";
import { noReference, type Reference } from "~/checks/reference";
import type { Finding } from "~/checks/rule";
import type {
  Block,
  Credit,
  Inline,
  ListItem,
  PageContent,
} from "~/content/page-content";

/** A made-up page in our own words: `blocks` in order, b1, b2 and so on as ids. */
export function page(
  blocks: Block[],
  fields: Partial<PageContent> = {},
): PageContent {
  return {
    schema: 1,
    title: "ROS1 in an invented page",
    kind: "clinician_page",
    audience: "clinicians",
    language: "en-GB",
    jurisdictions: ["GB-ENG"],
    topics: [{ type: "gene", code: "HGNC:10261", label: "ROS1" }],
    tags: [],
    credits: [],
    aiUse: {
      level: "none",
      tool: null,
      usedOn: null,
      drafterId: null,
      verifierId: null,
    },
    changeNote: "",
    body: { type: "doc", content: blocks.map(withId) },
    ...fields,
  };
}

function withId(block: Block, index: number): Block {
  // Only the id among a block's attributes changes, so its type stays true.
  return { ...block, attrs: { ...block.attrs, id: `b${index + 1}` } } as Block;
}

export const words = (text: string): Inline[] =>
  text === "" ? [] : [{ type: "text", text }];
export const paragraph = (text: string) =>
  ({ type: "paragraph", content: words(text) }) satisfies Block;
export const heading = (text: string, level: 2 | 3 = 2) =>
  ({
    type: "heading",
    attrs: { level },
    content: words(text),
  }) satisfies Block;
const item = (text: string): ListItem => ({
  type: "listItem",
  content: [paragraph(text)],
});
export const bullets = (...texts: string[]) =>
  ({ type: "bulletList", content: texts.map(item) }) satisfies Block;
export const cited = (pmid: string): Block => ({
  type: "paragraph",
  content: [
    ...words("Shown before "),
    { type: "citation", attrs: { scheme: "pmid", id: pmid, label: "" } },
    ...words("."),
  ],
});
export const credit = (fields: Partial<Credit>): Credit => ({
  personId: null,
  name: "Ada Example",
  role: "author",
  credentials: "",
  affiliation: "",
  orcid: null,
  from: null,
  until: null,
  ...fields,
});

/** The findings of one rule. */
export function findingsOf(
  rule: string,
  content: PageContent,
  { reference = noReference, isImported = false } = {},
): Finding[] {
  const run = runChecks(content, reference, "2026-03-02", { isImported });
  return run.findings.filter((finding) => finding.rule === rule);
}

/** A reference with sequences of made-up or real genes. */
export function withProteins(sequences: Record<string, string[]>): Reference {
  const proteins = new Map(
    Object.entries(sequences).map(([symbol, list]) => [
      symbol,
      list.map((sequence, index) => ({ accession: `P${index}`, sequence })),
    ]),
  );
  return {
    ...noReference,
    loaded: [{ set: "proteins", version: "2026-01-06" }],
    proteins,
  };
}
