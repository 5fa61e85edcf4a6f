import { citationHref, citationKey, citationName } from "./citation-ids";
import { element, escapeHtml } from "./escape-html";
import { parseLink } from "./links";
import type { Citation, Inline, Mark } from "./page-content";

/**
 * How citations appear: as numbers that lead to the references, counting each
 * place for the way back, or by name where there is no list of references.
 */
export type CitationPlaces = {
  numberOf: Map<string, number>;
  times: Map<string, number>;
};

const tagOf = {
  bold: "strong",
  italic: "em",
  superscript: "sup",
  subscript: "sub",
} as const;

/** Inline content as HTML; neighbours with the same link are one link. */
export function renderInlines(
  inlines: readonly Inline[],
  places: CitationPlaces | null,
): string {
  let html = "";
  for (let start = 0; start < inlines.length;) {
    const href = linkOf(inlines[start]);
    let end = start + 1;
    while (end < inlines.length && linkOf(inlines[end]) === href) end += 1;
    const inner = inlines
      .slice(start, end)
      .map((inline, index) =>
        renderInline(inline, inlines[start + index - 1], places),
      )
      .join("");
    html += href === null ? inner : element("a", { href }, inner);
    start = end;
  }
  return html;
}

/** Null too where a link may not stand: a citation is a link of its own. */
function linkOf(inline: Inline | undefined): string | null {
  if (inline === undefined || inline.type === "citation") return null;
  for (const mark of inline.marks ?? [])
    if (mark.type === "link") return parseLink(mark.attrs.href);
  return null;
}

function renderInline(
  inline: Inline,
  before: Inline | undefined,
  places: CitationPlaces | null,
): string {
  switch (inline.type) {
    case "text":
      return marked(escapeHtml(inline.text), inline.marks);
    case "hardBreak":
      return "<br>";
    case "gene": {
      const { symbol, hgncId } = inline.attrs;
      const gene = { class: "gene", translate: "no", "data-hgnc-id": hgncId };
      return marked(element("i", gene, escapeHtml(symbol)), inline.marks);
    }
    case "variant": {
      const variant = { class: "variant", translate: "no" };
      const name = escapeHtml(inline.attrs.hgvs);
      return marked(element("span", variant, name), inline.marks);
    }
    case "fusion": {
      const { fivePrime, threePrime } = inline.attrs;
      const html = `${partner(fivePrime)}::${partner(threePrime)}`;
      const fusion = { class: "fusion", translate: "no" };
      return marked(element("span", fusion, html), inline.marks);
    }
    case "therapy": {
      const { name, code } = inline.attrs;
      const therapy = { class: "therapy", "data-code": code };
      return marked(element("span", therapy, escapeHtml(name)), inline.marks);
    }
    case "citation":
      return places === null
        ? namedCitation(inline.attrs)
        : numberedCitation(inline.attrs, before?.type === "citation", places);
  }
}

/** Symbols are in italics, the colons between them are not. */
function partner(symbol: string): string {
  return symbol === "?"
    ? "?"
    : element("i", { class: "gene" }, escapeHtml(symbol));
}

function marked(html: string, marks: readonly Mark[] = []): string {
  return marks.reduceRight(
    (inner, mark) =>
      mark.type === "link" ? inner : element(tagOf[mark.type], {}, inner),
    html,
  );
}

function namedCitation(citation: Citation): string {
  const name = citationName(citation);
  return element(
    "span",
    { class: "citation-chip", title: citation.label || null },
    escapeHtml(name),
  );
}

function numberedCitation(
  citation: Citation,
  isAfterAnother: boolean,
  places: CitationPlaces,
): string {
  const key = citationKey(citation);
  const number = places.numberOf.get(key);
  if (number === undefined) return "";
  const time = (places.times.get(key) ?? 0) + 1;
  places.times.set(key, time);
  const link = element(
    "a",
    {
      class: "citation",
      id: `cite-${number}-${time}`,
      href: `#ref-${number}`,
      "aria-label": `Reference ${number}`,
    },
    String(number),
  );
  return element("sup", {}, `${isAfterAnother ? "," : ""}${link}`);
}

/** One entry of the list of references, with the ways back to the text. */
export function renderReference(
  number: number,
  citation: Citation,
  times: number,
): string {
  const href = citationHref(citation);
  const name = escapeHtml(citationName(citation));
  const source = href === null ? name : element("a", { href }, name);
  const label = citation.label ? `${escapeHtml(citation.label)} ` : "";
  const back = Array.from({ length: times }, (_, index) =>
    element(
      "a",
      {
        class: "back-link",
        href: `#cite-${number}-${index + 1}`,
        "aria-label":
          times === 1
            ? `Back to the text at reference ${number}`
            : `Back to the text at reference ${number}, place ${index + 1} of ${times}`,
      },
      "↩",
    ),
  ).join(" ");
  return element("li", { id: `ref-${number}` }, `${label}${source} ${back}`);
}
