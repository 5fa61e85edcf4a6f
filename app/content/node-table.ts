import * as rules from "./attribute-rules";
import type { AttributeRule } from "./attribute-rules";
import type { MarkName, NodeName } from "./page-content";

export type NodeRule = {
  /** ProseMirror's content expression; none for leaves. */
  content?: string;
  group?: "block" | "block prose" | "inline";
  /** `""` allows none; left out, a node with text inside allows all. */
  marks?: "";
  inline?: true;
  atom?: true;
  defining?: true;
  isolating?: true;
  attributes: Record<string, AttributeRule>;
};

export type MarkRule = {
  excludes?: string;
  inclusive?: false;
  attributes: Record<string, AttributeRule>;
};

const id = rules.blockIdRule;
const inner = "(prose | heading | table)+";
const wrapper = {
  group: "block",
  content: inner,
  defining: true,
  attributes: { id },
} as const satisfies NodeRule;
const cell = {
  content: "prose+",
  isolating: true,
  attributes: { colspan: rules.colspanRule, rowspan: rules.rowspanRule },
} as const satisfies NodeRule;

/**
 * What a page may hold: every node, what stands inside it and its attributes.
 * The one copy: the server's check, ProseMirror's schema and the editor are
 * all built from it. The first node of a group is what an empty one gets.
 */
export const nodeTable: Record<NodeName, NodeRule> = {
  doc: { content: "block+", attributes: {} },
  paragraph: {
    group: "block prose",
    content: "inline*",
    attributes: { id },
  },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attributes: { id, level: rules.levelRule },
  },
  bulletList: {
    group: "block prose",
    content: "listItem+",
    attributes: { id },
  },
  orderedList: {
    group: "block prose",
    content: "listItem+",
    attributes: { id, start: rules.startRule },
  },
  listItem: {
    content: "paragraph prose*",
    defining: true,
    attributes: {},
  },
  blockquote: {
    group: "block prose",
    content: "prose+",
    defining: true,
    attributes: { id },
  },
  table: {
    group: "block",
    content: "tableRow+",
    isolating: true,
    attributes: { id, caption: rules.captionRule },
  },
  tableRow: { content: "(tableCell | tableHeader)*", attributes: {} },
  tableHeader: cell,
  tableCell: cell,
  keyMessage: wrapper,
  whatToDo: wrapper,
  questionsToAsk: wrapper,
  callout: wrapper,
  disclaimer: wrapper,
  clinicalScenario: {
    ...wrapper,
    attributes: { id, basis: rules.basisRule },
  },
  faqItem: {
    group: "block",
    content: "faqQuestion faqAnswer",
    isolating: true,
    attributes: { id },
  },
  faqQuestion: { content: "inline*", defining: true, attributes: {} },
  faqAnswer: { content: inner, attributes: {} },
  timelineEntry: {
    ...wrapper,
    attributes: { id, when: rules.partialDateRule },
  },
  figure: {
    group: "block",
    content: "inline*",
    isolating: true,
    attributes: {
      id,
      file: rules.fileRule,
      alt: rules.altRule,
      isDecorative: rules.isDecorativeRule,
      credit: rules.creditRule,
      licence: rules.licenceRule,
      width: rules.pixelsRule,
      height: rules.pixelsRule,
    },
  },
  reusable: {
    group: "block",
    content: inner,
    isolating: true,
    attributes: {
      id,
      component: rules.componentRule,
      version: rules.componentVersionRule,
      kind: rules.reusableKindRule,
    },
  },
  resourceList: {
    group: "block",
    content: "resource+",
    isolating: true,
    attributes: { id },
  },
  resource: {
    atom: true,
    attributes: {
      title: rules.titleRule,
      url: rules.urlRule,
      publisher: rules.organisationRule,
    },
  },
  sourceGuidelines: {
    group: "block",
    content: "guideline+",
    isolating: true,
    attributes: { id },
  },
  guideline: {
    atom: true,
    attributes: {
      organisation: rules.organisationRule,
      title: rules.titleRule,
      version: rules.guidelineVersionRule,
      date: rules.partialDateRule,
      url: rules.urlRule,
    },
  },
  text: { group: "inline", attributes: {} },
  hardBreak: { group: "inline", inline: true, attributes: {} },
  citation: {
    group: "inline",
    inline: true,
    atom: true,
    attributes: {
      scheme: rules.schemeRule,
      id: rules.citationIdRule,
      label: rules.labelRule,
    },
  },
  gene: {
    group: "inline",
    inline: true,
    atom: true,
    attributes: { symbol: rules.symbolRule, hgncId: rules.hgncIdRule },
  },
  variant: {
    group: "inline",
    inline: true,
    atom: true,
    attributes: { hgvs: rules.hgvsRule, gene: rules.geneOfVariantRule },
  },
  fusion: {
    group: "inline",
    inline: true,
    atom: true,
    attributes: {
      fivePrime: rules.fusionPartnerRule,
      threePrime: rules.fusionPartnerRule,
    },
  },
  therapy: {
    group: "inline",
    inline: true,
    atom: true,
    attributes: { name: rules.therapyNameRule, code: rules.therapyCodeRule },
  },
};

/** The marks in their order on a piece of text. */
export const markTable: Record<MarkName, MarkRule> = {
  link: { inclusive: false, attributes: { href: rules.hrefRule } },
  bold: { attributes: {} },
  italic: { attributes: {} },
  superscript: { excludes: "superscript subscript", attributes: {} },
  subscript: { excludes: "superscript subscript", attributes: {} },
};

/** True for the name of a node that a page may hold. */
export function isNodeName(name: unknown): name is NodeName {
  return typeof name === "string" && Object.hasOwn(nodeTable, name);
}

/** True for the name of a mark that a page may hold. */
export function isMarkName(name: unknown): name is MarkName {
  return typeof name === "string" && Object.hasOwn(markTable, name);
}

/** True for a node that may stand directly under the body and carries an id. */
export function isBlockName(name: NodeName): boolean {
  return Object.hasOwn(nodeTable[name].attributes, "id") && name !== "citation";
}
