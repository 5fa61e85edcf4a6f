import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { DataTable, RowTitle } from "~/components/data-table";
import { MomentText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { listMails } from "~/data/mailbox.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { mayReadAllMails } from "~/policy/mails";
import { mailKindLabel, mailStateLabel } from "~/wording/mails";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Mailbox · Imprimatur" }];

/** Mails of the desk, newest first; a person without a leading role sees their own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const asked = Number(new URL(request.url).searchParams.get("page") ?? "1");
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const isForAll = mayReadAllMails(person);
  const [{ mails, hasMore }, { timeZone }] = await Promise.all([
    listMails({
      recipientId: isForAll ? null : person.id,
      viewerId: person.id,
      page,
    }),
    getDeskDay(),
  ]);
  return { mails, hasMore, page, timeZone, isForAll };
}

export default function Mailbox() {
  const { mails, hasMore, page, timeZone, isForAll } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Mailbox"
        below={
          isForAll
            ? "Every mail that the desk wrote, and what became of it."
            : "The mails that the desk wrote to you."
        }
        aside={
          isForAll && <a href={paths.mailTemplates()}>Preview every mail</a>
        }
      />
      {isForAll && (
        <p className="mb-4">
          <a href={paths.engine()}>What ran, and what waits</a>
        </p>
      )}
      <DataTable
        caption="Mails, the newest first"
        rows={mails}
        rowKey={(mail) => mail.id}
        empty={
          <EmptyState title="No mail yet">
            Requests, decisions and reminders appear here as they are written.
          </EmptyState>
        }
        columns={[
          {
            key: "subject",
            header: "Mail",
            isHeading: true,
            cell: (mail) => (
              <RowTitle
                title={mail.subject ?? mailKindLabel(mail.kind)}
                href={paths.mail(mail.id)}
                below={mailKindLabel(mail.kind)}
              />
            ),
          },
          {
            key: "to",
            header: "To",
            cell: (mail) => (
              <>
                {mail.recipientName}
                <br />
                <span className="text-small text-ink-2">
                  {mail.recipientEmail}
                </span>
              </>
            ),
          },
          {
            key: "when",
            header: "Written",
            cell: (mail) => (
              <MomentText at={new Date(mail.queuedAt)} timeZone={timeZone} />
            ),
          },
          {
            key: "state",
            header: "What became of it",
            cell: (mail) => mailStateLabel(mail.state),
          },
        ]}
      />
      {(page > 1 || hasMore) && (
        <Pagination
          summary={`Part ${String(page)}`}
          previousHref={page > 1 ? paths.mailbox(page - 1) : undefined}
          nextHref={hasMore ? paths.mailbox(page + 1) : undefined}
        />
      )}
    </>
  );
}
