import { isAskedOnDraft } from "~/data/draft-readers.server";
import { type Draft, findDraft } from "~/data/drafts.server";
import { type PageAsked, requirePage } from "./require-page.server";

/**
 * Who asks for the main draft to read it or to suggest: the page's team, and
 * the reviewers who are asked about it. Throws 404 for anybody else.
 */
export async function requireDraftReader(
  request: Request,
  slug: string | undefined,
): Promise<PageAsked & { draft: Draft }> {
  const asked = await requirePage(request, slug);
  const draft = await findDraft(asked.page.id, "main");
  const isTheirs =
    draft !== null &&
    (asked.access !== "review" ||
      (await isAskedOnDraft(draft.id, asked.person.id)));
  if (!draft || !isTheirs) throw new Response(null, { status: 404 });
  return { ...asked, draft };
}
