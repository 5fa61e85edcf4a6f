import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findSignedIn } from "~/auth/session.server";
import { DefinitionRows } from "~/components/definition-rows";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { SimpleFrame } from "~/components/simple-frame";
import { getDeskName } from "~/data/desk-frame.server";
import { findReviewRequest } from "~/data/review-requests.server";
import { paths } from "~/lib/paths";
import { hashToken } from "~/lib/token.server";
import { wordActDone } from "~/wording/acts-done";
import { deadlineInWords, dayInWords } from "~/wording/days";
import { needLabel, pageKindLabels, roundKindLabels } from "~/wording/labels";
import { perform } from "./perform.server";
import { RequestPanel } from "./request-panel";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "A request to review · Imprimatur" },
  { name: "robots", content: "noindex" },
];

/** Shows the request and no word of its text. Opening the link decides nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ deskName }, asked, signedIn] = await Promise.all([
    getDeskName(),
    findReviewRequest(hashToken(params.token ?? "")),
    findSignedIn(request),
  ]);
  if (!asked) throw new Response(null, { status: 404 });
  if (
    signedIn?.person.id === asked.reviewerId &&
    asked.standing !== "withdrawn"
  )
    throw redirect(paths.review(asked.assignmentId), 303);
  const done = new URL(request.url).searchParams.get("done");
  return { deskName, asked, done };
}

/** Accepts, declines, suggests a colleague, or sends a new link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const performed = await perform(token, await request.formData());
  if (!performed) throw new Response(null, { status: 400 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const here = paths.reviewRequest(token);
  return redirect(`${here}?done=${performed.done}`, 303);
}

export default function RequestToReview() {
  const { deskName, asked, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const told = answer ? null : wordActDone(onlyHere.has(done) ? done : null);
  return (
    <SimpleFrame deskName={deskName}>
      <p className="mb-1 text-ink-2">For {asked.reviewerName}</p>
      <h1 className="mb-4 text-h1">
        {asked.title === null
          ? "A request to review"
          : `Will you review “${asked.title}”?`}
      </h1>
      <p className="mb-6">
        {asked.requestedBy} asks you to review this page as{" "}
        {needLabel(asked.expertise).toLowerCase()}.
      </p>
      <ErrorSummary errors={answer?.errors ?? []} />
      {told && (
        <div className="mb-6">
          <Notice tone="done" title={told} isAnswer />
        </div>
      )}
      <div className="mb-6">
        <DefinitionRows
          rows={[
            {
              term: "Answer by",
              detail: dayAnd(asked.today, asked.respondBy),
            },
            {
              term: "Review by",
              detail: dayAnd(asked.today, asked.reviewBy),
            },
            {
              term: "The page",
              detail: `${pageKindLabels[asked.pageKind]}, version ${String(asked.versionNumber)}`,
            },
            {
              term: "Kind of review",
              detail: roundKindLabels[asked.roundKind],
            },
          ]}
        />
      </div>
      <RequestPanel request={asked} answer={answer} />
    </SimpleFrame>
  );
}

/** What the panel does not say by itself. */
const onlyHere = new Set<string | null>(["proposed", "renewed"]);

function dayAnd(today: string, day: string): string {
  return `${dayInWords(day)} (${deadlineInWords(today, day)})`;
}
