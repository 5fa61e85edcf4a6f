import type { Editor } from "@tiptap/core";
import { redoDepth, undoDepth } from "@tiptap/pm/history";
import {
  BoldIcon,
  ItalicIcon,
  ListIcon,
  NumbersIcon,
  RedoIcon,
  UndoIcon,
  type EditorIcon,
} from "./icons";

/** The dialogs, by name; `dialogs.tsx` has them. */
export type DialogName =
  | "link"
  | "citation"
  | "comment"
  | "gene"
  | "variant"
  | "fusion"
  | "therapy"
  | "caption"
  | "timelineEntry"
  | "figure"
  | "reusable"
  | "resource"
  | "guideline";

export type Tool = {
  name: string;
  label: string;
  keys?: string;
  /** On the button in place of its label. */
  Icon?: EditorIcon;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
};

function markTool(
  name: "bold" | "italic",
  label: string,
  keys: string,
  Icon: EditorIcon,
): Tool {
  return {
    ...{ name, label, keys, Icon },
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
    isOn: (editor) => editor.isActive(name),
  };
}

export const markTools: Tool[] = [
  markTool("bold", "Bold", "Ctrl+B", BoldIcon),
  markTool("italic", "Italic", "Ctrl+I", ItalicIcon),
];

export const listTools: Tool[] = [
  listTool("bulletList", "Bullet list", "Ctrl+Shift+8", ListIcon),
  listTool("orderedList", "Numbered list", "Ctrl+Shift+7", NumbersIcon),
];

function listTool(
  name: "bulletList" | "orderedList",
  label: string,
  keys: string,
  Icon: EditorIcon,
): Tool {
  return {
    ...{ name, label, keys, Icon },
    run: (editor) => editor.chain().focus().toggleList(name, "listItem").run(),
    isOn: (editor) => editor.isActive(name),
  };
}

export const historyTools: Tool[] = [
  {
    name: "undo",
    label: "Undo",
    keys: "Ctrl+Z",
    Icon: UndoIcon,
    run: (editor) => editor.chain().focus().undo().run(),
    isOff: ({ state }) => undoDepth(state) === 0,
  },
  {
    name: "redo",
    label: "Redo",
    keys: "Ctrl+Y",
    Icon: RedoIcon,
    run: (editor) => editor.chain().focus().redo().run(),
    isOff: ({ state }) => redoDepth(state) === 0,
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
