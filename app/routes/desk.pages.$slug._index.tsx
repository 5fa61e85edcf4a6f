import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { listReasons } from "~/commands/list-reasons.server";
import { openRereview } from "~/commands/open-rereview.server";
import { takeBack } from "~/commands/take-back.server";
import { Stack, WithAside } from "~/components/layout";
import { Notice } from "~/components/notice";
import { BlockerSummary } from "~/components/pages/blocker-summary";
import { NextStepPanel } from "~/components/pages/next-step-panel";
import { OtherActs } from "~/components/pages/other-acts";
import { PageDates, PageFactRows } from "~/components/pages/page-facts";
import { SourceSaid } from "~/components/pages/source-said";
import { AnswerNotice } from "~/components/review/answer-notice";
import { findDraft, findLiveText } from "~/data/drafts.server";
import { listPublishBlockers } from "~/data/gate.server";
import { findNewestWork } from "~/data/newest-work.server";
import { listAuthors } from "~/data/page-team.server";
import { getDeskDay, type PageWithTies } from "~/data/pages.server";
import { getRoundProgress } from "~/data/round-progress.server";
import {
  findElsewhere,
  listSourceStatements,
} from "~/data/source-statements.server";
import type { Blocker } from "~/domain/blockers";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { wordBlocker } from "~/wording/blockers";
import { nextStep } from "~/wording/next-step";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug);
  const { page, access, person } = asked;
  const [versionId] = page.reviewsVersionIds;
  if (access === "review" && versionId)
    throw redirect(paths.deskVersion(page.slug, versionId));
  const [draft, live, authors, statements, elsewhere, day] = await Promise.all([
    findDraft(page.id, "main"),
    findLiveText(page.id),
    listAuthors(page.id),
    listSourceStatements(page.id),
    findElsewhere(page.id),
    getDeskDay(),
  ]);
  const [progress, blockers] = await Promise.all([
    page.roundId && page.deskState !== "none"
      ? getRoundProgress(page.newestVersionId ?? "")
      : null,
    blockersOf(page),
  ]);
  const step = nextStep({
    deskState: page.deskState,
    publicState: page.publicState,
    canWrite: access === "write",
    isEditor: isEditor(person),
    isBaseMoved:
      draft !== null && draft.basedOnId !== (live?.publicationId ?? null),
    seatsUnfilled: progress?.unfilled ?? 0,
    correctionState: page.correctionDraftId
      ? (page.correctionState ?? "draft")
      : null,
  });
  const about = draft?.content;
  return {
    page,
    access,
    day,
    step,
    progress,
    authors,
    statements,
    elsewhere,
    blockers: blockers.map(wordBlocker),
    audience: about?.audience ?? null,
    jurisdictions: about?.jurisdictions ?? [],
    live: live && { versionId: live.versionId, number: live.number },
    done: new URL(request.url).searchParams.get("done"),
  };
}

/** What stands before the open work: a draft, a version or a correction. */
async function blockersOf(page: PageWithTies): Promise<Blocker[]> {
  if (page.deskState === "draft") {
    const work = await findNewestWork(page.slug);
    const reasons = work && (await listReasons({ ...work, versionId: null }));
    return reasons?.ok ? reasons.value : [];
  }
  const versionId =
    page.deskState === "none" ? page.correctionVersionId : page.newestVersionId;
  return versionId ? listPublishBlockers(versionId) : [];
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const intent = (await request.formData()).get("intent");
  const outcome =
    intent === "open-rereview"
      ? await openRereview(sessionId, page.id)
      : await takeBack(sessionId, page.newestVersionId ?? "");
  if (outcome.ok) {
    const done = intent === "open-rereview" ? "rereview" : "taken_back";
    return redirect(`${paths.deskPage(page.slug)}?done=${done}`, 303);
  }
  const { status, sentence } = wordRefusal(outcome.because);
  return data({ refusal: sentence }, { status });
}

/** Where a page stands: what is next, its people and dates, what is in the way. */
export default function PageOverview() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { page, step, access } = known;
  const act = step.act && {
    label: step.act.label,
    ...(step.act.to === "open-rereview"
      ? { intent: step.act.to }
      : { href: paths.deskPageAct(page.slug, step.act.to) }),
  };
  return (
    <>
      <AnswerNotice done={answer ? null : known.done} />
      {answer && (
        <div className="mb-5">
          <Notice tone="stop" title={answer.refusal} isAnswer />
        </div>
      )}
      <NextStepPanel
        sentence={step.sentence}
        act={act}
        others={
          <OtherActs
            page={page}
            canWrite={access === "write"}
            hasLiveText={known.live !== null}
            primary={step.act?.to ?? null}
          />
        }
      />
      <WithAside aside={<PageDates {...known} />}>
        <Stack gap="loose">
          <BlockerSummary
            blockers={known.blockers}
            allHref={paths.deskPageAct(page.slug, "publish")}
          />
          <PageFactRows {...known} />
          <SourceSaid statements={known.statements} />
        </Stack>
      </WithAside>
    </>
  );
}
