import { Node } from "@tiptap/core";
import { symbolRule, therapyCodeRule } from "~/content/attribute-rules";
import { fusionName } from "~/content/entry-words";
import { isHgvs } from "~/content/hgvs";

/** A variant in HGVS form, upright and never translated. */
export const VariantNode = Node.create({
  name: "variant",
  addAttributes: () => ({
    hgvs: { rendered: false },
    gene: { rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span.variant",
      getAttrs: (element) => {
        const hgvs = element.textContent?.trim() ?? "";
        const gene = symbolRule.read(element.dataset.gene, {}) ?? null;
        return isHgvs(hgvs) ? { hgvs, gene } : false;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { hgvs, gene } = node.attrs;
    const told = gene ? { "data-gene": gene } : {};
    return ["span", { class: "variant", translate: "no", ...told }, hgvs];
  },
  renderText: ({ node }) => String(node.attrs.hgvs),
});

/** Two symbols in italics with colons between them. */
export const FusionNode = Node.create({
  name: "fusion",
  priority: 210,
  addAttributes: () => ({
    fivePrime: { rendered: false },
    threePrime: { rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span.fusion",
      priority: 70,
      getAttrs: (element) => {
        const [fivePrime, threePrime, more] = (element.textContent ?? "").split(
          "::",
        );
        const isFusion =
          more === undefined &&
          [fivePrime, threePrime].every(
            (symbol) => symbol === "?" || symbolRule.read(symbol, {}),
          );
        return isFusion ? { fivePrime, threePrime } : false;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { fivePrime, threePrime } = node.attrs;
    const partner = (symbol: string) => ["i", { class: "gene" }, symbol];
    return [
      "span",
      { class: "fusion", translate: "no" },
      partner(fivePrime),
      "::",
      partner(threePrime),
    ];
  },
  renderText: ({ node }) => {
    const { fivePrime, threePrime } = node.attrs;
    return fusionName({ fivePrime, threePrime });
  },
});

/** A treatment by its generic name. */
export const TherapyNode = Node.create({
  name: "therapy",
  addAttributes: () => ({
    name: { rendered: false },
    code: { rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span.therapy",
      getAttrs: (element) => {
        const name = element.textContent?.trim().slice(0, 100) ?? "";
        const code =
          therapyCodeRule.read(element.dataset.code ?? null, {}) ?? null;
        return name === "" ? false : { name, code };
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { name, code } = node.attrs;
    const coded = code ? { "data-code": code } : {};
    return ["span", { class: "therapy", ...coded }, name];
  },
  renderText: ({ node }) => String(node.attrs.name),
});
