import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { AnswerErrors } from "~/components/review/answer-errors";
import { listCandidates } from "~/data/candidates.server";
import {
  findSlugOfAssignment,
  findWaitingReviewer,
} from "~/data/waiting-reviewers.server";
import { paths, type WaitingAct, waitingActs } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { ExtendForm } from "./extend-form";
import { performWaiting } from "./perform-waiting.server";
import { RemindForm } from "./remind-form";
import { StandInForm } from "./stand-in-form";

export const handle = { noScript: true };

const titles = {
  remind: "Remind",
  "stand-in": "Ask a stand-in",
  extend: "Give more time",
} as const satisfies Record<WaitingAct, string>;

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `${known ? titles[known.act] : "Desk"} · Imprimatur` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { act, assignmentId, asked } = await requireWaiting(request, params);
  const waiting = await findWaitingReviewer(assignmentId);
  const candidates =
    act === "stand-in" && waiting
      ? await listCandidates(waiting.roundId, waiting.expertise)
      : [];
  const { slug, title, genes, language } = asked.page;
  return {
    ...{ act, slug, title, genes, language, waiting },
    editorName: asked.person.name,
    candidates: candidates.filter(({ id }) => id !== waiting?.reviewerId),
  };
}

/** Sends the one act that the address names; what is wrong comes back with what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { act, assignmentId, asked } = await requireWaiting(request, params);
  const sent = await request.formData();
  const performed = await performWaiting(
    act,
    asked.sessionId,
    assignmentId,
    sent,
  );
  if (!performed.ok) return data(performed, { status: performed.status });
  return redirect(`${paths.desk()}?done=${performed.done}`, 303);
}

/** Editors only; the page of the assignment has to be theirs to know of. */
async function requireWaiting(
  request: Request,
  params: { act?: string; assignmentId?: string },
) {
  const act = waitingActs.find((each) => each === params.act);
  const assignmentId = params.assignmentId ?? "";
  const slug =
    act && /^[0-9a-f-]{36}$/.test(assignmentId)
      ? await findSlugOfAssignment(assignmentId)
      : null;
  const asked = await requirePage(request, slug ?? undefined, "write");
  if (!act || !isEditor(asked.person))
    throw new Response(null, { status: 404 });
  return { act, assignmentId, asked };
}

/** One act about a reviewer who is late: what it does is said before anybody presses. */
export default function WaitingReviewerAct() {
  const { act, waiting, ...known } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeading
        title={known.title}
        genes={known.genes}
        above={<a href={paths.desk()}>Desk</a>}
      />
      <AnswerErrors errors={answer?.errors ?? []} />
      {!waiting && (
        <EmptyState
          title="Nobody waits for this reviewer any more"
          action={
            <ButtonLink href={paths.deskPageAct(known.slug, "review")}>
              See the round
            </ButtonLink>
          }
        >
          They answered, signed or were released meanwhile.
        </EmptyState>
      )}
      {waiting && act === "remind" && (
        <RemindForm waiting={waiting} editorName={known.editorName} />
      )}
      {waiting && act === "stand-in" && (
        <StandInForm
          waiting={waiting}
          candidates={known.candidates}
          language={known.language}
          answer={answer}
        />
      )}
      {waiting && act === "extend" && (
        <ExtendForm waiting={waiting} answer={answer} />
      )}
    </>
  );
}
