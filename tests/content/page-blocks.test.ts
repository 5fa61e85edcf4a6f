import { describe, expect, test } from "vitest";
import { contentSha256 } from "~/content/content-hash.server";
import { figureFolders } from "~/content/figure-folders";
import { harmsOfChange } from "~/content/harmless-change";
import type {
  Block,
  Figure,
  Guideline,
  Inline,
  Resource,
} from "~/content/page-content";
import { parseBody, parsePageContent } from "~/content/parse-page-content";
import { blockTexts } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import { paragraph, plainContent } from "./random-content";

const file = "0123456789abcdef".repeat(4);
const problemsOf = (...content: unknown[]) => {
  const result = parseBody({ type: "doc", content });
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const words = (text: string): Inline[] => [{ type: "text", text }];
const say = (text: string): Block => ({
  type: "paragraph",
  content: words(text),
});
const saying = (...content: Inline[]) =>
  plainContent([{ type: "paragraph", attrs: { id: "one" }, content }]);
const inner = (...blocks: Block[]): string =>
  renderHtml(plainContent(blocks)).replace(/^<div[^>]*>|<\/div>$/g, "");

const figure = (attrs: Partial<Figure["attrs"]> = {}): Figure => ({
  type: "figure",
  attrs: {
    id: "fig",
    file,
    alt: "A band drawn over chromosome 6",
    isDecorative: false,
    credit: "A. Example",
    licence: "CC BY 4.0",
    width: 800,
    height: 600,
    ...attrs,
  },
  content: words("Where ROS1 lies"),
});
const guideline = (attrs: Partial<Guideline["attrs"]> = {}): Guideline => ({
  type: "guideline",
  attrs: {
    organisation: "An institute",
    title: "Testing lung cancer",
    version: "2",
    date: "2018-01",
    url: "https://example.org/guideline",
    ...attrs,
  },
});
const resource = (attrs: Partial<Resource["attrs"]> = {}): Resource => ({
  type: "resource",
  attrs: {
    title: "A leaflet",
    url: "https://example.org/leaflet",
    publisher: "A charity",
    ...attrs,
  },
});

test("content stored before these blocks existed reads and hashes as before", () => {
  const content = plainContent([paragraph("abc", "Words")]);
  expect(parsePageContent(content)).toEqual({ ok: true, content, cleaned: [] });
  expect(contentSha256(content)).toBe(
    "049df9224a1dc50c468406726af8a3e980b09266b14ea564a9f5a114f368f4c6",
  );
});

describe("a figure", () => {
  test("has its image, text for those who do not see it, caption, credit and licence", () => {
    expect(inner(figure())).toBe(
      `<figure class="block block-figure" id="b-fig"><img src="${figureFolders.staff}${file}" alt="A band drawn over chromosome 6" width="800" height="600" loading="lazy" decoding="async"><figcaption><span class="figure-caption">Where ROS1 lies</span> <span class="figure-rights">Credit: A. Example. Licence: CC BY 4.0.</span></figcaption></figure>`,
    );
  });

  test("is served to readers from their own address", () => {
    const html = renderHtml(plainContent([figure()]), { figures: "readers" });
    expect(html).toContain(`src="/figures/${file}"`);
  });

  test("says nothing aloud when it is decorative, and says when it has no image", () => {
    expect(inner(figure({ isDecorative: true }))).toContain('alt=""');
    expect(inner(figure({ file: null }))).toContain(
      '<p class="figure-none">No image has been added.</p>',
    );
  });

  test("counts its caption and alternative text among the words of the page", () => {
    expect(blockTexts(plainContent([figure()]))).toEqual([
      {
        id: "fig",
        type: "figure",
        text: "Where ROS1 lies\nA band drawn over chromosome 6",
      },
    ]);
  });

  test.each([
    ["a file by its name", { file: "gene.png" }],
    ["a file in capitals", { file: file.toUpperCase() }],
    ["a width of nothing", { width: 0 }],
    ["a height in words", { height: "600" }],
    ["decorative in words", { isDecorative: "yes" }],
    ["an alternative text without end", { alt: "x".repeat(1_001) }],
  ])("is refused with %s", (_, attrs) => {
    const changed = { ...figure(), attrs: { ...figure().attrs, ...attrs } };
    expect(problemsOf(changed)).toEqual(["wrong_value"]);
  });
});

describe("a timeline entry", () => {
  const entry = (when: unknown) => ({
    type: "timelineEntry",
    attrs: { id: "then", when },
    content: [say("Licensed.")],
  });

  test.each([
    ["2018", "2018"],
    ["2018-01", "January 2018"],
    ["2018-01-04", "4 January 2018"],
  ])("of %s is as precise as it was given", (when, shown) => {
    const result = parseBody({ type: "doc", content: [entry(when)] });
    if (!result.ok) throw new Error("refused");
    expect(inner(...result.content.content)).toBe(
      `<section class="block block-timeline-entry" id="b-then" role="group" aria-label="${shown}"><p class="block-label"><time datetime="${when}">${shown}</time></p><p>Licensed.</p></section>`,
    );
    expect(blockTexts(plainContent(result.content.content))[0]?.text).toBe(
      `${shown}\nLicensed.`,
    );
  });

  test("may wait for its date, and says so", () => {
    const result = parseBody({ type: "doc", content: [entry("")] });
    if (!result.ok) throw new Error("refused");
    expect(inner(...result.content.content)).toContain("Date not given");
  });

  test.each([
    "18",
    "January 2018",
    "2018-13",
    "2018-02-30",
    "04/01/2018",
    null,
  ])("is refused with the date %j", (when) => {
    expect(problemsOf(entry(when))).toEqual(["wrong_value"]);
  });
});

describe("resources and guidelines", () => {
  test("are lists with links and what is known of each", () => {
    expect(
      inner(
        {
          type: "resourceList",
          attrs: { id: "res" },
          content: [resource(), resource({ url: "", publisher: "" })],
        },
        {
          type: "sourceGuidelines",
          attrs: { id: "src" },
          content: [guideline()],
        },
      ),
    ).toBe(
      '<section class="block block-resource-list" id="b-res" role="group" aria-label="Resources"><p class="block-label">Resources</p><ul class="entries"><li><a href="https://example.org/leaflet">A leaflet</a> <span class="entry-more">A charity</span></li><li>A leaflet</li></ul></section>' +
        '<section class="block block-source-guidelines" id="b-src" role="group" aria-label="Source guidelines"><p class="block-label">Source guidelines</p><ul class="entries"><li>An institute. <cite><a href="https://example.org/guideline">Testing lung cancer</a></cite> <span class="entry-more">version 2, January 2018</span></li></ul></section>',
    );
  });

  test("say their fields as the words of the page", () => {
    const content = plainContent([
      {
        type: "sourceGuidelines",
        attrs: { id: "src" },
        content: [guideline()],
      },
      { type: "resourceList", attrs: { id: "res" }, content: [resource()] },
    ]);
    expect(blockTexts(content).map(({ text }) => text)).toEqual([
      "An institute, Testing lung cancer, version 2, January 2018",
      "A leaflet, A charity",
    ]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@example.org",
    "/pages/x",
  ])("are refused with the address %s", (url) => {
    const list = { type: "resourceList", content: [resource({ url })] };
    expect(problemsOf(list)).toEqual(["link_not_allowed"]);
  });

  test("are refused when empty, with words inside, or anything else in them", () => {
    expect(problemsOf({ type: "resourceList" })).toEqual(["missing"]);
    expect(
      problemsOf({
        type: "resourceList",
        content: [{ ...resource(), content: [say("x")] }],
      }),
    ).toEqual(["not_allowed_here"]);
    expect(
      problemsOf({ type: "sourceGuidelines", content: [resource()] }),
    ).toEqual(["not_allowed_here"]);
  });
});

describe("a reusable text", () => {
  const reusable = (attrs: Record<string, unknown> = {}) => ({
    type: "reusable",
    attrs: {
      id: "use",
      component: "general-disclaimer",
      version: 3,
      kind: "disclaimer",
      ...attrs,
    },
    content: [say("Not medical advice.")],
  });

  test("shows its words under the name of its kind", () => {
    const result = parseBody({ type: "doc", content: [reusable()] });
    if (!result.ok) throw new Error("refused");
    expect(inner(...result.content.content)).toBe(
      '<section class="block block-reusable" id="b-use" role="group" aria-label="Disclaimer"><p class="block-label">Disclaimer</p><p>Not medical advice.</p></section>',
    );
    const notice = parseBody({
      type: "doc",
      content: [reusable({ kind: "ai_notice" })],
    });
    expect(notice.ok && inner(...notice.content.content)).toContain(
      "How AI was used",
    );
  });

  test.each([
    ["no component", { component: undefined }, "missing"],
    ["a path for a name", { component: "../x" }, "wrong_value"],
    ["version nought", { version: 0 }, "wrong_value"],
    ["a kind nobody knows", { kind: "advert" }, "wrong_value"],
  ])("is refused with %s", (_, attrs, code) => {
    expect(problemsOf(reusable(attrs))).toEqual([code]);
  });
});

describe("variants, fusions and treatments", () => {
  const variant: Inline = {
    type: "variant",
    attrs: { hgvs: "p.Gly2032Arg", gene: "ROS1" },
  };
  const fusion: Inline = {
    type: "fusion",
    attrs: { fivePrime: "CD74", threePrime: "ROS1" },
  };
  const therapy: Inline = {
    type: "therapy",
    attrs: { name: "repotrectinib", code: "NCIT:C132296" },
  };

  test("show as HGVS and HGNC write them: symbols in italics, names upright", () => {
    expect(inner(...saying(variant, fusion, therapy).body.content)).toBe(
      '<p id="b-one"><span class="variant" translate="no">p.Gly2032Arg</span><span class="fusion" translate="no"><i class="gene">CD74</i>::<i class="gene">ROS1</i></span><span class="therapy" data-code="NCIT:C132296">repotrectinib</span></p>',
    );
  });

  test("are words of the page", () => {
    const [block] = blockTexts(saying(variant, ...words(" in "), fusion));
    expect(block?.text).toBe("p.Gly2032Arg in CD74::ROS1");
  });

  test.each([
    ["variant", { hgvs: "G2032R", gene: null }],
    ["variant", { hgvs: "p.Gly2032Arg", gene: "the gene" }],
    ["fusion", { fivePrime: "CD74-ROS1", threePrime: "x y" }],
    ["therapy", { name: " ", code: null }],
    ["therapy", { name: "crizotinib", code: "C74061" }],
  ])("%s %j is refused", (type, attrs) => {
    expect(
      problemsOf({ type: "paragraph", content: [{ type, attrs }] }),
    ).toEqual(["wrong_value"]);
  });

  test("a fusion may lack one partner, never both", () => {
    const of = (fivePrime: string, threePrime: string) =>
      problemsOf({
        type: "paragraph",
        content: [{ type: "fusion", attrs: { fivePrime, threePrime } }],
      });
    expect(of("?", "ALK")).toEqual([]);
    expect(of("?", "?")).toEqual(["wrong_value", "wrong_value"]);
  });

  test.each([
    ["variant", variant, { ...variant.attrs, hgvs: "p.Gly2032Ser" }],
    ["gene", fusion, { ...fusion.attrs, fivePrime: "EZR" }],
    ["drug", therapy, { ...therapy.attrs, name: "crizotinib" }],
  ])("a change of one is never harmless (T14): %s", (kind, before, attrs) => {
    // The attributes are those of the same kind of node.
    const after = { ...before, attrs } as Inline;
    const kinds = harmsOfChange(saying(before), saying(after)).map(
      (harm) => harm.kind,
    );
    expect(kinds).toEqual([kind]);
  });
});
