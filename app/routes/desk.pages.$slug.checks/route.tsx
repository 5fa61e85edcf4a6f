import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type PageAsked, requirePage } from "~/auth/require-page.server";
import { runChecksOn } from "~/commands/run-checks.server";
import { setAsideFinding } from "~/commands/set-aside-finding.server";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { findLatestRun, listFindings } from "~/data/findings.server";
import { getDeskDay } from "~/data/pages.server";
import { listPublishableVersions } from "~/data/publications.server";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { refusedForm } from "~/wording/refused-form";
import { setAsideForm, versionForm } from "./forms";
import { CheckedDraft } from "./checked-draft";
import { CheckedVersion } from "./checked-version";
import { loadDraftChecks } from "./load-draft-checks.server";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person, access } = await requirePage(
    request,
    params.slug,
    "read",
  );
  const query = new URL(request.url).searchParams;
  const [versions, day] = await Promise.all([
    listPublishableVersions(page.id),
    getDeskDay(),
  ]);
  return {
    slug: page.slug,
    timeZone: day.timeZone,
    draftFindings: await loadDraftChecks(page, versions),
    versions: await Promise.all(versions.map(withChecks)),
    mayRun: access === "write",
    expertise: person.roles.includes("reviewer") ? person.expertise : [],
    settingAside: query.get("set-aside"),
    done: query.get("done"),
  };
}

async function withChecks<Version extends { id: string }>(version: Version) {
  const run = await findLatestRun(version.id);
  return { ...version, run, findings: run ? await listFindings(run.id) : [] };
}

/** Runs the checks again, or sets one finding aside with a reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const sent = await request.formData();
  const performed =
    sent.get("intent") === "set_aside"
      ? await setAside(asked, sent)
      : await runAgain(asked, sent);
  if (!performed) throw new Response(null, { status: 404 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const here = paths.deskPageAct(asked.page.slug, "checks");
  return redirect(`${here}?done=${performed.done}`, 303);
}

async function runAgain(
  { page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(versionForm, sent);
  if (!form.ok) return null;
  const { versionId } = form.values;
  const versions = await listPublishableVersions(page.id);
  if (!versions.some(({ id }) => id === versionId)) return null;
  const outcome = await runChecksOn(versionId);
  if (outcome.ok) return done("checked");
  const { status, errors } = refusedForm(outcome, {}, "run");
  return wrong("run", status, errors, form.typed);
}

async function setAside(
  { sessionId }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(setAsideForm, sent);
  if (!form.ok) return wrong("set_aside", 422, form.errors, form.typed);
  const { findingId, whyRight } = form.values;
  const outcome = await setAsideFinding(sessionId, findingId, whyRight);
  if (outcome.ok) return done("set_aside");
  const { status, errors } = refusedForm(outcome, {}, "whyRight");
  return wrong("set_aside", status, errors, form.typed);
}

/** What the editorial checks find in the draft, and found in the newest version. */
export default function PageChecks() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      {known.draftFindings && (
        <CheckedDraft slug={known.slug} findings={known.draftFindings} />
      )}
      {known.versions.length === 0 && !known.draftFindings && (
        <EmptyState title="No version of this page has been submitted">
          The checks run by themselves on every version that is submitted. What
          they find stands here.
        </EmptyState>
      )}
      {known.versions.map((version) => (
        <CheckedVersion
          key={version.id}
          version={version}
          known={known}
          answer={answer}
          runAgain={
            known.mayRun && (
              <form method="post">
                <input type="hidden" name="intent" value="run" />
                <input type="hidden" name="versionId" value={version.id} />
                <Button isSmall>Run the checks again</Button>
              </form>
            )
          }
        />
      ))}
    </>
  );
}
