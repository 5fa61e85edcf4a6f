import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/auth/require-person.server";
import { writeReusable } from "~/commands/write-reusable.server";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { NewReusableForm } from "~/components/reusables/new-reusable-form";
import { reusableLabels } from "~/content/block-labels";
import { reusableKinds } from "~/content/page-content";
import { listReusableVersions } from "~/data/components.server";
import { lineOf, parseForm, textOf } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { slugFrom } from "~/lib/slug";
import { mayNotCreatePage } from "~/policy/pages";
import { wordRefusal } from "~/wording/refusals";
import { summariseReusables } from "./desk.components.$slug/summarise";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Reusable texts · Imprimatur" },
];

const schema = z.object({
  name: lineOf("Give the text a name.", 120),
  kind: z.enum(reusableKinds, { error: "Choose what kind of text it is." }),
  text: textOf("Write the text first.", 20_000),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  return {
    mayWrite: mayNotCreatePage(person) === null,
    texts: summariseReusables(await listReusableVersions()),
  };
}

/** Writes the first version of a reusable text. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requirePerson(request);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const slug = slugFrom(form.values.name).slice(0, 60).replace(/-+$/, "");
  const written = await writeReusable(sessionId, { ...form.values, slug });
  if (written.ok) {
    return redirect(`${paths.reusable(slug)}?done=reusable_written`, 303);
  }
  const { status, sentence } = wordRefusal(written.because);
  const errors = [{ name: "name", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function ReusableTexts() {
  const { texts, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading
        title="Reusable texts"
        below="Disclaimers and notices on the use of AI: written once, approved once by somebody else, and taken by pages in one version that does not change."
      />
      <DataTable
        caption="Reusable texts"
        rows={texts}
        rowKey={({ slug }) => slug}
        empty={
          <EmptyState title="No reusable text yet">
            A disclaimer that stands on many pages is written here once, so that
            it need not be reviewed on each of them.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Text",
            isHeading: true,
            cell: ({ slug, name }) => (
              <RowTitle title={name} href={paths.reusable(slug)} />
            ),
          },
          {
            key: "kind",
            header: "Kind",
            cell: ({ kind }) => reusableLabels[kind],
          },
          {
            key: "approved",
            header: "Approved",
            cell: ({ approved }) =>
              approved === null ? "Not yet" : `Version ${String(approved)}`,
          },
          {
            key: "waiting",
            header: "Waits for approval",
            cell: ({ waiting }) =>
              waiting === null ? "Nothing" : `Version ${String(waiting)}`,
          },
        ]}
      />
      {mayWrite && (
        <NewReusableForm
          errors={answer?.errors ?? []}
          typed={answer?.typed ?? {}}
        />
      )}
    </>
  );
}
