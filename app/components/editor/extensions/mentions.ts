import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as ContentNode } from "@tiptap/pm/model";
import { fusionName } from "~/content/entry-words";
import { keepAttributes, readKept } from "./kept-attributes";

/** A change of a gene, in upright fixed type; its gene goes with the title. */
export const VariantNode = mention("variant", ({ attrs }, kept) => {
  const gene = attrs.gene ? { title: `Variant of ${String(attrs.gene)}` } : {};
  const drawn = { ...kept, class: "variant", translate: "no", ...gene };
  return ["span", drawn, String(attrs.hgvs)];
});

/** Two genes joined by the sign that HGNC recommends: BCR::ABL1. */
export const FusionNode = mention("fusion", ({ attrs }, kept) => [
  "span",
  { ...kept, class: "fusion", translate: "no" },
  partner(String(attrs.fivePrime)),
  "::",
  partner(String(attrs.threePrime)),
]);

export const TherapyNode = mention("therapy", ({ attrs }, kept) => {
  const code = attrs.code ? { title: String(attrs.code) } : {};
  return ["span", { ...kept, class: "therapy", ...code }, String(attrs.name)];
});

/** Symbols are in italics, the colons between them are not. */
function partner(symbol: string): string | DOMOutputSpec {
  return symbol === "?" ? "?" : ["i", { class: "fusion-partner" }, symbol];
}

function mention(
  name: "variant" | "fusion" | "therapy",
  draw: (node: ContentNode, kept: Record<string, string>) => DOMOutputSpec,
) {
  return Node.create({
    name,
    priority: 200,
    parseHTML: () => [
      {
        tag: `[data-node="${name}"]`,
        priority: 60,
        getAttrs: (element) => readKept(name, element),
      },
    ],
    renderHTML: ({ node }) => draw(node, keepAttributes(node)),
    renderText: ({ node }) => mentionWords(node),
  });
}

function mentionWords({ type, attrs }: ContentNode): string {
  if (type.name === "fusion")
    return fusionName({
      fivePrime: String(attrs.fivePrime),
      threePrime: String(attrs.threePrime),
    });
  return String(type.name === "variant" ? attrs.hgvs : attrs.name);
}
