import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requirePage } from "~/auth/require-page.server";
import { findDraft } from "~/data/drafts.server";
import { findSuggestionsMark } from "~/data/suggestions.server";
import { wordRefusal } from "~/wording/refusals";
import { wordAnswerDone } from "~/wording/suggestions";
import { loadBeside } from "./desk.pages.$slug.suggestions/load-beside.server";
import { performAnswer } from "./desk.pages.$slug.suggestions/perform.server";

/**
 * What others suggest for the draft, for whoever is writing in it; nothing to
 * whom the mark of the last answer (`known`) still tells all.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { draft, person } = await requireWriter(request, params.slug);
  const mark = await findSuggestionsMark(draft.id);
  const known = new URL(request.url).searchParams.get("known");
  if (known !== null && known === mark)
    return new Response(null, { status: 204 });
  const sets = await loadBeside(draft, person.id);
  return Response.json({ ok: true, mark, sets });
}

/** An answer given beside the text; the same act as on the screen of suggestions. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { draft, sessionId } = await requireWriter(request, params.slug);
  const form = await request.formData();
  const performed = await performAnswer(sessionId, draft, form);
  if (performed.ok)
    return Response.json({ ok: true, done: wordAnswerDone(performed.value) });
  const { status, sentence } = wordRefusal(performed.because);
  const because = performed.because;
  return Response.json({ ok: false, because, message: sentence }, { status });
}

async function requireWriter(request: Request, slug: string | undefined) {
  const asked = await requirePage(request, slug, "write");
  const draft = await findDraft(asked.page.id, "main");
  if (!draft) throw new Response(null, { status: 404 });
  return { ...asked, draft };
}
