import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/auth/require-person.server";
import { markAlert, markAlertsRead } from "~/commands/read-alerts.server";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { InboxList } from "~/components/inbox-list";
import { PageHeading } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { listInbox } from "~/data/inbox.server";
import { getDeskDay } from "~/data/pages.server";
import { parseForm } from "~/lib/parse-form";
import { paths, safeReturnPath } from "~/lib/paths";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Inbox · Imprimatur" }];

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open"), alert: z.uuid() }),
  z.object({ intent: z.literal("read"), alert: z.uuid() }),
  z.object({ intent: z.literal("unread"), alert: z.uuid() }),
  z.object({ intent: z.literal("all"), until: z.coerce.date() }),
]);

/** What the desk tells this person; access is looked at again each time. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const isUnreadOnly =
    new URL(request.url).searchParams.get("show") === "unread";
  const [alerts, { timeZone }] = await Promise.all([
    listInbox(person.id, isUnreadOnly),
    getDeskDay(),
  ]);
  return { alerts, isUnreadOnly, timeZone };
}

/** Marks as read or unread; opening one marks it and leads to its act. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) throw new Response(null, { status: 422 });
  const asked = form.values;
  if (asked.intent === "all") {
    await markAlertsRead(sessionId, asked.until);
    return redirect(paths.inbox(), 303);
  }
  // What they may not be told of any more leads nowhere and is not theirs to mark.
  const alerts = await listInbox(person.id, false);
  const alert = alerts.find(({ id }) => id === asked.alert);
  if (!alert) throw new Response(null, { status: 404 });
  await markAlert(sessionId, alert.id, asked.intent !== "unread");
  const to = asked.intent === "open" ? alert.href : null;
  return redirect(to ? safeReturnPath(to) : paths.inbox(), 303);
}

export default function Inbox() {
  const { alerts, isUnreadOnly, timeZone } = useLoaderData<typeof loader>();
  const unread = alerts.filter(({ isRead }) => !isRead);
  const [newest] = unread;
  return (
    <>
      <PageHeading
        title="Inbox"
        below="What the desk tells you, the newest first. The same goes out by mail; reminders go in one mail a day."
        action={
          newest && (
            <form method="post">
              <input
                type="hidden"
                name="until"
                value={new Date(newest.raisedAt).toISOString()}
              />
              <Button name="intent" value="all">
                Mark all as read
              </Button>
            </form>
          )
        }
      />
      <Tabs
        label="Alerts"
        tabs={[
          { label: "All", href: paths.inbox(), isCurrent: !isUnreadOnly },
          {
            label: "Unread",
            href: paths.inbox({ show: "unread" }),
            isCurrent: isUnreadOnly,
            count: unread.length,
          },
        ]}
      />
      {alerts.length === 0 ? (
        <EmptyState
          title={isUnreadOnly ? "Nothing is unread" : "Nothing for you yet"}
        >
          Requests, answers and reminders about your pages and reviews appear
          here.
        </EmptyState>
      ) : (
        <InboxList alerts={alerts} timeZone={timeZone} />
      )}
    </>
  );
}
