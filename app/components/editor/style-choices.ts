import type { Editor } from "@tiptap/core";
import type { Choice } from "./tools";

function headingChoice(level: 2 | 3, label: string): Choice {
  return {
    name: `heading${level}`,
    label,
    kind: "one",
    run: (editor) => editor.chain().focus().setNode("heading", { level }).run(),
    isOn: (editor) => editor.isActive("heading", { level }),
    isOff: (editor) => !editor.can().setNode("heading", { level }),
  };
}

function raisedChoice(
  name: "superscript" | "subscript",
  label: string,
): Choice {
  return {
    ...{ name, label },
    kind: "tick",
    isFirstOfGroup: name === "superscript",
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
    isOn: (editor) => editor.isActive(name),
  };
}

/** What a paragraph is: its name stands on the menu's button. */
export const styleChoices: Choice[] = [
  {
    name: "paragraph",
    label: "Body text",
    kind: "one",
    run: (editor) => editor.chain().focus().setNode("paragraph").run(),
    isOn: (editor) =>
      editor.isActive("paragraph") && !editor.isActive("blockquote"),
  },
  headingChoice(2, "Heading"),
  headingChoice(3, "Subheading"),
  {
    name: "blockquote",
    label: "Quotation",
    kind: "one",
    run: (editor) => editor.chain().focus().toggleWrap("blockquote").run(),
    isOn: (editor) => editor.isActive("blockquote"),
    isOff: (editor) =>
      !editor.isActive("blockquote") && !editor.can().toggleWrap("blockquote"),
  },
  raisedChoice("superscript", "Superscript (Ctrl+.)"),
  raisedChoice("subscript", "Subscript (Ctrl+,)"),
];

/** The name of the style at the cursor. */
export function styleName(editor: Editor): string {
  if (editor.isActive("faqQuestion")) return "Question";
  const choice = styleChoices.find(
    ({ kind, isOn }) => kind === "one" && isOn?.(editor),
  );
  return choice?.label ?? "Body text";
}
