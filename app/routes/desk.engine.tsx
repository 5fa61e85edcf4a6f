import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { DataTable } from "~/components/data-table";
import { MomentText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { EmptyState } from "~/components/empty-state";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import {
  alertEngineHealth,
  listAlertRuns,
  reminderLookOver,
} from "~/data/alert-health.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { mayReadAllMails } from "~/policy/mails";
import {
  alertTroublesInWords,
  alertTroubleSteps,
} from "~/wording/alert-troubles";
import { runInWords } from "~/wording/runs";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Reminders and mail · Imprimatur" },
];

/** Whether reminders and mails go out, for those who answer for them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  if (!mayReadAllMails(person)) throw new Response(null, { status: 404 });
  const [health, runs, lookOver, { timeZone }] = await Promise.all([
    alertEngineHealth(),
    listAlertRuns(30),
    reminderLookOver(),
    getDeskDay(),
  ]);
  return { health, runs, lookOver, timeZone };
}

export default function Engine() {
  const { health, runs, lookOver, timeZone } = useLoaderData<typeof loader>();
  const moment = (at: Date | null, none: string) =>
    at === null ? none : <MomentText at={at} timeZone={timeZone} />;
  return (
    <>
      <PageHeading
        title="Reminders and mail"
        below="Every minute the desk looks at what is due and sends what waits."
      />
      <Stack>
        <Notice
          tone={health.isAlive ? "done" : "stop"}
          title={
            health.isAlive
              ? "Reminders and mails go out."
              : alertTroublesInWords(health, timeZone).join(" ")
          }
        >
          {health.troubles.map((trouble) => (
            <p key={trouble}>{alertTroubleSteps[trouble]}</p>
          ))}
          <a href={paths.mailbox()}>See the mailbox</a>
        </Notice>
        <DefinitionRows
          rows={[
            {
              term: "Last run that succeeded",
              detail: moment(health.lastSuccessAt, "None yet"),
            },
            {
              term: "Last run that failed",
              detail: moment(health.lastFailureAt, "None"),
            },
            {
              term: "Reminder days last checked against the pages",
              detail: moment(lookOver.lastAt, "Not yet"),
            },
            {
              term: "Pages whose reminder day was wrong, in 90 days",
              detail: String(lookOver.putRight),
            },
            {
              term: "Mails that wait",
              detail: String(health.waitingMails),
            },
            {
              term: "Oldest mail not sent",
              detail: moment(health.oldestUnsentAt, "None waits"),
            },
            {
              term: "Bounced in the last 25 hours",
              detail: String(health.failedMails),
            },
          ]}
        />
        <DataTable
          caption="Runs, the newest first; of those that found nothing due only the last three"
          rows={runs}
          rowKey={(run) => run.id}
          empty={
            <EmptyState title="No run yet">
              Either the desk has just started, or nothing runs its clock.
            </EmptyState>
          }
          columns={[
            {
              key: "when",
              header: "Began",
              isHeading: true,
              cell: (run) => moment(run.startedAt, ""),
            },
            { key: "what", header: "What came of it", cell: runInWords },
          ]}
        />
      </Stack>
    </>
  );
}
