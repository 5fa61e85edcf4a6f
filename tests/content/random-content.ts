import fc from "fast-check";
import { citationSchemes, type PageContent } from "~/content/page-content";

/** Words that try to break out of text, attributes and links. */
const nasty = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "</style><svg onload=alert(1)>",
  "&lt;script&gt;",
  "]]><!--",
  "a\u200bb",
  "\u202egnirts",
  "tab\tand\nline",
  "Ω ≥ 5 µg/mL · ÅÉ 東京 नमस्ते",
);
const words = fc.oneof(
  fc.string({ maxLength: 15 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  nasty,
);
const href = fc.oneof(
  fc.webUrl(),
  fc.constantFrom("mailto:desk@example.org", "HTTP://EXAMPLE.ORG/é?q=<b>"),
);
const simpleMark = fc.constantFrom("bold", "italic").map((type) => ({ type }));
const raisedMark = fc
  .constantFrom("superscript", "subscript")
  .map((type) => ({ type }));
const linkMark = href.map((address) => ({
  type: "link",
  attrs: { href: address },
}));
const marks = fc
  .tuple(
    fc.option(simpleMark, { nil: undefined }),
    fc.option(raisedMark, { nil: undefined }),
    fc.option(linkMark, { nil: undefined }),
  )
  .map((some) => some.filter((mark) => mark !== undefined));

const idOf = {
  pmid: fc.integer({ min: 1, max: 99_999_999 }).map(String),
  doi: fc
    .string({ minLength: 1, maxLength: 12 })
    .map((end) => `10.1000/A${end.replace(/[\s"'\\\p{Cc}\p{Cf}]/gu, "x")}`),
  nct: fc
    .integer({ min: 0, max: 99_999_999 })
    .map((number) => `NCT${String(number).padStart(8, "0")}`),
  guideline: words.map((text) => `Guideline ${text}`),
  url: fc.webUrl(),
};
const citation = fc.constantFrom(...citationSchemes).chain((scheme) =>
  fc.record({
    type: fc.constant("citation"),
    attrs: fc.record({
      scheme: fc.constant(scheme),
      id: idOf[scheme],
      label: words,
    }),
    marks,
  }),
);
const gene = fc.record({
  type: fc.constant("gene"),
  attrs: fc.record({
    symbol: fc.constantFrom("ROS1", "C9orf72", "HLA-DRB1", "BRCA1"),
    hgncId: fc.constantFrom(null, "HGNC:10261"),
  }),
  marks,
});
const symbol = fc.constantFrom("CD74", "ROS1", "HLA-DRB1", "C9orf72");
const variant = fc.record({
  type: fc.constant("variant"),
  attrs: fc.record({
    hgvs: fc.constantFrom(
      "p.Gly2032Arg",
      "p.(G2032R)",
      "c.6094G>A",
      "NM_000059.4:c.68-7_69del",
    ),
    gene: fc.option(symbol),
  }),
  marks,
});
const fusion = fc.record({
  type: fc.constant("fusion"),
  attrs: fc.record({
    fivePrime: fc.oneof(symbol, fc.constant("?")),
    threePrime: symbol,
  }),
  marks,
});
const therapy = fc.record({
  type: fc.constant("therapy"),
  attrs: fc.record({
    name: fc.oneof(
      fc.constantFrom("crizotinib", "<b>repotrectinib</b>"),
      nasty.filter((name) => name.trim() !== ""),
    ),
    code: fc.constantFrom(null, "NCIT:C74061"),
  }),
  marks,
});
const text = fc.record({ type: fc.constant("text"), text: words, marks });
const inlines = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) },
    { weight: 1, arbitrary: citation },
    { weight: 1, arbitrary: gene },
    { weight: 1, arbitrary: fc.oneof(variant, fusion, therapy) },
  ),
  { maxLength: 3 },
);
const few = { minLength: 1, maxLength: 2 };

const partialDate = fc.constantFrom("", "2018", "2018-01", "2018-01-04");
const address = fc.oneof(fc.constant(""), fc.webUrl());
const figure = fc.record({
  type: fc.constant("figure"),
  attrs: fc.record({
    file: fc.constantFrom(null, "0123456789abcdef".repeat(4)),
    alt: words,
    isDecorative: fc.boolean(),
    credit: words,
    licence: words,
    width: fc.option(fc.integer({ min: 1, max: 2_400 })),
    height: fc.option(fc.integer({ min: 1, max: 9_000 })),
  }),
  content: inlines,
});
const resourceList = fc
  .array(fc.record({ title: words, url: address, publisher: words }), few)
  .map((all) => ({
    type: "resourceList",
    content: all.map((attrs) => ({ type: "resource", attrs })),
  }));
