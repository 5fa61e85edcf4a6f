import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { Blockers } from "~/components/blockers";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { Stack } from "~/components/layout";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { ConfidentialSection } from "./confidential-section";
import { loadPublishing } from "./load-publishing.server";
import { OwnInterests } from "./own-interests";
import { atPlace, PendingSection } from "./pending-section";
import { perform } from "./perform.server";
import { SetSection } from "./set-section";
import { SchedulesSection } from "./schedules-section";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug, "read");
  const query = new URL(request.url).searchParams;
  return {
    ...(await loadPublishing(page, person.id)),
    mayPublish: isEditor(person),
    act: query.get("act"),
    done: query.get("done"),
  };
}

/** Publishes, schedules, cancels; a refusal lists every blocker again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const sent = await request.formData();
  const performed = await perform(asked, context.clientAddress, sent);
  if (!performed) throw new Response(null, { status: 404 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const { slug } = asked.page;
  const isLive = ["published", "live_already", "set_published"].includes(
    performed.done,
  );
  const next = paths.deskPageAct(slug, isLive ? "public" : "publish");
  return redirect(`${next}?done=${performed.done}`, 303);
}

/** What stands between a version and its readers, and the way out when nothing does. */
export default function PagePublish() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { pending, slug, liveNumber } = known;
  return (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      <Stack gap="loose">
        {pending.length === 0 && (
          <EmptyState
            title={
              known.isSubmitted
                ? "Nothing waits to be published"
                : "No version of this page has been submitted"
            }
            action={
              liveNumber !== null && (
                <ButtonLink href={paths.deskPageAct(slug, "public")}>
                  See what readers get
                </ButtonLink>
              )
            }
          >
            {liveNumber !== null
              ? `Version ${String(liveNumber)} was published last. A newer one stands here once it is submitted.`
              : "A version stands here once it is submitted, with every reason why it may not be published yet."}
          </EmptyState>
        )}
        {known.mayPublish && pending.length > 0 && (
          <OwnInterests known={known} />
        )}
        {known.draftBlockers.length > 0 && (
          <Blockers
            blockers={known.draftBlockers.map((each) => atPlace(each, slug))}
          />
        )}
        {pending.map((version) => (
          <PendingSection
            key={version.id}
            version={version}
            known={known}
            answer={answer}
          />
        ))}
        <SetSection known={known} answer={answer} />
        <SchedulesSection known={known} />
        {known.mayPublish && (
          <ConfidentialSection
            until={known.confidentialUntil}
            readers={known.readers}
            answer={answer}
          />
        )}
      </Stack>
    </>
  );
}
