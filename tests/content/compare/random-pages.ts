import { parseBody } from "~/content/parse-page-content";
import type { Body } from "~/content/page-content";
import type { AnyNode } from "~/content/compare/any-node";
import { oneOf, type Random } from "./random";

/** Words in which a wrong cut would be dangerous, among plain ones. */
export const drugs = [
  "crizotinib",
  "entrectinib",
  "trastuzumab deruxtecan",
  "imatinib mesylate",
  "osimertinib",
  "folinic acid",
];
export const genes = ["BRCA1", "ROS1", "HLA-DRB1", "C9orf72", "NTRK3", "MET"];
export const variants = [
  "c.215C>G (p.Pro72Arg)",
  "NM_000546.6:c.215C>G",
  "p.(Val600Glu)",
  "c.(?_-30)_(12+1_13-1)del",
  "g.32316461_32316462insA",
  "m.3243A>G",
];
const quantities = [
  "5 mg/kg",
  "25 to 29 years",
  "≥ 50%",
  "1 in 200",
  "2.5–3.0 mg",
  "10\u00a0µg",
  "1,000 IU",
  "12 March 2026",
  "May 2014",
  "250 mg per day",
  "29",
];
const plain =
  "the a of and or not should may risk family breast ovarian cancer carriers annual screening from age is are recommended offered consider before after testing counselling team patient relatives e.g. result unclear (see below), see; therefore: however".split(
    " ",
  );

export function randomWords(random: Random, most = 14): string {
  const words: string[] = [];
  const count = 1 + random(most);
  for (let at = 0; at < count; at += 1) {
    const special = random(10);
    if (special === 0) words.push(oneOf(random, quantities));
    else if (special === 1) words.push(oneOf(random, genes));
    else if (special === 2) words.push(oneOf(random, drugs));
    else if (special === 3 && random(2) === 0)
      words.push(oneOf(random, variants));
    else words.push(oneOf(random, plain));
    if (random(9) === 0) words.push(`${words.pop()}.`);
  }
  return words.join(" ");
}

export function randomInline(random: Random): AnyNode {
  switch (random(12)) {
    case 0:
      return {
        type: "citation",
        attrs: { scheme: "pmid", id: String(1 + random(9_999)), label: "" },
      };
    case 1:
      return {
        type: "gene",
        attrs: { symbol: oneOf(random, genes), hgncId: null },
      };
    case 2:
      return {
        type: "variant",
        attrs: { hgvs: "c.215C>G", gene: oneOf(random, ["TP53", null]) },
      };
    case 3:
      return {
        type: "therapy",
        attrs: { name: oneOf(random, drugs), code: null },
      };
    case 4:
      return {
        type: "fusion",
        attrs: { fivePrime: oneOf(random, ["CD74", "?"]), threePrime: "ROS1" },
      };
    case 5:
      return { type: "hardBreak" };
    default: {
      const text = ` ${randomWords(random)} `;
      const marks = oneOf(random, [
        [],
        [],
        [],
        [{ type: "bold" as const }],
        [{ type: "italic" as const }],
        [{ type: "superscript" as const }],
        [{ type: "link" as const, attrs: { href: "https://example.org/" } }],
      ]);
      return { type: "text", text, ...(marks.length > 0 && { marks }) };
    }
  }
}

function inlines(random: Random): AnyNode[] {
  return times(random, 0, 5, () => randomInline(random));
}

function randomParagraph(random: Random): AnyNode {
  return { type: "paragraph", content: inlines(random) };
}

function heading(random: Random): AnyNode {
  return {
    type: "heading",
    attrs: { level: oneOf(random, [2, 3]) },
    content: inlines(random),
  };
}

export function randomItem(random: Random): AnyNode {
  const more =
    random(5) === 0
      ? [list(random)]
      : random(6) === 0
        ? [randomParagraph(random)]
        : [];
  return { type: "listItem", content: [randomParagraph(random), ...more] };
}

function list(random: Random): AnyNode {
  const content = times(random, 1, 4, () => randomItem(random));
  return random(2) === 0
    ? { type: "bulletList", content }
    : { type: "orderedList", attrs: { start: 1 + random(3) }, content };
}

