import type { Editor } from "@tiptap/core";
import { blockLabels } from "~/content/block-labels";
import { insertBlock } from "./insert-block";
import { insertTable } from "./table-choices";
import type { Choice, DialogName } from "./tools";

/** One thing that can be put into the text, from the slash menu or Insert. */
export type Insertion = {
  name: string;
  label: string;
  /** Said below the label. */
  hint: string;
  /** Other words by which it is found. */
  words: string;
  /** Only where no other block stands round the cursor. */
  isTopOnly?: true;
  act:
    | { is: "dialog"; dialog: DialogName }
    | { is: "run"; run: (editor: Editor) => void };
};

const wrapped = (
  name: keyof typeof blockLabels | "clinicalScenario",
  label: string,
  hint: string,
  words: string,
): Insertion => ({
  ...{ name, label, hint, words, isTopOnly: true },
  act: {
    is: "run",
    run: (editor) => editor.chain().focus().wrapIn(name).run(),
  },
});

/** What each dialog puts in, wherever it is offered. */
const dialogLabels = {
  citation: "Citation",
  gene: "Gene",
  variant: "Variant",
  fusion: "Fusion",
  therapy: "Treatment",
  timelineEntry: "Timeline entry",
  figure: "Figure",
  reusable: "Reusable text",
  resource: "Resource",
  guideline: "Source guideline",
  link: "Link",
  caption: "Caption",
} as const satisfies Record<Exclude<DialogName, "comment">, string>;

const dialog = (
  name: keyof typeof dialogLabels,
  hint: string,
  words: string,
): Insertion => ({
  ...{ name, label: dialogLabels[name], hint, words },
  act: { is: "dialog", dialog: name },
});

const run = (
  name: string,
  label: string,
  hint: string,
  words: string,
  act: (editor: Editor) => void,
): Insertion => ({
  ...{ name, label, hint, words },
  act: { is: "run", run: act },
});

/** Everything a page can hold, in the order in which it is most asked for. */
const insertions: readonly Insertion[] = [
  run("heading2", "Heading", "A section of the page", "title h2", (editor) =>
    editor.chain().focus().setNode("heading", { level: 2 }).run(),
  ),
  run(
    "heading3",
    "Subheading",
    "A part of a section",
    "heading title h3",
    (editor) => editor.chain().focus().setNode("heading", { level: 3 }).run(),
  ),
  run("bulletList", "Bullet list", "Points in any order", "ul", (editor) =>
    editor.chain().focus().toggleList("bulletList", "listItem").run(),
  ),
  run("orderedList", "Numbered list", "Steps in order", "ol", (editor) =>
    editor.chain().focus().toggleList("orderedList", "listItem").run(),
  ),
  run(
    "table",
    "Table",
    "Three rows, the first a header",
    "grid rows columns",
    insertTable,
  ),
  wrapped(
    "keyMessage",
    blockLabels.keyMessage,
    "What a reader must take away",
    "summary box",
  ),
  wrapped(
    "whatToDo",
    blockLabels.whatToDo,
    "Actions for the reader",
    "actions steps box",
  ),
  wrapped(
    "questionsToAsk",
    blockLabels.questionsToAsk,
    "For the next appointment",
    "patient box",
  ),
  wrapped("callout", blockLabels.callout, "An aside", "callout box aside"),
  wrapped(
    "clinicalScenario",
    "Clinical scenario",
    "Say under Block whether it is fictional",
    "case patient example",
  ),
  run("faqItem", "Question and answer", "Both are needed", "faq", (editor) =>
    insertNew(editor, "faqItem"),
  ),
  dialog("timelineEntry", "What happened, and when", "date history"),
  dialog("figure", "An image with its words", "image picture photo upload"),
  run("blockquote", "Quotation", "Words of somebody else", "quote", (editor) =>
    editor.chain().focus().wrapIn("blockquote").run(),
  ),
  dialog(
    "citation",
    "PMID, DOI, NCT or guideline",
    "cite source reference paper",
  ),
  dialog("gene", "By its approved symbol", "symbol hgnc"),
  dialog("variant", "Written as HGVS recommends", "mutation hgvs"),
  dialog("fusion", "Two genes, five-prime first", "rearrangement"),
  dialog("therapy", "By its generic name", "drug therapy medicine"),
  dialog("resource", "Links for the reader", "links help list"),
  dialog("guideline", "What the page rests on", "nice list sources"),
  dialog(
    "reusable",
    "A disclaimer or AI notice, approved once",
    "disclaimer ai notice component",
  ),
];

/** The menu of what has a dialog and no tool of its own; figures only for who may give an image. */
export function insertMenu(
  onDialog: (dialog: DialogName) => void,
  hasFigures: boolean,
): Choice[] {
  const wanted: (keyof typeof dialogLabels)[] = [
    ...(hasFigures ? (["figure"] as const) : []),
    ...(["timelineEntry", "resource", "guideline"] as const),
    ...(["reusable", "variant", "fusion", "therapy"] as const),
  ];
  return wanted.map((name) => ({
    name,
    label: `${dialogLabels[name]}…`,
    kind: "act",
    isFirstOfGroup: name === "variant",
    run: () => onDialog(name),
  }));
}

/**
 * Insertions that fit what was typed: by label first, then by other words.
 * Inside another block those that stand by themselves are left out, and
 * figures for who may give no image.
 */
export function fittingInsertions(
  typed: string,
  isInside: boolean,
  hasFigures: boolean,
): readonly Insertion[] {
  const wanted = typed.trim().toLowerCase();
  const possible = insertions.filter(
    ({ isTopOnly, name }) =>
      !(isInside && isTopOnly) && (hasFigures || name !== "figure"),
  );
  if (wanted === "") return possible;
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(" ")
      .some((_, index, words) =>
        words.slice(index).join(" ").startsWith(wanted),
      );
  const byLabel = possible.filter(({ label }) => begins(label));
  const byWords = possible.filter(
    (each) => !byLabel.includes(each) && begins(each.words),
  );
  return [...byLabel, ...byWords];
}

function insertNew(editor: Editor, name: string): void {
  const block = editor.schema.nodes[name]?.createAndFill();
  if (block) insertBlock(editor, block);
}
