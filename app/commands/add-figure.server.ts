import type { Figure } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import { type Outcome, refused } from "~/domain/outcome";
import { saveDraft, type SavedDraft } from "./save-draft.server";
import { storeFigure } from "./store-figure.server";

export type FigureWords = {
  caption: string;
  alt: string;
  isDecorative: boolean;
  credit: string;
  licence: string;
};

/** Puts a figure at the end of a page's main draft, with its image and its words. */
export async function addFigure(
  sessionId: string,
  pageId: string,
  bytes: Uint8Array,
  { caption, ...words }: FigureWords,
): Promise<Outcome<SavedDraft>> {
  const draft = await findDraft(pageId, "main");
  if (!draft) return refused("not_found");
  const image = await storeFigure(sessionId, pageId, bytes);
  if (!image.ok) return image;
  const figure: Figure = {
    type: "figure",
    attrs: { id: null, ...image.value, ...words },
    ...(caption === "" ? {} : { content: [{ type: "text", text: caption }] }),
  };
  const { body } = draft.content;
  return saveDraft(sessionId, {
    pageId,
    line: "main",
    baseRevision: draft.revision,
    body: { ...body, content: [...body.content, figure] },
  });
}