const sourceGuidelines = fc
  .array(
    fc.record({
      organisation: words,
      title: words,
      version: words,
      date: partialDate,
      url: address,
    }),
    few,
  )
  .map((all) => ({
    type: "sourceGuidelines",
    content: all.map((attrs) => ({ type: "guideline", attrs })),
  }));

/** Prose, and blocks, to a given depth. */
const { block } = fc.letrec<{ prose: unknown; inner: unknown; block: unknown }>(
  (tie) => {
    const paragraph = inlines.map((content) => ({
      type: "paragraph",
      content,
    }));
    const item = fc
      .tuple(paragraph, fc.array(tie("prose"), { maxLength: 2 }))
      .map(([first, rest]) => ({
        type: "listItem",
        content: [first, ...rest],
      }));
    const items = fc.array(item, few);
    const heading = fc
      .tuple(fc.constantFrom(2, 3), inlines)
      .map(([level, content]) => ({
        type: "heading",
        attrs: { level },
        content,
      }));
    const cell = fc
      .tuple(
        fc.constantFrom("tableCell", "tableHeader"),
        fc.array(tie("prose"), few),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([type, content, colspan]) => ({
        type,
        attrs: { colspan },
        content,
      }));
    const row = fc
      .array(cell, { maxLength: 2 })
      .map((content) => ({ type: "tableRow", content }));
    const table = fc
      .tuple(words, fc.array(row, few))
      .map(([caption, content]) => ({
        type: "table",
        attrs: { caption },
        content,
      }));
    const wrapper = fc
      .tuple(
        fc.constantFrom(
          "keyMessage",
          "whatToDo",
          "questionsToAsk",
          "callout",
          "disclaimer",
          "clinicalScenario",
        ),
        fc.array(tie("inner"), few),
      )
      .map(([type, content]) => ({ type, content }));
    const faqItem = fc
      .tuple(inlines, fc.array(tie("inner"), few))
      .map(([asked, answered]) => ({
        type: "faqItem",
        content: [
          { type: "faqQuestion", content: asked },
          { type: "faqAnswer", content: answered },
        ],
      }));
    const timelineEntry = fc
      .tuple(partialDate, fc.array(tie("inner"), few))
      .map(([when, content]) => ({
        type: "timelineEntry",
        attrs: { when },
        content,
      }));
    const reusable = fc
      .tuple(
        fc.constantFrom("disclaimer", "ai_notice"),
        fc.array(tie("inner"), few),
      )
      .map(([kind, content]) => ({
        type: "reusable",
        attrs: { component: "general-disclaimer", version: 2, kind },
        content,
      }));
    return {
      prose: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        paragraph,
        items.map((content) => ({ type: "bulletList", content })),
        items.map((content) => ({
          type: "orderedList",
          attrs: { start: 3 },
          content,
        })),
        fc
          .array(tie("prose"), few)
          .map((content) => ({ type: "blockquote", content })),
      ),
      inner: fc.oneof({ depthSize: "small" }, tie("prose"), heading, table),
      block: fc.oneof(
        { weight: 3, arbitrary: tie("inner") },
        { weight: 2, arbitrary: wrapper },
        { weight: 1, arbitrary: faqItem },
        { weight: 1, arbitrary: timelineEntry },
        { weight: 1, arbitrary: reusable },
        {
          weight: 1,
          arbitrary: fc.oneof(figure, resourceList, sourceGuidelines),
        },
      ),
    };
  },
);

const randomBody = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: "doc", content }));

/** Content as a browser or an importer could send it, before any check. */
export const randomContent = fc
  .record({ title: words, tag: words, body: randomBody })
  .map(({ title, tag, body }) => ({
    ...plainContent([]),
    title,
    tags: [tag],
    body,
  }));

/** A small valid page with the given blocks. */
export function plainContent(
  blocks: PageContent["body"]["content"],
): PageContent {
  return {
    schema: 1,
    title: "ROS1-rearranged lung cancer",
    kind: "clinician_page",
    audience: "clinicians",
    language: "en-GB",
    jurisdictions: ["GB-ENG"],
    topics: [{ type: "gene", code: "HGNC:10261", label: "ROS1" }],
    tags: [],
    credits: [],
    aiUse: {
      level: "none",
      tool: null,
      usedOn: null,
      drafterId: null,
      verifierId: null,
    },
    changeNote: "",
    body: { type: "doc", content: blocks },
  };
}

/** A paragraph of plain words with an id. */
export function paragraph(
  id: string,
  text: string,
): PageContent["body"]["content"][number] {
  return {
    type: "paragraph",
    attrs: { id },
    content: [{ type: "text", text }],
  };
}
