import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import type { Credit, Topic } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { templateBody } from "~/content/templates/template-body";
import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Audience, PageKind } from "~/domain/words";

export type NewPage = {
  slug: string;
  title: string;
  kind: PageKind;
  audience: Audience;
  language: string;
  jurisdictions: string[];
  topics: Topic[];
  ownerId: string;
  collectionId: string | null;
  /** Whoever begins it as its author; none when an editor makes it for others. */
  credits: Credit[];
  /** The sections that pages of its kind have, still empty; else one paragraph. */
  hasSections: boolean;
};

/** Makes a page with a main draft in which nothing is written. Gives the page's id. */
export async function createPage(
  sessionId: string,
  page: NewPage,
): Promise<Outcome<string>> {
  const { slug, kind, ownerId, collectionId, hasSections, ...known } = page;
  const empty = emptyContent(kind, known);
  const parsed = parsePageContent(
    hasSections ? giveBlockIds({ ...empty, body: templateBody(kind) }) : empty,
  );
  if (!parsed.ok) return refused("invalid_content");
  const created = await runAct<string>(appPool(), "create_page", [
    sessionId,
    slug,
    kind,
    ownerId,
    collectionId,
    canonicalContent(parsed.content),
  ]);
  return created.ok ? done(created.value) : created;
}
