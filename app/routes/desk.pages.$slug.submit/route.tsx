import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { draftAnswerLetter } from "~/commands/draft-answer-letter.server";
import { SubmitScreen } from "~/components/pages/submit-screen";
import { comparisonOf } from "~/components/review/comparison-of";
import { blockChoices } from "~/content/block-names";
import {
  type DraftLine,
  findDraft,
  findLatestText,
  findLiveText,
} from "~/data/drafts.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { listAskedOfDraft } from "~/data/rule-needs.server";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { wordRefusal } from "~/wording/refusals";
import { readSubmission } from "./read-submission";
import { submit } from "./submit.server";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const { page, person } = asked;
  const line = lineOf(request);
  const [draft, live, latest, needs, rules] = await Promise.all([
    findDraft(page.id, line),
    findLiveText(page.id),
    findLatestText(page.id),
    listAskedOfDraft(page.id, line, "full_review"),
    findRulesInForce(page.kind),
  ]);
  if (!draft) throw new Response(null, { status: 404 });
  const state = line === "main" ? page.deskState : page.correctionState;
  const changes =
    live && comparisonOf(live.content, draft.content, { foldsUnchanged: true });
  const changed = changes?.blocks.map(({ id }) => id) ?? [];
  return {
    answers: await draftAnswerLetter(draft.id, draft.content.body),
    slug: page.slug,
    line,
    needs,
    needsOfUpdate: await listAskedOfDraft(page.id, line, "update", changed),
    mayKeepSections: line === "main" && (rules?.carriesSections ?? false),
    revision: draft.revision,
    changeNote: draft.content.changeNote,
    reason: draft.reason,
    scope: blockChoices(draft.content).filter(({ id }) =>
      draft.scope.includes(id),
    ),
    changes,
    isBaseMoved: draft.basedOnId !== (latest?.publicationId ?? null),
    isPastDue: ["overdue", "withheld"].includes(page.publicState),
    cancels: state === "approved" || state === "scheduled" ? state : null,
    isEditor: isEditor(person),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const form = readSubmission(await request.formData());
  if (!form.ok)
    return data({ ...form, refusal: null, detail: {} }, { status: 422 });
  const outcome = await submit(asked, lineOf(request), form.values);
  if (outcome.ok)
    return redirect(`${paths.deskPage(asked.page.slug)}?done=submitted`, 303);
  const { status, sentence } = wordRefusal(outcome.because);
  return data(
    {
      typed: form.typed,
      errors: [],
      refusal: sentence,
      detail: outcome.detail,
    },
    { status },
  );
}

function lineOf(request: Request): DraftLine {
  const line = new URL(request.url).searchParams.get("line");
  return line === "correction" ? "correction" : "main";
}

/** What goes to the reviewers, what kind of review it is, and what that does. */
export default function Submit() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SubmitScreen {...known} answer={answer ?? null} />;
}
