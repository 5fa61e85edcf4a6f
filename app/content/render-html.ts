import { citationKey } from "./citation-ids";
import { element, escapeHtml } from "./escape-html";
import { figureFolders } from "./figure-folders";
import { blockIdOf, type Block, type PageContent } from "./page-content";
import { blockText } from "./plain-text";
import { references } from "./references";
import { renderBlock } from "./render-block";
import { renderReference, type CitationPlaces } from "./render-inline";

export type RenderOptions = {
  /** Blocks in whose place a fixed sentence stands; their words are left out. */
  withheld?: { blockIds: readonly string[]; sentence: string };
  /**
   * `numbered` with a list of references at the end (the default), or `named`:
   * each by its identifier and no list, as in the editor.
   */
  citations?: "numbered" | "named";
  /** Whose address images have: of the desk's people (the default) or of readers. */
  figures?: keyof typeof figureFolders;
};

const rightToLeft = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/**
 * The text of a page as HTML, without its title: for readers, the version
 * screen and the editor before it starts. Every text and attribute is escaped
 * and every link checked again; no HTML is ever stored. A top block has the
 * element id `b-` and its block id, a source `ref-` and its number.
 */
export function renderHtml(
  content: PageContent,
  options: RenderOptions = {},
): string {
  const { withheld, citations = "numbered", figures = "staff" } = options;
  const sources = references(content, withheld?.blockIds);
  const places: CitationPlaces | null =
    citations === "named"
      ? null
      : {
          numberOf: new Map(
            sources.map(({ citation, number }) => [
              citationKey(citation),
              number,
            ]),
          ),
          times: new Map(),
        };
  const blocks = content.body.content.map((block) =>
    isWithheld(block, options)
      ? withheldBlock(block, withheld?.sentence ?? "")
      : renderBlock(block, places, figureFolders[figures]),
  );
  const list = places ? referenceList(sources, places) : "";
  const [primary = ""] = content.language.split("-");
  return element(
    "div",
    {
      class: "page-text",
      lang: content.language,
      dir: rightToLeft.includes(primary) ? "rtl" : null,
    },
    `${blocks.join("")}${list}`,
  );
}

/** The headings of a page in order, for "On this page"; withheld ones left out. */
export function outline(
  content: PageContent,
  withheldBlockIds: readonly string[] = [],
): { anchor: string; level: 2 | 3; text: string }[] {
  return content.body.content.flatMap((block) => {
    const id = blockIdOf(block) ?? "";
    if (block.type !== "heading" || withheldBlockIds.includes(id)) return [];
    const text = blockText(block);
    return text ? [{ anchor: `b-${id}`, level: block.attrs.level, text }] : [];
  });
}

function isWithheld(block: Block, { withheld }: RenderOptions): boolean {
  const id = blockIdOf(block);
  return id !== null && (withheld?.blockIds.includes(id) ?? false);
}

function withheldBlock(block: Block, sentence: string): string {
  const id = `b-${blockIdOf(block)}`;
  const inner = element("p", {}, escapeHtml(sentence));
  return element("div", { class: "block block-withheld", id }, inner);
}

function referenceList(
  sources: ReturnType<typeof references>,
  { times }: CitationPlaces,
): string {
  if (sources.length === 0) return "";
  const heading = element("h2", { id: "references" }, "References");
  const entries = sources.map(({ number, citation }) =>
    renderReference(number, citation, times.get(citationKey(citation)) ?? 0),
  );
  return element(
    "section",
    { class: "references", "aria-labelledby": "references" },
    `${heading}${element("ol", {}, entries.join(""))}`,
  );
}
