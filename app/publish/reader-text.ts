import { outline } from "~/content/render-html";
import { aiSentence } from "~/wording/public-page";
import { readPublicContent, renderPublicHtml } from "./public-content";

/** What a reader's page is made of, from the document as a public view gives it. */
export function readerText(stored: string) {
  const { content, withheldBlockIds } = readPublicContent(stored);
  const verifier = content.credits.find(
    ({ personId }) => personId && personId === content.aiUse.verifierId,
  );
  return {
    html: renderPublicHtml(content, withheldBlockIds),
    sections: outline(content, withheldBlockIds)
      .filter(({ level }) => level === 2)
      .map(({ anchor, text }) => ({ id: anchor, label: text })),
    authors: content.credits,
    tags: content.tags,
    aiSentence: aiSentence({
      ...content.aiUse,
      verifier: verifier?.name ?? null,
    }),
  };
}
