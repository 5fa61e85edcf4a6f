import { createHash } from "node:crypto";
import { canonical } from "~/content/canonical";
import type { PageContent } from "~/content/page-content";
import type { DetailsSection } from "./sections";

/**
 * What a form showed, as a short mark that travels with it: a save is a
 * conflict only where somebody changed this very part meanwhile, not when the
 * text was saved.
 */
export function markOf(
  section: DetailsSection,
  content: PageContent,
  collectionId: string | null,
): string {
  const shown = canonical(shownIn[section](content, collectionId));
  return createHash("sha256").update(shown).digest("hex").slice(0, 16);
}

const shownIn = {
  about: (content, collectionId) => [
    content.title,
    content.kind,
    content.audience,
    content.language,
    content.jurisdictions,
    content.tags,
    content.changeNote,
    collectionId,
  ],
  topics: ({ topics }) => topics,
  credits: ({ credits }) => credits,
  "ai-use": ({ aiUse }) => aiUse,
} as const satisfies Record<
  DetailsSection,
  (content: PageContent, collectionId: string | null) => unknown
>;
