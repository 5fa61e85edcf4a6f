import type { PageKind } from "~/domain/words";
import type { Block, Body } from "../page-content";
import { sectionsOfKinds } from "./sections-of-kinds";
import type { TemplateBlockName, TemplateSection } from "./template";

/**
 * The headings and empty blocks with which a page of a kind begins. No prompt
 * stands in it: those are shown round the text (`promptsFor`), never in it, so
 * that none can be published.
 */
export function templateBody(kind: PageKind): Body {
  const sections: readonly TemplateSection[] = sectionsOfKinds[kind];
  const content = sections.flatMap(({ heading, blocks }): Block[] => [
    ...(heading === null ? [] : [headingOf(heading)]),
    ...blocks.map(({ type }) => emptyBlock(type)),
  ]);
  return { type: "doc", content };
}

function headingOf(text: string): Block {
  return {
    type: "heading",
    attrs: { level: 2 },
    content: [{ type: "text", text }],
  };
}

function emptyBlock(type: TemplateBlockName): Block {
  if (type === "paragraph") return { type };
  if (type !== "faqItem") return { type, content: [{ type: "paragraph" }] };
  return {
    type,
    content: [
      { type: "faqQuestion" },
      { type: "faqAnswer", content: [{ type: "paragraph" }] },
    ],
  };
}
