import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { proposedOn } from "~/commands/answer-suggestions.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import { fillInKnown } from "~/content/known-blocks";
import { mergeSaves } from "~/content/merge-saves";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { isRecord } from "~/content/problems";
import { type Draft, findDraftText } from "~/data/drafts.server";
import {
  findOwnSuggestions,
  type SuggestionSet,
} from "~/data/suggestions.server";
import { wordRefusal } from "~/wording/refusals";
import { suggestionsNeedReload } from "~/wording/suggestions";

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

/** What is suggested for: the draft, and which of its texts the editor shows. */
type Shown = { draft: Draft; own: SuggestionSet | null; base: number };

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
  const form = saveSchema.safeParse(sent);
  const isMerge = isRecord(sent) && "base" in sent;
  const wanted = isMerge ? mergeSchema.safeParse(sent) : null;
  if (!form.success || !base.success) return refusal("invalid_form");
  if (wanted && !wanted.success) return refusal("invalid_form");
  const { baseRevision } = form.data;
  if (baseRevision > 0 && !own) return refusal("suggestions_closed");
  const shown: Shown = { draft, own, base: base.data };
  if (wanted) return merge(shown, wanted.data);
  const known = knownBody(shown, baseRevision);
  const saved = await saveSuggestions(sessionId, {
    draftId: draft.id,
    baseRevision: base.data,
    expected: baseRevision === 0 ? null : baseRevision,
    via: "suggesting",
    body: known ? fillInKnown(form.data.body, known) : form.data.body,
  });
  if (saved.ok) {
    const { revision, content } = saved.value;
    const savedAt = new Date().toISOString();
    return Response.json({ ok: true, savedAt, revision, content });
  }
  if (saved.because === "stale_save") return needsReload();
  if (saved.because === "stale_suggestions") {
    const newer = await findOwnSuggestions(draft.id, person.id);
    if (!newer) return refusal("suggestions_closed");
    const met = await asDraft({ ...shown, own: newer });
    return met ? refusal("stale_save", { draft: met }) : needsReload();
  }
  return refusal(saved.because, { problems: saved.problems });
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

/**
 * The text that the ids of an unchanged block stand for; null when the draft
 * or one's suggestions moved on since, so that no other text is put in.
 */
function knownBody({ draft, own, base }: Shown, revision: number): Body | null {
  const isNewest = draft.revision === base && (own?.revision ?? 0) === revision;
  if (!isNewest) return null;
  return proposedOn({ revision: base, body: draft.content.body }, own);
}

/**
 * One's own suggestions in the place that a draft has in these answers, on the
 * text that the editor shows: what others changed since must not look
 * suggested. Null when the desk no longer has that text.
 */
async function asDraft({ draft, own, base }: Shown) {
  const text = await findDraftText(draft.id, base);
  if (!text) return null;
  const body = proposedOn({ revision: base, body: text.body }, own);
  return {
    revision: own?.revision ?? 0,
    content: { ...text, body },
    savedBy: own?.madeBy ?? draft.updatedBy ?? "The desk",
    savedAt: (own ?? draft).updatedAt.toISOString(),
  };
}

/** The same person in two tabs, or on a device with words kept from before. */
async function merge(shown: Shown, sent: z.output<typeof mergeSchema>) {
  const mine = parseBody(sent.body);
  if (!mine.ok) return refusal("invalid_content", { problems: mine.problems });
  const met = await asDraft(shown);
  if (!met) return needsReload();
  const readShort = (short: unknown) => {
    const parsed = parseBody(fillInKnown(short, mine.content));
    return parsed.ok ? parsed.content : null;
  };
  const merged = mergeSaves({
    base: readShort(sent.base),
    mine: mine.content,
    theirs: met.content,
    unanswered: readShort(sent.unanswered),
    ownSaves: [],
  });
  return Response.json({ ok: true, isOwn: true, ...merged, draft: met });
}

/** Nothing to merge with: the editor stops, and keeps the words on its device. */
function needsReload() {
  const because = "stale_save";
  return Response.json(
    { ok: false, because, message: suggestionsNeedReload },
    { status: 409 },
  );
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
