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
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-fields";
import { DefinitionRows } from "~/components/definition-rows";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { TopicRows } from "~/components/pages/topic-rows";
import {
  AffiliationField,
  NameFields,
  OrcidField,
} from "~/components/person-fields";
import { TextField } from "~/components/text-field";
import { findPerson } from "~/data/people.server";
import { countRows, flattenRows } from "~/lib/form-rows";
import {
  errorFor,
  typedList,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { mayNotListPeople } from "~/policy/person-roles";
import { languageOptions } from "~/wording/languages";
import { perform } from "./perform.server";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `Edit ${known?.person.name ?? "a person"} · Imprimatur` },
];

/** Who asks, whose record it is, and how much of it they may change. */
async function requireRecord(request: Request, param: string | undefined) {
  const { person: viewer, sessionId } = await requirePerson(request);
  const isLeading = mayNotListPeople(viewer) === null;
  const id = z.uuid().safeParse(param);
  if (!id.success || (!isLeading && viewer.id !== id.data))
    throw new Response(null, { status: 404 });
  return {
    ...{ id: id.data, sessionId, isWhole: isLeading },
    isOwn: viewer.id === id.data,
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, isWhole, isOwn } = await requireRecord(request, params.id);
  const person = await findPerson(id);
  if (!person) throw new Response(null, { status: 404 });
  return { person, isWhole, isOwn };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { id, sessionId, isWhole } = await requireRecord(request, params.id);
  const sent = await request.formData();
  const performed = await perform(sessionId, id, isWhole, sent);
  if (!performed.ok) return data(performed, { status: performed.status });
  return redirect(`${paths.person(id)}?done=${performed.done}`, 303);
}

const spareRows = 2;

/** Nobody says of themselves that they are from outside the authors' institution. */
const affiliationRow = (affiliation: string, isEditor: boolean) => ({
  term: "Affiliation",
  detail: `${affiliation || "None given"} (${isEditor ? "another editor" : "an editor"} changes this)`,
});

/** Everybody's own details; an editor corrects the whole record. */
export default function EditPerson() {
  const { person, isWhole, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed: TypedForm = answer?.typed ?? {
    ...flattenRows("topic", person.topics),
    ...{ name: person.name, prefix: person.prefix },
    ...{ credentials: person.credentials, affiliation: person.affiliation },
    ...{ orcid: person.orcid ?? "", languages: person.languages },
    capacity: String(person.capacity),
  };
  const of = {
    valueOf: (name: string) => typedText(typed, name),
    errorOf: (name: string) => errorFor(errors, name),
  };
  return (
    <>
      <PageHeading
        above={<a href={paths.person(person.id)}>{person.name}</a>}
        title={isWhole ? "Edit this person" : "Edit your details"}
        below={
          isWhole
            ? "What was signed before keeps the name, credentials and affiliation of that day."
            : "An editor corrects your name, title, credentials and affiliation: they stand under what you sign."
        }
      />
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          {isWhole && <NameFields {...of} />}
          {isOwn ? (
            <DefinitionRows
              rows={[affiliationRow(person.affiliation, isWhole)]}
            />
          ) : (
            <AffiliationField {...of} />
          )}
          <OrcidField {...of} />
          <TextField
            name="capacity"
            label="Reviews at a time"
            hint="Editors see it when they choose a reviewer. 0: none at present."
            type="number"
            inputMode="numeric"
            width="short"
            value={of.valueOf("capacity")}
            error={of.errorOf("capacity")}
          />
          <CheckboxGroup
            name="languages"
            label="Languages they review in"
            isOptional
            values={typedList(typed, "languages")}
            error={of.errorOf("languages")}
            options={languageOptions}
          />
        </FormStack>
        <Section
          title="Topics"
          below="What they know best. An approved gene symbol gets its HGNC code by itself. Empty a name to take a topic out; two more rows come with every save."
        >
          <div className="grid max-w-form gap-4">
            <TopicRows
              count={
                answer
                  ? countRows(typed, "topic")
                  : person.topics.length + spareRows
              }
              typed={typed}
              errors={errors}
            />
          </div>
        </Section>
        <div className="mt-6">
          <ButtonRow>
            <Button tone="primary">Save</Button>
            <ButtonLink tone="quiet" href={paths.person(person.id)}>
              Go back
            </ButtonLink>
          </ButtonRow>
        </div>
      </form>
    </>
  );
}
