import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { rebaseDraft } from "~/commands/rebase-draft.server";
import { RebaseForm } from "~/components/pages/rebase-form";
import { describeChanges } from "~/content/describe-changes";
import { mergeByBlock, type Side, sides } from "~/content/merge-by-block";
import { findDraft, findLiveText, findTextOf } from "~/data/drafts.server";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await requirePage(request, params.slug, "write");
  const [draft, live] = await Promise.all([
    findDraft(page.id, "main"),
    findLiveText(page.id),
  ]);
  if (!draft || !live) throw new Response(null, { status: 404 });
  const base = draft.basedOnId ? await findTextOf(draft.basedOnId) : null;
  const merge = mergeByBlock(
    base?.content ?? null,
    draft.content,
    live.content,
  );
  const sidesOfClashes = describeChanges(draft.content, live.content);
  return {
    slug: page.slug,
    revision: draft.revision,
    isCurrent: draft.basedOnId === live.publicationId,
    liveNumber: live.number,
    clashes: merge.clashes.map(({ id }) => ({
      id,
      draftHtml: sidesOfClashes.blocks.find((b) => b.id === id)?.beforeHtml,
      liveHtml: sidesOfClashes.blocks.find((b) => b.id === id)?.afterHtml,
    })),
    incoming: describeChanges(draft.content, merge.content),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const form = await request.formData();
  const choices = readChoices(form);
  const outcome = await rebaseDraft(sessionId, {
    pageId: page.id,
    baseRevision: Number(form.get("revision")),
    choices,
  });
  if (outcome.ok) return redirect(paths.deskPageAct(page.slug, "write"), 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const chosen = Object.fromEntries(choices);
  return data({ refusal: sentence, chosen }, { status });
}

/** `side-<block id>` names whose words stand in that block. */
function readChoices(form: FormData): Map<string, Side> {
  const choices = new Map<string, Side>();
  for (const [name, value] of form) {
    const side = sides.find((known) => known === value);
    if (name.startsWith("side-") && side) choices.set(name.slice(5), side);
  }
  return choices;
}

/** Brings the live text into the draft, block by block, with a choice where both changed. */
export default function Rebase() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RebaseForm
      {...known}
      refusal={answer?.refusal ?? null}
      chosen={answer?.chosen ?? {}}
    />
  );
}
