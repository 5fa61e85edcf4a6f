import { canonicalContent } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import type { Credit, Topic } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
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
};

/** Makes a page with an empty main draft. Gives the page's id. */
export async function createPage(
  sessionId: string,
  page: NewPage,
): Promise<Outcome<string>> {
  const { slug, kind, ownerId, collectionId, ...known } = page;
  const parsed = parsePageContent(emptyContent(kind, known));
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
