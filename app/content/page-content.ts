import type { AiLevel, Audience, PageKind } from "~/domain/words";
import type {
  Figure,
  Guideline,
  Resource,
  ResourceList,
  Reusable,
  SourceGuidelines,
  TimelineEntry,
} from "./blocks-with-facts";

export type * from "./blocks-with-facts";

/**
 * A gene page as a document: what a draft and a version hold, and what is
 * hashed and signed. Plain JSON; the body has the shape of ProseMirror's JSON.
 */
export type PageContent = {
  schema: 1;
  title: string;
  kind: PageKind;
  audience: Audience;
  /** BCP 47, such as `en-GB`. */
  language: string;
  /** ISO 3166, such as `GB` or `GB-ENG`. */
  jurisdictions: string[];
  topics: Topic[];
  tags: string[];
  credits: Credit[];
  aiUse: AiUse;
  changeNote: string;
  body: Body;
};

export const topicTypes = [
  "gene",
  "gene_family",
  "fusion",
  "tumour_type",
] as const;
export type TopicType = (typeof topicTypes)[number];

/** `code` is the registry's, such as `HGNC:10261`. */
export type Topic = { type: TopicType; code: string | null; label: string };

export const creditRoles = ["author", "contributor"] as const;
export type CreditRole = (typeof creditRoles)[number];

/** `from` and `until` are months, `YYYY-MM`: "through April 2014". */
export type Credit = {
  personId: string | null;
  name: string;
  role: CreditRole;
  credentials: string;
  affiliation: string;
  orcid: string | null;
  from: string | null;
  until: string | null;
};

/** `usedOn` is a day, `YYYY-MM-DD`. */
export type AiUse = {
  level: AiLevel;
  tool: string | null;
  usedOn: string | null;
  drafterId: string | null;
  verifierId: string | null;
};

export type Metadata = Omit<PageContent, "schema" | "body">;
export type MetadataField = keyof Metadata;

export type Body = { type: "doc"; content: Block[] };

/** A block's id is the server's; null only between typing and saving. */
export type BlockId = string | null;

/** A node directly under `body.content` has an id; the same node deeper has none. */
export type InPlace = { id?: BlockId };

export const citationSchemes = [
  "pmid",
  "doi",
  "nct",
  "guideline",
  "url",
] as const;
export type CitationScheme = (typeof citationSchemes)[number];
export type Citation = { scheme: CitationScheme; id: string; label: string };
export type Gene = { symbol: string; hgncId: string | null };
/** A change in HGVS form, and the approved symbol of its gene where it is told. */
export type Variant = { hgvs: string; gene: string | null };
/** Approved symbols; "?" for a partner that is not known. */
export type Fusion = { fivePrime: string; threePrime: string };
/** A treatment by its generic name; `code` is a registry's, such as `NCIT:C74061`. */
export type Therapy = { name: string; code: string | null };

export const reusableKinds = ["disclaimer", "ai_notice"] as const;
export type ReusableKind = (typeof reusableKinds)[number];

export const scenarioBases = ["fictional", "consent", "unstated"] as const;
export type ScenarioBasis = (typeof scenarioBases)[number];

export type Mark =
  | { type: "bold" | "italic" | "superscript" | "subscript" }
  | { type: "link"; attrs: { href: string } };

export type TextNode = { type: "text"; text: string; marks?: Mark[] };
export type Inline =
  | TextNode
  | { type: "hardBreak"; marks?: Mark[] }
  | { type: "citation"; attrs: Citation; marks?: Mark[] }
  | { type: "gene"; attrs: Gene; marks?: Mark[] }
  | { type: "variant"; attrs: Variant; marks?: Mark[] }
  | { type: "fusion"; attrs: Fusion; marks?: Mark[] }
  | { type: "therapy"; attrs: Therapy; marks?: Mark[] };

export type Paragraph = {
  type: "paragraph";
  attrs?: InPlace;
  content?: Inline[];
};
export type Heading = {
  type: "heading";
  attrs: InPlace & { level: 2 | 3 };
  content?: Inline[];
};
export type BulletList = {
  type: "bulletList";
  attrs?: InPlace;
  content: ListItem[];
};
export type OrderedList = {
  type: "orderedList";
  attrs: InPlace & { start: number };
  content: ListItem[];
};
export type ListItem = { type: "listItem"; content: Prose[] };
export type Blockquote = {
  type: "blockquote";
  attrs?: InPlace;
  content: Prose[];
};
export type Prose = Paragraph | BulletList | OrderedList | Blockquote;

export type Table = {
  type: "table";
  attrs: InPlace & { caption: string };
  content: TableRow[];
};
export type TableRow = { type: "tableRow"; content?: Cell[] };
export type Cell = {
  type: "tableHeader" | "tableCell";
  attrs: { colspan: number; rowspan: number };
  content: Prose[];
};

/** What may stand inside a wrapper block. */
export type Inner = Prose | Heading | Table;
export type Wrapper = {
  type: "keyMessage" | "whatToDo" | "questionsToAsk" | "callout" | "disclaimer";
  attrs?: InPlace;
  content: Inner[];
};
export type ClinicalScenario = {
  type: "clinicalScenario";
  attrs: InPlace & { basis: ScenarioBasis };
  content: Inner[];
};
export type FaqItem = {
  type: "faqItem";
  attrs?: InPlace;
  content: [FaqQuestion, FaqAnswer];
};
export type FaqQuestion = { type: "faqQuestion"; content?: Inline[] };
export type FaqAnswer = { type: "faqAnswer"; content: Inner[] };

export type Block =
  | Inner
  | Wrapper
  | ClinicalScenario
  | FaqItem
  | TimelineEntry
  | Figure
  | Reusable
  | ResourceList
  | SourceGuidelines;

export type ContentNode =
  | Block
  | Inline
  | ListItem
  | TableRow
  | Cell
  | FaqQuestion
  | FaqAnswer
  | Resource
  | Guideline;

export type NodeName = ContentNode["type"] | "doc";
export type BlockName = Block["type"];
export type MarkName = Mark["type"];

/** The id of a block, or null when the server has not given one yet. */
export function blockIdOf(block: Block): BlockId {
  return block.attrs?.id ?? null;
}

/** The nodes inside a node, in order; none for text and other leaves. */
export function childrenOf(node: ContentNode | Body): ContentNode[] {
  return "content" in node ? (node.content ?? []) : [];
}
