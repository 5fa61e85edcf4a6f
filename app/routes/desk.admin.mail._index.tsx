import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { listKeptWords } from "~/data/mail-words.server";
import { signatureKind } from "~/domain/mail-words";
import { paths } from "~/lib/paths";
import { mailKindLabel } from "~/wording/mails";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Mails of the desk · Imprimatur" },
];

/** Every kind of mail with the subject of its sample, and whose words it has. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, "editor", "clinical_lead", "admin");
  const [kept, broken] = await Promise.all([
    listKeptWords(),
    context.mailWords.listBroken(),
  ]);
  const mails = [
    { kind: signatureKind, subject: "" },
    ...context.listMailTemplates(),
  ];
  return {
    mails: mails.map(({ kind, subject }) => {
      const own = kept.find((words) => words.kind === kind);
      const hasOwn = own && (own.opening !== "" || own.closing !== "");
      return {
        kind,
        subject,
        writtenBy: hasOwn ? own.writtenBy : null,
        isLeftOut: broken.some((words) => words.kind === kind),
      };
    }),
  };
}

export default function MailTemplates() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Mails of the desk"
        above={<a href={paths.mailbox()}>Mailbox</a>}
        below="What the desk writes to people, with sample facts or with those of the last mail. Subject, facts and button are the product's; an admin may write an opening and a closing round them, and one signature for all. Words that would break a mail are not kept."
      />
      <DataTable
        caption="Kinds of mail"
        rows={mails}
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
          {
            key: "words",
            header: "Own words",
            cell: ({ writtenBy, isLeftOut }) =>
              isLeftOut
                ? "Left out: they no longer fit"
                : ((writtenBy && `By ${writtenBy}`) ?? ""),
          },
        ]}
      />
    </>
  );
}
