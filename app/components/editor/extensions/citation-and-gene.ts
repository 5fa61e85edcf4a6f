import { Node } from "@tiptap/core";
import { symbolRule } from "~/content/attribute-rules";
import { citationId, citationName } from "~/content/citation-ids";
import { citationSchemes } from "~/content/page-content";

/** A source, drawn by its identifier; numbers are worked out for readers. */
export const CitationNode = Node.create({
  name: "citation",
  addAttributes: () => ({
    scheme: { rendered: false },
    id: { rendered: false },
    label: { rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "span.citation-chip[data-scheme]",
      getAttrs: (element) => {
        const scheme = citationSchemes.find(
          (known) => known === element.dataset.scheme,
        );
        if (!scheme) return false;
        const id = citationId(scheme, element.dataset.source ?? "");
        const label = (element.getAttribute("title") ?? "").slice(0, 500);
        return id === null ? false : { scheme, id, label };
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { scheme, id, label } = node.attrs;
    const name = citationName({ scheme, id, label });
    const title = label ? { title: label } : {};
    const data = { "data-scheme": scheme, "data-source": id };
    return ["span", { class: "citation-chip", ...data, ...title }, name];
  },
  renderText: ({ node }) => {
    const { scheme, id, label } = node.attrs;
    return ` [${citationName({ scheme, id, label })}]`;
  },
});

/** An approved symbol, always in italics and never translated. */
export const GeneNode = Node.create({
  name: "gene",
  priority: 200,
  addAttributes: () => ({
    symbol: { rendered: false },
    hgncId: { rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "i.gene",
      priority: 60,
      getAttrs: (element) => {
        const symbol = symbolRule.read(element.textContent?.trim(), {});
        const hgncId = element.dataset.hgncId ?? null;
        return symbol === undefined ? false : { symbol, hgncId };
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { symbol, hgncId } = node.attrs;
    const code = hgncId ? { "data-hgnc-id": hgncId } : {};
    return ["i", { class: "gene", translate: "no", ...code }, symbol];
  },
  renderText: ({ node }) => String(node.attrs.symbol),
});
