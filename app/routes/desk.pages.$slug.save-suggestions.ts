import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import { fillInKnown } from "~/content/known-blocks";
import { mergeSaves } from "~/content/merge-saves";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { isRecord } from "~/content/problems";
import type { Draft } from "~/data/drafts.server";
import {
  findOwnSuggestions,
  type SuggestionSet,
} from "~/data/suggestions.server";
import { wordRefusal } from "~/wording/refusals";

const saveSchema = z.object({
  /** The revision of one's own suggestions; 0 before the first save. */
  baseRevision: z.number().int().min(0),
  body: z.unknown(),
});
const mergeSchema = saveSchema.extend({
  base: z.unknown(),
  unanswered: z.unknown(),
});
const baseSchema = z.coerce.number().int().min(1);

/**
 * Keeps what somebody suggests, as the editor sends it: the answers are those
 * of a save of the draft, with the revision of the suggestions in its place.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { draft, person, sessionId } = asked;
  const base = baseSchema.safeParse(
    new URL(request.url).searchParams.get("base"),
  );
  const sent: unknown = await request.json().catch(() => null);
  const own = await findOwnSuggestions(draft.id, person.id);
  if (isRecord(sent) && "base" in sent) {
    const wanted = mergeSchema.safeParse(sent);
    if (!wanted.success || !own) return refusal("invalid_form");
    return merge(own, wanted.data);
  }
  const form = saveSchema.safeParse(sent);
  if (!form.success || !base.success) return refusal("invalid_form");
  const { baseRevision } = form.data;
  if (baseRevision > 0 && !own) return refusal("suggestions_closed");
  const saved = await saveSuggestions(sessionId, {
    draftId: draft.id,
    baseRevision: base.data,
    expected: baseRevision === 0 ? null : baseRevision,
    via: "suggesting",
    body: fillInKnown(form.data.body, knownBody(draft, own)),
  });
  if (saved.ok) {
    const { revision, content } = saved.value;
    const savedAt = new Date().toISOString();
    return Response.json({ ok: true, savedAt, revision, content });
  }
  if (saved.because === "stale_suggestions" && own)
    return refusal("stale_save", { draft: asDraft(own) });
  return refusal(saved.because, { problems: saved.problems });
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

function knownBody(draft: Draft, own: SuggestionSet | null): Body {
  return own ? own.proposed.body : draft.content.body;
}

/** One's own suggestions in the place that a draft has in these answers. */
function asDraft({ revision, proposed, madeBy, updatedAt }: SuggestionSet) {
  const savedAt = updatedAt.toISOString();
  return { revision, content: proposed, savedBy: madeBy, savedAt };
}

/** The same person in two tabs: both texts in one, as two people's saves are. */
function merge(own: SuggestionSet, sent: z.output<typeof mergeSchema>) {
  const mine = parseBody(sent.body);
  if (!mine.ok) return refusal("invalid_content", { problems: mine.problems });
  const readShort = (short: unknown) => {
    const parsed = parseBody(fillInKnown(short, mine.content));
    return parsed.ok ? parsed.content : null;
  };
  const merged = mergeSaves({
    base: readShort(sent.base),
    mine: mine.content,
    theirs: own.proposed,
    unanswered: readShort(sent.unanswered),
    ownSaves: [],
  });
  return Response.json({
    ok: true,
    isOwn: true,
    ...merged,
    draft: asDraft(own),
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
