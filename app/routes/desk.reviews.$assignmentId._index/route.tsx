import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { isSample } from "~/auth/sample-desk.server";
import { markReviewAlertsRead } from "~/commands/read-alerts.server";
import { recordLook } from "~/commands/record-look.server";
import { WithAside } from "~/components/layout";
import { PageHeading } from "~/components/page-heading";
import { keptCommentName } from "~/components/kept-comment";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { ForgetDecision } from "~/components/review/keep-decision";
import { KeepRemark } from "~/components/review/keep-remark";
import { actingIn } from "~/components/review/remark-acting";
import { AssignmentStatus } from "~/components/status";
import { getDeskName } from "~/data/desk-frame.server";
import { findOwnReview } from "~/data/reviews.server";
import { samplePassword } from "~/domain/sample-views";
import { paths } from "~/lib/paths";
import { needLabel, roundKindLabels } from "~/wording/labels";
import { ClosedRequest } from "./closed-request";
import { loadClosed } from "./load-closed.server";
import { loadReview } from "./load-review.server";
import { perform } from "./perform.server";
import { ReviewAside } from "./review-aside";
import { ReviewBody } from "./review-body";

export const handle = { isWide: true };

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  {
    title: `${(known?.review ?? known?.closed)?.title ?? "Review"} · review · Imprimatur`,
  },
];

/** One review for the person who was asked for it; for anybody else it is not there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const review = await findOwnReview(params.assignmentId ?? "", person.id);
  if (!review) throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  await markReviewAlertsRead(sessionId, person.id, review.id);
  // Before its text is read: whoever was released may not read it any more.
  const closed = await loadClosed(review, person);
  if (closed) return { closed, review: null, done: asked.get("done") };
  const loaded = await loadReview(review, person.id);
  // So that the next text of this page can be compared with what was seen.
  await recordLook(sessionId, { versionId: review.versionId });
  return {
    closed: null,
    review: loaded,
    done: asked.get("done"),
    act: asked.get("act"),
    acting: actingIn(asked),
    settingAside: asked.get("set-aside"),
    expertise: person.expertise,
    samplePassword: isSample(await getDeskName()) ? samplePassword : undefined,
  };
}

/** Performs one act of the reviewer; what is refused comes back with what was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { id } = signedIn.person;
  const review = await findOwnReview(params.assignmentId ?? "", id);
  if (!review) throw new Response(null, { status: 404 });
  const signer = { signedIn, address: context.clientAddress };
  const performed = await perform(signer, review, await request.formData());
  if (!performed) throw new Response(null, { status: 400 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const [word, anchor] = performed.done.split("#");
  const here = paths.review(review.id);
  return redirect(`${here}?done=${word ?? ""}#${anchor ?? "answer"}`, 303);
}

export default function Review() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const told = (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
    </>
  );
  if (known.closed)
    return (
      <>
        <div id="answer">{told}</div>
        <ClosedRequest closed={known.closed} answer={answer ?? null} />
      </>
    );
  const { review } = known;
  return (
    <>
      {review.signature && known.act !== "again" && <ForgetDecision />}
      <KeepRemark
        keptAs={keptCommentName(review.slug, review.id)}
        hasSent={known.done === "remark_kept"}
      />
      <div id="answer">
        <PageHeading
          title={review.title}
          genes={review.genes}
          above={
            <>
              <a href={paths.reviews()}>My reviews</a> ·{" "}
              {roundKindLabels[review.roundKind]} of version{" "}
              {review.versionNumber}
            </>
          }
          below={
            <>
              {review.assignedBy ?? "The desk"} asks you to review it as{" "}
              {needLabel(review.expertise).toLowerCase()}.
            </>
          }
          aside={<AssignmentStatus state={review.state} />}
        />
        {told}
      </div>
      <WithAside aside={<ReviewAside review={review} />} isAsideFirst>
        <ReviewBody {...known} answer={answer ?? null} />
      </WithAside>
    </>
  );
}
