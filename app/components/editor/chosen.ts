import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection } from "@tiptap/pm/state";
import type { DialogName } from "./tools";

/** Parts that are changed in a dialog, by the name of their node. */
const dialogs: Record<string, DialogName> = {
  citation: "citation",
  gene: "gene",
  variant: "variant",
  fusion: "fusion",
  therapy: "therapy",
  figure: "figure",
  reusable: "reusable",
  resource: "resource",
  guideline: "guideline",
};

/** The dialog in which a part that is chosen whole can be changed. */
export function dialogOf(node: Node): DialogName | null {
  return dialogs[node.type.name] ?? null;
}

/** The part of this kind that is chosen whole, or round the cursor. */
export function chosenNode(
  editor: Editor,
  name: string,
): { node: Node; at: number } | null {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.type.name === name)
    return { node: selection.node, at: selection.from };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === name)
      return { node: $from.node(depth), at: $from.before(depth) };
  return null;
}
