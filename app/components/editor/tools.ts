import type { Editor } from "@tiptap/core";
import {
  Bold,
  Italic,
  List,
  ListOrdered,
  Redo2,
  Subscript,
  Superscript,
  Undo2,
  type LucideIcon,
} from "lucide-react";

export type DialogName = "link" | "citation" | "gene" | "caption";

export type Tool = {
  name: string;
  label: string;
  keys?: string;
  Icon: LucideIcon;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
};

function markTool(
  name: "bold" | "italic" | "superscript" | "subscript",
  label: string,
  keys: string,
  Icon: LucideIcon,
): Tool {
  return {
    ...{ name, label, keys, Icon },
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
    isOn: (editor) => editor.isActive(name),
  };
}

export const markTools: Tool[] = [
  markTool("bold", "Bold", "Ctrl+B", Bold),
  markTool("italic", "Italic", "Ctrl+I", Italic),
  markTool("superscript", "Superscript", "Ctrl+.", Superscript),
  markTool("subscript", "Subscript", "Ctrl+,", Subscript),
];

export const listTools: Tool[] = [
  {
    name: "bulletList",
    label: "Bullet list",
    keys: "Ctrl+Shift+8",
    Icon: List,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  {
    name: "orderedList",
    label: "Numbered list",
    keys: "Ctrl+Shift+7",
    Icon: ListOrdered,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive("orderedList"),
  },
];

export const historyTools: Tool[] = [
  {
    name: "undo",
    label: "Undo",
    keys: "Ctrl+Z",
    Icon: Undo2,
    run: (editor) => editor.chain().focus().undo().run(),
    isOff: (editor) => !editor.can().undo(),
  },
  {
    name: "redo",
    label: "Redo",
    keys: "Ctrl+Y",
    Icon: Redo2,
    run: (editor) => editor.chain().focus().redo().run(),
    isOff: (editor) => !editor.can().redo(),
  },
];

/** One line of a menu. */
export type Choice = {
  name: string;
  label: string;
  /** Radio and checkbox choices show whether they hold. */
  kind: "act" | "one" | "tick";
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  /** A line above it. */
  isFirstOfGroup?: boolean;
};
