import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { mergeDraft } from "~/commands/merge-draft.server";
import { saveDraft } from "~/commands/save-draft.server";
import { setWordsAside } from "~/commands/set-words-aside.server";
import { isRecord } from "~/content/problems";
import { type DraftLine, draftLines, findDraft } from "~/data/drafts.server";
import { wordRefusal } from "~/wording/refusals";

const saveSchema = z.object({
  baseRevision: z.number().int().min(0),
  body: z.unknown(),
});
const mergeSchema = saveSchema.extend({
  base: z.unknown(),
  unanswered: z.unknown(),
});
const setAsideSchema = z.object({
  setAside: z.object({
    revision: z.number().int().min(1),
    blockId: z.string().min(1).max(100),
    block: z.unknown(),
  }),
});
const lineSchema = z.enum(draftLines);

/** Stores what the editor sends; answers as `app/components/editor/README.md` states. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId, person } = await requirePage(
    request,
    params.slug,
    "write",
  );
  const query = new URL(request.url).searchParams;
  const line = lineSchema.catch("main").parse(query.get("line"));
  const sent: unknown = await request.json().catch(() => null);
  const place = { pageId: page.id, line };
  if (isRecord(sent) && "base" in sent) {
    const wanted = mergeSchema.safeParse(sent);
    if (!wanted.success) return refusal("invalid_form");
    return merge(person.id, { ...place, ...wanted.data });
  }
  if (isRecord(sent) && "setAside" in sent) {
    const left = setAsideSchema.safeParse(sent);
    if (!left.success) return refusal("invalid_form");
    const input = { ...place, ...left.data.setAside };
    const kept = await setWordsAside(sessionId, input);
    return kept.ok ? Response.json({ ok: true }) : refusal(kept.because);
  }
  const form = saveSchema.safeParse(sent);
  if (!form.success) return refusal("invalid_form");
  const saved = await saveDraft(sessionId, { ...place, ...form.data });
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

/** The draft that somebody else saved meanwhile, for the editor to merge with. */
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

async function merge(
  personId: string,
  wanted: Parameters<typeof mergeDraft>[1],
) {
  const merged = await mergeDraft(personId, wanted);
  if (!merged.ok) return refusal(merged.because, { problems: merged.problems });
  const { draft, savedBy, ...rest } = merged.value;
  const { revision, content, updatedAt } = draft;
  const savedAt = updatedAt.toISOString();
  return Response.json({
    ok: true,
    ...rest,
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