export function randomCell(random: Random, type: AnyNode["type"]): AnyNode {
  return {
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [
      {
        type: "paragraph",
        content: [{ type: "text", text: randomWords(random, 5) }],
      },
    ],
  };
}

export function randomRow(random: Random, width: number): AnyNode {
  return {
    type: "tableRow",
    content: Array.from({ length: width }, () =>
      randomCell(random, "tableCell"),
    ),
  };
}

function table(random: Random): AnyNode {
  const width = 1 + random(4);
  const head = {
    type: "tableRow" as const,
    content: Array.from({ length: width }, () =>
      randomCell(random, "tableHeader"),
    ),
  };
  return {
    type: "table",
    attrs: { caption: randomWords(random, 4) },
    content: [head, ...times(random, 0, 4, () => randomRow(random, width))],
  };
}

function prose(random: Random): AnyNode {
  const which = random(8);
  if (which === 0) return list(random);
  if (which === 1)
    return {
      type: "blockquote",
      content: times(random, 1, 2, () => randomParagraph(random)),
    };
  return randomParagraph(random);
}

function inner(random: Random): AnyNode {
  const which = random(8);
  if (which === 0) return heading(random);
  return which === 1 ? table(random) : prose(random);
}

/** Any block a page may hold. */
export function randomBlock(random: Random): AnyNode {
  const inside = () => times(random, 1, 3, () => inner(random));
  switch (random(20)) {
    case 0:
      return {
        type: oneOf(random, [
          "keyMessage",
          "whatToDo",
          "questionsToAsk",
          "callout",
          "disclaimer",
        ] as const),
        content: inside(),
      };
    case 1:
      return {
        type: "clinicalScenario",
        attrs: { basis: oneOf(random, ["fictional", "consent", "unstated"]) },
        content: inside(),
      };
    case 2:
      return {
        type: "faqItem",
        content: [
          { type: "faqQuestion", content: inlines(random) },
          { type: "faqAnswer", content: inside() },
        ],
      };
    case 3:
      return {
        type: "timelineEntry",
        attrs: { when: oneOf(random, ["", "2018", "2018-01"]) },
        content: inside(),
      };
    case 4:
      return {
        type: "figure",
        attrs: {
          file: null,
          alt: randomWords(random, 5),
          isDecorative: false,
          credit: "",
          licence: "",
          width: null,
          height: null,
        },
        content: inlines(random),
      };
    case 5:
      return {
        type: "reusable",
        attrs: {
          component: "general",
          version: 1 + random(3),
          kind: "ai_notice",
        },
        content: inside(),
      };
    case 6:
      return {
        type: "resourceList",
        content: times(random, 1, 3, () => ({
          type: "resource" as const,
          attrs: { title: randomWords(random, 5), url: "", publisher: "WHO" },
        })),
      };
    case 7:
      return {
        type: "sourceGuidelines",
        content: times(random, 1, 3, () => ({
          type: "guideline" as const,
          attrs: {
            organisation: "NICE",
            title: randomWords(random, 5),
            version: "",
            date: "2018",
            url: "",
          },
        })),
      };
    case 8:
    case 9:
      return table(random);
    case 10:
    case 11:
      return list(random);
    case 12:
    case 13:
      return heading(random);
    default:
      return inner(random);
  }
}

/** A page of a dozen blocks or so, each with an id. */
export function randomPage(random: Random): Body {
  const blocks = times(random, 2, 12, () => randomBlock(random));
  return valid(
    blocks.map((block, index) => ({
      ...block,
      attrs: { ...block.attrs, id: `b${index}` },
    })),
  );
}

/** The blocks in stored form. Throws when a page may not hold them. */
export function valid(blocks: readonly AnyNode[]): Body {
  const body = ifValid(blocks);
  if (body === null) throw new Error("a page may not hold these blocks");
  return body;
}

/** The blocks in stored form, or null when a page may not hold them. */
export function ifValid(blocks: readonly unknown[]): Body | null {
  const read = parseBody({ type: "doc", content: blocks });
  return read.ok ? read.content : null;
}

function times<T>(
  random: Random,
  least: number,
  most: number,
  make: () => T,
): T[] {
  return Array.from({ length: least + random(most - least + 1) }, make);
}
