import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { blockLabels } from "~/content/block-labels";
import type { ScenarioBasis } from "~/content/page-content";
import type { Choice } from "./tools";

const wrapperNames = [
  "keyMessage",
  "whatToDo",
  "questionsToAsk",
  "callout",
  "disclaimer",
  "clinicalScenario",
] as const;
type WrapperName = (typeof wrapperNames)[number];

const bases: { basis: ScenarioBasis; label: string }[] = [
  { basis: "fictional", label: "Clinical scenario, fictional" },
  { basis: "consent", label: "Clinical scenario, with consent on file" },
  { basis: "unstated", label: "Clinical scenario, not stated yet" },
];

/** The blocks round one or more paragraphs, and the way out of them. */
export const blockChoices: Choice[] = [
  ...(
    [
      "keyMessage",
      "whatToDo",
      "questionsToAsk",
      "callout",
      "disclaimer",
    ] as const
  ).map((name) => wrapperChoice(name, blockLabels[name])),
  ...bases.map(({ basis, label }, index) => ({
    ...wrapperChoice("clinicalScenario", label, { basis }),
    name: `clinicalScenario-${basis}`,
    isFirstOfGroup: index === 0,
  })),
  {
    name: "faqItem",
    label: "Question and answer",
    kind: "act",
    isFirstOfGroup: true,
    run: insertQuestion,
    isOff: (editor) => wrapperAt(editor) !== null,
  },
  {
    name: "unwrap",
    label: "Take out of its block",
    kind: "act",
    isFirstOfGroup: true,
    run: (editor) => {
      const name = wrapperAt(editor);
      if (name === "faqItem") takeOutQuestion(editor);
      else if (name !== null) editor.chain().focus().lift(name).run();
    },
    isOff: (editor) => wrapperAt(editor) === null,
  },
];

function wrapperChoice(
  name: WrapperName,
  label: string,
  attributes: Record<string, string> = {},
): Choice {
  return {
    ...{ name, label },
    kind: "one",
    run: (editor) => {
      const current = wrapperAt(editor);
      if (current === name)
        editor.chain().focus().updateAttributes(name, attributes).run();
      else {
        const chain = editor.chain().focus();
        if (current !== null) chain.lift(current);
        chain.wrapIn(name, attributes).run();
      }
    },
    isOn: (editor) => editor.isActive(name, attributes),
    isOff: (editor) =>
      wrapperAt(editor) === "faqItem" ||
      (wrapperAt(editor) === null && !editor.can().wrapIn(name, attributes)),
  };
}

function wrapperAt(editor: Editor): WrapperName | "faqItem" | null {
  const { $from } = editor.state.selection;
  const top = $from.depth === 0 ? null : $from.node(1).type.name;
  if (top === "faqItem") return top;
  return wrapperNames.find((name) => name === top) ?? null;
}

/** After the block at the cursor; in place of an empty paragraph. */
function insertQuestion(editor: Editor): void {
  const { schema, selection } = editor.state;
  const { $from } = selection;
  const item = schema.nodes.faqItem?.createAndFill();
  if (!item) return;
  const top = $from.depth === 0 ? null : $from.node(1);
  const isEmpty = top?.type.name === "paragraph" && top.content.size === 0;
  const from = $from.depth === 0 ? selection.from : $from.before(1);
  const at = isEmpty || $from.depth === 0 ? from : $from.after(1);
  const change = editor.state.tr;
  if (isEmpty) change.replaceWith(at, $from.after(1), item);
  else change.insert(at, item);
  change.setSelection(TextSelection.near(change.doc.resolve(at + 1)));
  editor.view.dispatch(change.scrollIntoView());
  editor.view.focus();
}

/** The question becomes a subheading; the answer follows it as it is. */
function takeOutQuestion(editor: Editor): void {
  const { schema, selection } = editor.state;
  const { $from } = selection;
  const item = $from.node(1);
  const [question, answer] = [item.firstChild, item.lastChild];
  const heading = schema.nodes.heading?.create({ level: 3 }, question?.content);
  if (!heading || !answer) return;
  const change = editor.state.tr;
  const at = $from.before(1);
  change.replaceWith(at, $from.after(1), [heading, ...answer.children]);
  change.setSelection(TextSelection.near(change.doc.resolve(at + 1)));
  editor.view.dispatch(change.scrollIntoView());
  editor.view.focus();
}
