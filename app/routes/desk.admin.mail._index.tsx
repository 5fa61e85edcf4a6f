import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { mailKindLabel } from "~/wording/mails";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Mails of the desk · Imprimatur" },
];

/** Every kind of mail with the subject of its sample. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, "editor", "clinical_lead", "admin");
  return { templates: context.listMailTemplates() };
}

export default function MailTemplates() {
  const { templates } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Mails of the desk"
        above={<a href={paths.mailbox()}>Mailbox</a>}
        below="What the desk writes to people, with sample facts or with those of the last mail. The words are part of the product: they change with a release, and a release in which one mail cannot be made does not pass its tests."
      />
      <DataTable
        caption="Kinds of mail"
        rows={templates}
        rowKey={({ kind }) => kind}
        empty={<EmptyState title="No mail">There is no template.</EmptyState>}
        columns={[
          {
            key: "kind",
            header: "Mail",
            isHeading: true,
            cell: ({ kind }) => (
              <RowTitle
                title={mailKindLabel(kind)}
                href={paths.mailTemplate(kind)}
              />
            ),
          },
          {
            key: "subject",
            header: "Subject of the sample",
            cell: ({ subject }) => subject,
          },
        ]}
      />
    </>
  );
}
