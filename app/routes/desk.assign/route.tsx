import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { listEmptySeats, listReviewers } from "~/data/empty-seats.server";
import { paths } from "~/lib/paths";
import { seesEveryPage } from "~/policy/pages";
import { needLabel } from "~/wording/labels";
import { ChooseForm } from "./choose-form";
import { perform } from "./perform.server";
import { PreviewForm } from "./preview-form";
import { ResultsTable } from "./results-table";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Ask reviewers · Imprimatur" },
];

async function requireAsker(request: Request) {
  const { person, sessionId } = await requireRole(
    ...([request, "editor", "clinical_lead"] as const),
  );
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  return { sessionId, viewer };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer } = await requireAsker(request);
  const query = new URL(request.url).searchParams;
  const [all, reviewers] = await Promise.all([
    listEmptySeats(viewer, null),
    listReviewers(),
  ]);
  const expertise = query.get("expertise");
  const needs = [...new Set(all.map((seat) => seat.expertise))].sort();
  return {
    seats: all.filter((seat) => !expertise || seat.expertise === expertise),
    needs,
    expertise,
    reviewers,
    ticksAll: query.get("ticked") === "all",
  };
}

/** Previews, or asks row by row; the answer is shown at once and nothing is asked twice. */
export async function action({ request }: ActionFunctionArgs) {
  const asker = await requireAsker(request);
  const step = await perform(asker, await request.formData());
  const isWrong = step.step !== "result" && step.errors.length > 0;
  return data(step, { status: isWrong ? 422 : 200 });
}

/** Reviewers for many pages at once: choose, look at the proposal, ask. */
export default function AssignMany() {
  const { seats, needs, expertise, reviewers, ticksAll } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading
        title="Ask reviewers for several pages"
        above={<a href={paths.desk()}>Desk</a>}
        below="Each reviewer is asked by name and signs what they read. Nothing is approved from here."
      />
      {answer?.step === "result" && <ResultsTable results={answer.results} />}
      {answer?.step === "preview" && <PreviewForm {...answer} />}
      {answer?.step !== "result" && answer?.step !== "preview" && (
        <>
          {needs.length > 1 && (
            <Tabs
              label="Expertise"
              tabs={[
                {
                  label: "All",
                  href: paths.assignMany(),
                  isCurrent: expertise === null,
                },
                ...needs.map((need) => ({
                  label: needLabel(need),
                  href: paths.assignMany({ expertise: need }),
                  isCurrent: expertise === need,
                })),
              ]}
            />
          )}
          {seats.length === 0 ? (
            <EmptyState
              title="Every seat is asked for"
              action={
                <ButtonLink href={paths.desk()}>Back to the desk</ButtonLink>
              }
            >
              A seat comes here when a version is submitted, when somebody
              declines, or when a request lapses with no alternate.
            </EmptyState>
          ) : (
            <>
              {!ticksAll && (
                <p className="mb-4">
                  <a
                    href={paths.assignMany({
                      expertise: expertise ?? undefined,
                      ticked: "all",
                    })}
                    className="inline-block py-1"
                  >
                    Tick all {seats.length}
                  </a>
                </p>
              )}
              <ChooseForm
                seats={seats}
                reviewers={reviewers}
                ticksAll={ticksAll && !answer}
                errors={answer?.errors ?? []}
                typed={answer?.typed ?? {}}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
