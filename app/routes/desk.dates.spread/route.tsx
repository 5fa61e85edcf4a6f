import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { DatesTabs } from "~/components/dates/dates-tabs";
import { EmptyState } from "~/components/empty-state";
import { PageHeading, Section } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { isEditor, seesEveryPage } from "~/policy/pages";
import { mostAtOnce, perform } from "./perform.server";
import { planSpread } from "./plan.server";
import { ProposalForm } from "./proposal-form";
import { ResultsTable } from "./results-table";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Spread reviews · Imprimatur" },
];

/** `?ticked=all` ticks every row. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  return {
    plan: await planSpread(viewer, mostAtOnce),
    mayAct: isEditor(person),
    ticksAll: new URL(request.url).searchParams.get("ticked") === "all",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await requireRole(
    request,
    "editor",
    "clinical_lead",
  );
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const step = await perform(sessionId, viewer, await request.formData());
  return data(step, { status: step.step === "choose" ? 422 : 200 });
}

/** Weeks that ask for too much, and the reviews that would be brought forward for that. */
export default function DatesSpread() {
  const { plan, mayAct, ticksAll } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { moves, more, left } = plan;
  return (
    <>
      <PageHeading
        title="Spread reviews"
        below="Where a week asks somebody for more reviews than they take, some could be brought forward: never later, and never closer than 14 days from today. Nothing moves until you accept it."
      />
      <DatesTabs current="spread" />
      {answer?.step === "result" && <ResultsTable results={answer.results} />}
      {answer?.step !== "result" && (
        <>
          {moves.length === 0 && left.length === 0 && (
            <EmptyState
              title="No week asks for more than people take"
              action={
                <ButtonLink href={paths.datesForecast()}>
                  See the forecast
                </ButtonLink>
              }
            >
              When more reviews fall due in a week than a reviewer takes at a
              time, those that could be done earlier are proposed here.
            </EmptyState>
          )}
          {moves.length > 0 && mayAct && !ticksAll && (
            <p className="mb-4">
              <a href={paths.datesSpread("all")} className="inline-block py-1">
                Tick all {moves.length}
              </a>
            </p>
          )}
          {moves.length > 0 && (
            <ProposalForm
              moves={moves}
              mayAct={mayAct}
              ticksAll={ticksAll && !answer}
              errors={answer?.errors ?? []}
              typed={answer?.typed ?? {}}
            />
          )}
          {more > 0 && (
            <p className="mt-3 text-ink-2">
              And {more} more, when these are through.
            </p>
          )}
          {left.length > 0 && (
            <Section
              id="left"
              title="What cannot be spread"
              below="These weeks stay above what is taken: no earlier week that may still be chosen has room. More reviewers, another reviewer, or more time for somebody would help."
            >
              <ul className="grid list-disc gap-1 pl-5">
                {left.slice(0, 100).map((words) => (
                  <li key={words}>{words}</li>
                ))}
                {left.length > 100 && <li>and {left.length - 100} more</li>}
              </ul>
            </Section>
          )}
        </>
      )}
    </>
  );
}
