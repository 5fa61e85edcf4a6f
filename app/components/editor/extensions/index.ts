import type { Extensions } from "@tiptap/core";
import {
  Dropcursor,
  Gapcursor,
  Placeholder,
  UndoRedo,
} from "@tiptap/extensions";
import { BlockIds } from "./block-ids";
import { CitationNode, GeneNode } from "./citation-and-gene";
import { CleanPaste } from "./clean-paste";
import { Keyboard, type KeyboardOptions } from "./keyboard";
import { listNodes } from "./lists";
import { Bold, Italic, Link, Subscript, Superscript } from "./marks";
import { FusionNode, TherapyNode, VariantNode } from "./named-things";
import {
  FigureNode,
  ReusableNode,
  TimelineEntry,
  entryLists,
} from "./page-blocks";
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

/**
 * Everything the editor can do. One extension for each node and mark of
 * `contentSchemaSpec`, which Tiptap demands, and the behaviour round them.
 */
export function editorExtensions(keys: KeyboardOptions): Extensions {
  return [
    ...[Doc, Text, Paragraph, Heading, Blockquote, HardBreak],
    ...listNodes,
    ...tableNodes,
    ...wrappers,
    ...[FaqItem, FaqQuestion, FaqAnswer],
    ...[TimelineEntry, FigureNode, ReusableNode, ...entryLists],
    ...[CitationNode, GeneNode, VariantNode, FusionNode, TherapyNode],
    ...[Link, Bold, Italic, Superscript, Subscript],
    ...[BlockIds, CleanPaste, UndoRedo, Dropcursor, Gapcursor],
    Keyboard.configure(keys),
    Placeholder.configure({ placeholder: placeholderOf }),
  ];
}

function placeholderOf({ node }: { node: { type: { name: string } } }): string {
  if (node.type.name === "heading") return "Heading";
  return node.type.name === "faqQuestion" ? "The question" : "Write here";
}
