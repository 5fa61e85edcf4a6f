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
import { mergeByBlock, type Side, sides } from "~/content/merge-by-block";
import type { Block, PageContent } from "~/content/page-content";
import { renderHtml } from "~/content/render-html";
import { comparisonOf } from "~/components/review/comparison-of";
import { findDraft, findLatestText, findTextOf } from "~/data/drafts.server";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await requirePage(request, params.slug, "write");
  const [draft, live] = await Promise.all([
    findDraft(page.id, "main"),
    findLatestText(page.id),
  ]);
  if (!draft || !live) throw new Response(null, { status: 404 });
  const base = draft.basedOnId ? await findTextOf(draft.basedOnId) : null;
  const merge = mergeByBlock(
    base?.content ?? null,
    draft.content,
    live.content,
  );
  return {
    slug: page.slug,
    revision: draft.revision,
    isCurrent: draft.basedOnId === live.publicationId,
    liveNumber: live.number,
    clashes: merge.clashes.map((clash) => ({
      id: clash.id,
      draftHtml: renderOne(draft.content, clash.draft),
      liveHtml: renderOne(live.content, clash.live),
    })),
    incoming: comparisonOf(draft.content, merge.content, {
      foldsUnchanged: true,
    }),
  };
}

/** Without its id, so that no two elements of the screen share one. */
function renderOne(content: PageContent, block: Block | null): string | null {
  if (!block) return null;
  // Only the id among a block's attributes changes, so its type stays true.
  const bare = { ...block, attrs: { ...block.attrs, id: null } } as Block;
  return renderHtml(
    { ...content, body: { type: "doc", content: [bare] } },
    { citations: "named" },
  );
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
