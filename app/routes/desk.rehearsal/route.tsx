import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { ErrorSummary } from "~/components/error-summary";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { DepartureResult } from "~/components/rehearsal/departure-result";
import { GuidelineResult } from "~/components/rehearsal/guideline-result";
import { IntervalResult } from "~/components/rehearsal/interval-result";
import {
  DepartureForm,
  GuidelineForm,
  IntervalForm,
} from "~/components/rehearsal/rehearsal-forms";
import { listActivePeople } from "~/data/people.server";
import { changesFor, perform } from "./perform.server";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Rehearsal · Imprimatur" }];

const roles = ["editor", "clinical_lead", "admin"] as const;

/** `?person=` and `?kind=` fill in whom or what it was opened for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireRole(request, ...roles);
  const may = changesFor(person);
  const asked = new URL(request.url).searchParams;
  const opened = {
    personId: asked.get("person") ?? "",
    kind: asked.get("kind") ?? "",
  };
  return { may, opened, people: may.departure ? await listActivePeople() : [] };
}

/** Does the change, reads what follows, and takes it back. */
export async function action({ request }: ActionFunctionArgs) {
  const asker = await requireRole(request, ...roles);
  const performed = await perform(asker, await request.formData());
  if (!performed) throw new Response(null, { status: 403 });
  return data(performed.rehearsed, { status: performed.status });
}

/** What would follow from a change, before anybody makes it. */
export default function Rehearsal() {
  const { may, people, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result ?? null;
  const errors = answer?.errors ?? [];
  const filled = (change: string) =>
    answer?.change === change
      ? { errors, typed: answer.typed }
      : { errors: [], typed: opened };
  return (
    <>
      <PageHeading
        title="Rehearsal"
        below="Does a change for real, shows what would follow, and takes it back: nothing is kept and nobody is told. You can rehearse what you may do."
      />
      <ErrorSummary errors={errors} />
      <Stack gap="loose">
        {result && (
          <Notice tone="done" title={`${result.title}:`} isAnswer>
            What follows stands below. Nothing has been changed.
          </Notice>
        )}
        {result?.change === "departure" && <DepartureResult {...result} />}
        {result?.change === "interval" && <IntervalResult {...result} />}
        {result?.change === "guideline" && <GuidelineResult {...result} />}
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {may.departure && (
            <DepartureForm people={people} {...filled("departure")} />
          )}
          {may.interval && <IntervalForm {...filled("interval")} />}
          {may.guideline && <GuidelineForm {...filled("guideline")} />}
        </div>
      </Stack>
    </>
  );
}
