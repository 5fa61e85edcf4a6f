import { listInWords } from "./places";

/** What a part of a page is called, one and many of it, by the name of its node. */
const parts: Record<string, readonly [one: string, many: string]> = {
  paragraph: ["paragraph", "paragraphs"],
  heading: ["heading", "headings"],
  bulletList: ["list", "lists"],
  orderedList: ["numbered list", "numbered lists"],
  listItem: ["list item", "list items"],
  blockquote: ["quotation", "quotations"],
  table: ["table", "tables"],
  tableRow: ["table row", "table rows"],
  tableCell: ["table cell", "table cells"],
  tableHeader: ["table heading", "table headings"],
  keyMessage: ["key message", "key messages"],
  whatToDo: ["“What to do” box", "“What to do” boxes"],
  questionsToAsk: ["“Questions to ask” box", "“Questions to ask” boxes"],
  callout: ["note", "notes"],
  disclaimer: ["disclaimer", "disclaimers"],
  clinicalScenario: ["clinical scenario", "clinical scenarios"],
  faqItem: ["question and answer", "questions and answers"],
  faqQuestion: ["question", "questions"],
  faqAnswer: ["answer", "answers"],
  timelineEntry: ["timeline entry", "timeline entries"],
  figure: ["figure", "figures"],
  reusable: ["approved text", "approved texts"],
  resourceList: ["list of resources", "lists of resources"],
  resource: ["resource", "resources"],
  sourceGuidelines: ["list of guidelines", "lists of guidelines"],
  guideline: ["source guideline", "source guidelines"],
  citation: ["citation", "citations"],
  gene: ["gene", "genes"],
  variant: ["variant", "variants"],
  fusion: ["fusion", "fusions"],
  therapy: ["treatment", "treatments"],
  hardBreak: ["line break", "line breaks"],
};

/** What attributes of a part are called where one of them changes. */
const attributes: Record<string, string> = {
  level: "level",
  start: "first number",
  caption: "caption",
  basis: "basis of the scenario",
  when: "date",
  file: "image",
  alt: "alternative text",
  isDecorative: "whether it is decorative",
  credit: "credit",
  licence: "licence",
  width: "width",
  height: "height",
  component: "component",
  version: "version",
  kind: "kind",
  title: "title",
  url: "address",
  publisher: "publisher",
  organisation: "organisation",
  date: "date",
  label: "description",
  hgncId: "HGNC code",
  gene: "gene",
  code: "code",
};

/** What a change touches that a copy fix may not (rule T14), the gravest first. */
const harms: Record<string, string> = {
  drug: "a drug",
  number: "a number",
  unit: "a unit",
  negation: "a negation",
  variant: "a variant",
  gene: "a gene",
  disease: "a disease",
  date: "a date",
  citation: "a citation",
  modal: "how strongly it is said",
  comparator: "a comparison",
  link: "a link or raised text",
  word: "wording",
  punctuation: "punctuation that can change the sense",
  structure: "the structure",
  metadata: "details of the page",
};
/** Said of any change of words, so that naming it would tell a reader nothing. */
const unremarkable = new Set(["word", "structure"]);

type WordedChange = {
  kind: string;
  before: string;
  after: string;
  node: string;
  becomes: string | null;
  attributes: readonly string[];
};

/** "paragraph"; a kind nobody named yet is a part. */
function partName(node: string): string {
  return parts[node]?.[0] ?? "part";
}

/** What a change does, in a few words: "Paragraph added", "Words changed in a table cell". */
export function changeTitle(change: WordedChange): string {
  const name = capital(partName(change.node));
  switch (change.kind) {
    case "insert":
      return `${name} added`;
    case "remove":
      return `${name} removed`;
    case "move":
      return `${name} moved`;
    case "split":
      return `${name} split`;
    case "join":
      return `${capital(parts[change.node]?.[1] ?? "parts")} joined`;
    case "retype":
      return `${name} became ${change.becomes ? withArticle(partName(change.becomes)) : "another kind of part"}`;
    case "format":
      return "Format changed";
    case "table":
      return "Table’s columns changed";
    case "attributes":
      return `${name}: ${listInWords(change.attributes.map((each) => attributes[each] ?? each)) || "details"} changed`;
    default:
      return `${isThing(change.node) ? name : "Words"} ${happened(change)}`;
  }
}

/** "2 paragraphs, 1 table row and 3 citations". */
export function partsInWords(
  counts: readonly { part: string; count: number }[],
): string {
  return listInWords(
    counts.map(({ part, count }) => {
      const [one, many] = parts[part] ?? ["part", "parts"];
      return `${count} ${count === 1 ? one : many}`;
    }),
  );
}

/** "a number and a drug", of the kinds of harm that rule T14 names; empty when it is wording only. */
export function harmsInWords(kinds: readonly string[]): string {
  return listInWords(namedHarms(kinds).map((kind) => harms[kind] ?? kind));
}

/** The kinds of harm worth naming, the gravest first, each once. */
export function namedHarms(kinds: readonly string[]): string[] {
  const order = Object.keys(harms);
  return [...new Set(kinds)]
    .filter((kind) => !unremarkable.has(kind))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** Why a text with these changes is no copy fix; null when it may be one. */
export function notMinorBecause(kinds: readonly string[]): string | null {
  if (kinds.length === 0) return null;
  const named = harmsInWords(kinds);
  return named === ""
    ? "Wording or structure changed, so this can never be called a minor change."
    : `This touches ${named}, so it can never be called a minor change.`;
}

/** A note on what changed, to begin from: "Surveillance: 2 paragraphs and 1 citation." */
export function suggestedNote(
  sections: readonly {
    heading: string | null;
    parts: readonly { part: string; count: number }[];
  }[],
): string {
  return sections
    .map(({ heading, parts: counts }) => {
      const words = partsInWords(counts);
      return heading === null
        ? `${capital(words)} changed.`
        : `${heading}: ${words} changed.`;
    })
    .join(" ");
}

/** The words that stand in a rendered comparison. */
export const comparisonWords = {
  spoken: { added: "added:", removed: "removed:", format: "format changed:" },
  added: "Added",
  removed: "Removed",
  movedHere: "Moved here",
  movedAway: "Moved from here",
  note: changeTitle,
  unchanged: (blocks: number) => `${blocks} parts unchanged`,
};

function happened({ before, after }: WordedChange): string {
  if (before === "") return "added";
  return after === "" ? "removed" : "changed";
}

function isThing(node: string): boolean {
  return ["citation", "gene", "variant", "fusion", "therapy"].includes(node);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withArticle(name: string): string {
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
