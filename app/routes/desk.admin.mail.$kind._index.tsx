import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DefinitionRows } from "~/components/definition-rows";
import { EmptyState } from "~/components/empty-state";
import { Panel, Stack } from "~/components/layout";
import { PageHeading } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { previewSources, type PreviewSource } from "~/domain/mail-preview";
import { paths } from "~/lib/paths";
import { mailKindLabel } from "~/wording/mails";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? mailKindLabel(data.kind) : "Mail"} · Imprimatur` },
];

/** One mail as it would leave now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireRole(
    request,
    ...(["editor", "clinical_lead", "admin"] as const),
  );
  const kind = params["kind"] ?? "";
  if (!context.listMailTemplates().some((each) => each.kind === kind))
    throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("from");
  const source = previewSources.find((each) => each === asked) ?? "sample";
  const mail = await context.previewMail(kind, source, person.id);
  return { kind, source, mail };
}

const sourceLabels = {
  sample: "Sample facts",
  desk: "The last one of this desk",
} satisfies Record<PreviewSource, string>;

export default function MailTemplate() {
  const { kind, source, mail } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={mailKindLabel(kind)}
        above={<a href={paths.mailTemplates()}>Mails of the desk</a>}
      />
      <Tabs
        label="Facts"
        tabs={previewSources.map((each) => ({
          label: sourceLabels[each],
          href: paths.mailTemplate(kind, each),
          isCurrent: each === source,
        }))}
      />
      {mail ? (
        <Stack>
          <DefinitionRows rows={[{ term: "Subject", detail: mail.subject }]} />
          <p>
            <a href={paths.mailTemplateHtml(kind, source)}>
              See it as a mail program shows it
            </a>
          </p>
          <Panel title="Plain text">
            <pre className="font-sans break-words whitespace-pre-wrap">
              {mail.text}
            </pre>
          </Panel>
          {mail.calendar && (
            <Panel title="Calendar file that goes with it">
              <pre className="text-small break-words whitespace-pre-wrap">
                {mail.calendar}
              </pre>
            </Panel>
          )}
        </Stack>
      ) : (
        <EmptyState title="Nothing to show">
          The desk has written no such mail that you may see, its reason is
          gone, or it holds a link that works as a key. The sample shows the
          same words.
        </EmptyState>
      )}
    </>
  );
}
