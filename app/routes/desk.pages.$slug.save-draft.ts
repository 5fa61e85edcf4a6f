import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { saveDraft } from "~/commands/save-draft.server";
import { type DraftLine, draftLines, findDraft } from "~/data/drafts.server";
import { wordRefusal } from "~/wording/refusals";

const sent = z.object({
  baseRevision: z.number().int().min(0),
  body: z.unknown(),
});
const lineSchema = z.enum(draftLines);

/** Stores what the editor sends; answers as `app/components/editor/README.md` states. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const query = new URL(request.url).searchParams;
  const line = lineSchema.catch("main").parse(query.get("line"));
  const form = sent.safeParse(await request.json().catch(() => null));
  if (!form.success) return refusal("invalid_form");
  const saved = await saveDraft(sessionId, {
    pageId: page.id,
    line,
    ...form.data,
  });
  if (saved.ok) {
    const draft = await findDraft(page.id, line);
    const savedAt = (draft?.updatedAt ?? new Date()).toISOString();
    return Response.json({ ok: true, savedAt, ...saved.value });
  }
  if (saved.because === "stale_save") return newerDraft(page.id, line);
  return refusal(saved.because, { problems: saved.problems });
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

/** The draft that somebody else saved meanwhile, for the writer to choose. */
async function newerDraft(pageId: string, line: DraftLine) {
  const draft = await findDraft(pageId, line);
  if (!draft) return refusal("not_found");
  const { revision, content, updatedBy, updatedAt } = draft;
  const savedBy = updatedBy ?? "The desk";
  const savedAt = updatedAt.toISOString();
  return refusal("stale_save", {
    draft: { revision, content, savedBy, savedAt },
  });
}

function refusal(
  because: Parameters<typeof wordRefusal>[0],
  more: Record<string, unknown> = {},
) {
  const { status, sentence } = wordRefusal(because);
  return Response.json(
    { ok: false, because, message: sentence, ...more },
    { status },
  );
}
