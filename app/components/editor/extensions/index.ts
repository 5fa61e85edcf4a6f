import type { Extensions } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import type { PageKind } from "~/domain/words";
import { BlockIds } from "./block-ids";
import { CitationNode, GeneNode } from "./citation-and-gene";
import { Comments } from "./comments-later";
import { entryNodes } from "./entries";
import { FigureNode } from "./figure";
import { Hints } from "./hints";
import { Keyboard, type KeyboardOptions } from "./keyboard";
import { listNodes } from "./lists";
import { Bold, Italic, Link, Subscript, Superscript } from "./marks";
import { FusionNode, TherapyNode, VariantNode } from "./mentions";
import { PasteFirst, type PasteOptions } from "./paste-first";
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

export type EditorDoings = KeyboardOptions & PasteOptions & { kind: PageKind };

/**
 * Everything the editor can do. One extension for each node and mark of
 * `contentSchemaSpec`, which Tiptap demands, and the behaviour round them.
 */
export function editorExtensions(doings: EditorDoings): Extensions {
  const { kind, ...others } = doings;
  return [
    ...[Doc, Text, Paragraph, Heading, Blockquote, HardBreak],
    ...listNodes,
    ...tableNodes,
    ...wrappers,
    ...[FaqItem, FaqQuestion, FaqAnswer],
    ...[FigureNode, ...entryNodes],
    ...[CitationNode, GeneNode, VariantNode, FusionNode, TherapyNode],
    ...[Link, Bold, Italic, Superscript, Subscript],
    ...[BlockIds, Comments, UndoRedo],
    Keyboard.configure(others),
    PasteFirst.configure(others),
    Hints.configure({ kind }),
  ];
}
