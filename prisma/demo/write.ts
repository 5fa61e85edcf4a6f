import type {
  Block,
  Citation,
  Inline,
  Inner,
  ListItem,
} from "~/content/page-content";
import { parseCitation } from "~/content/citation-ids";
import { knownGenes } from "~/checks/known-facts";

/**
 * A few words for writing demo pages by hand. In a text, {ROS1} is a gene and
 * [pmid:25264305] a citation; everything else stands as it is.
 */
function line(text: string): Inline[] {
  return text
    .split(/(\{[A-Za-z0-9-]+\}|\[(?:pmid|doi|nct):[^\]]+\])/)
    .filter((part) => part !== "")
    .map(inline);
}

function inline(part: string): Inline {
  const gene = /^\{(.+)\}$/.exec(part)?.[1];
  if (gene) {
    const hgncId = knownGenes.get(gene)?.hgncId ?? null;
    return { type: "gene", attrs: { symbol: gene, hgncId } };
  }
  const cited = /^\[(pmid|doi|nct):(.+)\]$/.exec(part);
  if (cited) return { type: "citation", attrs: citation(part.slice(1, -1)) };
  return { type: "text", text: part };
}

function citation(text: string): Citation {
  const parsed = parseCitation(text);
  if (!parsed) throw new Error(`not a citation: ${text}`);
  return { ...parsed, label: "" };
}

export function heading(text: string): Block {
  return { type: "heading", attrs: { level: 2 }, content: line(text) };
}

export function paragraph(text: string): Inner {
  return { type: "paragraph", content: line(text) };
}

export function list(...items: string[]): Inner {
  return {
    type: "bulletList",
    content: items.map((item): ListItem => ({
      type: "listItem",
      content: [{ type: "paragraph", content: line(item) }],
    })),
  };
}

/** The first row is the header. */
export function table(caption: string, ...rows: string[][]): Inner {
  return {
    type: "table",
    attrs: { caption },
    content: rows.map((cells, index) => ({
      type: "tableRow",
      content: cells.map((cell) => ({
        type: index === 0 ? "tableHeader" : "tableCell",
        attrs: { colspan: 1, rowspan: 1 },
        content: [{ type: "paragraph", content: line(cell) }],
      })),
    })),
  };
}

export function keyMessage(...content: Inner[]): Block {
  return { type: "keyMessage", content };
}

export function whatToDo(...content: Inner[]): Block {
  return { type: "whatToDo", content };
}

export function questionsToAsk(...questions: string[]): Block {
  return { type: "questionsToAsk", content: [list(...questions)] };
}

/** The patient of a demo is always made up. */
export function scenario(text: string): Block {
  return {
    type: "clinicalScenario",
    attrs: { basis: "fictional" },
    content: [paragraph(text)],
  };
}

export function question(asked: string, ...answer: Inner[]): Block {
  return {
    type: "faqItem",
    content: [
      { type: "faqQuestion", content: line(asked) },
      { type: "faqAnswer", content: answer },
    ],
  };
}
