import { prepareImage } from "~/lib/prepare-image.server";
import type { Block, Inner, PageContent } from "~/content/page-content";
import { chromosomePicture } from "./chromosome-picture";
import type { PagePlay } from "./page-play";
import { generalDisclaimer, pinned } from "./reusables";
import type { Stage } from "./stage";
import { heading, paragraph } from "./write";

/**
 * Gives the TP53 page what the plainer pages of the demo lack: a figure, a
 * timeline, its source guideline, places to read on and the disclaimer.
 */
export async function completeTp53(
  stage: Stage,
  play: PagePlay,
): Promise<PagePlay> {
  const figure = await storePicture(stage, play);
  return play.rewrite((content) => withParts(content, figure));
}

async function storePicture(stage: Stage, play: PagePlay): Promise<Block> {
  const answer = await prepareImage(await chromosomePicture());
  if (!answer.ok) throw new Error(`the demo's picture: ${answer.because}`);
  const { bytes, mediaType, width, height } = answer.image;
  const file = await stage.act<string>(
    play.author,
    "store_figure",
    ...[play.pageId, bytes, mediaType, width, height],
  );
  return {
    type: "figure",
    attrs: {
      file,
      alt: "Chromosome 17 drawn as a bar. A mark near the end of the short arm, about a tenth of the way along, shows the place of TP53.",
      isDecorative: false,
      credit: "Northern Genomic Medicine Centre",
      licence: "CC BY 4.0",
      ...{ width, height },
    },
    content: [
      { type: "text", text: "Chromosome 17 to scale, with the place of " },
      { type: "gene", attrs: { symbol: "TP53", hgncId: "HGNC:11998" } },
      { type: "text", text: " (GRCh38)" },
    ],
  };
}

function withParts(content: PageContent, figure: Block): PageContent {
  const [message, gene, ...rest] = content.body.content;
  if (!message || !gene) throw new Error("the demo's TP53 page is empty");
  const blocks = [
    ...[message, gene, figure, ...rest],
    heading("How it came to be known"),
    entry(
      "1969",
      paragraph(
        "Frederick Li and Joseph Fraumeni describe four families with sarcomas, breast cancer and other tumours at a young age.",
      ),
    ),
    entry(
      "1990-11",
      paragraph(
        "Inherited variants in {TP53} are found in five such families [pmid:1978757].",
      ),
    ),
    entry(
      "2020",
      paragraph(
        "A European guideline speaks of heritable {TP53}-related cancer syndromes and sets out whom to test and how to follow carriers.",
      ),
    ),
    guidelines,
    resources,
    pinned(generalDisclaimer),
  ];
  return { ...content, body: { type: "doc", content: blocks } };
}

function entry(when: string, ...content: Inner[]): Block {
  return { type: "timelineEntry", attrs: { when }, content };
}

const guidelines: Block = {
  type: "sourceGuidelines",
  content: [
    {
      type: "guideline",
      attrs: {
        organisation: "European Reference Network GENTURIS",
        title:
          "Guidelines for the Li-Fraumeni and heritable TP53-related cancer syndromes",
        ...{ version: "", date: "2020" },
        url: "https://pubmed.ncbi.nlm.nih.gov/32457520/",
      },
    },
  ],
};

const resources: Block = {
  type: "resourceList",
  content: [
    {
      type: "resource",
      attrs: {
        title: "Support for people with a TP53 variant",
        url: "https://tp53.org.uk/",
        publisher: "George Pantziarka TP53 Trust",
      },
    },
  ],
};
