import type { Extensions } from "@tiptap/core";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import type { PageKind } from "~/domain/words";
import type { Suggestions } from "../suggestions";
import { BlockIds } from "./block-ids";
import { Bounds, type BoundsOptions } from "./bounds";
import { CitationNode, GeneNode } from "./citation-and-gene";
import { entryNodes } from "./entries";
import { FigureNode } from "./figure";
import { Hints } from "./hints";
import { Keyboard, type KeyboardOptions } from "./keyboard";
import { listNodes } from "./lists";
import { Bold, Italic, Link, Subscript, Superscript } from "./marks";
import { FusionNode, TherapyNode, VariantNode } from "./mentions";
import { Paste, type PasteOptions } from "./paste";
import { Suggest } from "./suggest";
import { tableNodes } from "./table";
import {
  Blockquote,
  Doc,
  HardBreak,
  Heading,
  Paragraph,
  Text,
} from "./text-nodes";
import { FaqAnswer, FaqItem, FaqQuestion, wrappers } from "./wrappers";

export type EditorDoings = KeyboardOptions &
  BoundsOptions &
  PasteOptions & {
    suggestions: Suggestions | null;
    hasPeople: boolean;
    kind: PageKind;
  };

/**
 * Everything the editor can do. One extension for each node and mark of
 * `contentSchemaSpec`, which Tiptap demands, and the behaviour round them.
 */
export function editorExtensions(doings: EditorDoings): Extensions {
  const { suggestions, hasPeople, kind, ...others } = doings;
  return [
    ...[Doc, Text, Paragraph, Heading, Blockquote, HardBreak],
    ...listNodes,
    ...tableNodes,
    ...wrappers,
    ...[FaqItem, FaqQuestion, FaqAnswer],
    ...[FigureNode, ...entryNodes],
    ...[CitationNode, GeneNode, VariantNode, FusionNode, TherapyNode],
    ...[Link, Bold, Italic, Superscript, Subscript],
    ...[BlockIds, UndoRedo, Dropcursor, Gapcursor],
    Keyboard.configure(others),
    Paste.configure(others),
    Bounds.configure(others),
    Suggest.configure({ suggestions, hasPeople }),
    Hints.configure({ kind }),
  ];
}
