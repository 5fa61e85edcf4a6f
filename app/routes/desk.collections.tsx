import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { setCollection } from "~/commands/set-collection.server";
import { Button } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { TextField } from "~/components/text-field";
import {
  listCollectionRows,
  listPossibleLeads,
} from "~/data/collections.server";
import { errorFor, lineOf, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Collections · Imprimatur" }];

const schema = z.object({
  name: lineOf("Give the collection a name.", 120),
  lead: z.union([z.literal("").transform(() => null), z.uuid()], {
    error: "Choose somebody from the list.",
  }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, "editor", "clinical_lead");
  const [collections, leads] = await Promise.all([
    listCollectionRows(),
    listPossibleLeads(),
  ]);
  return { collections, leads };
}

export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requireRole(request, "editor", "clinical_lead");
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const { name, lead } = form.values;
  const outcome = await setCollection(sessionId, { name, leadId: lead });
  if (outcome.ok) return redirect(paths.collections(), 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "name", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function Collections() {
  const { collections, leads } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  return (
    <>
      <PageHeading
        title="Collections"
        below="Shelves of pages. The lead of a collection is told when one of its pages is 14 days overdue."
      />
      <DataTable
        caption="Collections"
        rows={collections}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No collection yet">
            Pages do not need one; make one below when you have several pages of
            a kind.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Collection",
            isHeading: true,
            cell: ({ name }) => <RowTitle title={name} />,
          },
          {
            key: "lead",
            header: "Lead",
            cell: ({ leadName }) => leadName ?? "Nobody yet",
          },
          {
            key: "pages",
            header: "Pages",
            isNumber: true,
            cell: ({ pageCount }) => pageCount,
          },
        ]}
      />
      <Section
        title="Make or change a collection"
        below="A name that exists already keeps its pages and gets the lead you choose here."
      >
        <ErrorSummary errors={errors} />
        <form method="post">
          <FormStack>
            <TextField
              name="name"
              label="Name"
              value={typedText(typed, "name")}
              error={errorFor(errors, "name")}
            />
            <Select
              name="lead"
              label="Lead"
              isOptional
              emptyLabel="Nobody yet"
              value={typedText(typed, "lead")}
              error={errorFor(errors, "lead")}
              options={leads.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
            <div>
              <Button tone="primary">Save the collection</Button>
            </div>
          </FormStack>
        </form>
      </Section>
    </>
  );
}
