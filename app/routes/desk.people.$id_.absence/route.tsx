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
import { Select } from "~/components/choice-fields";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { DayField } from "~/components/text-field";
import { listAbsences, listDeputyChoices } from "~/data/absences.server";
import { findPerson } from "~/data/people.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { mayNotListPeople } from "~/policy/person-roles";
import { needLabel } from "~/wording/labels";
import { deputyField } from "./deputies";
import { perform } from "./perform.server";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `Absence of ${known?.name ?? "a person"} · Imprimatur` },
];

/** People say themselves when they are away; editors and admins say it for others. */
async function requireWho(request: Request, param: string | undefined) {
  const { person: viewer, sessionId } = await requirePerson(request);
  const id = z.uuid().safeParse(param);
  const isOwn = viewer.id === id.data;
  if (!id.success || (!isOwn && mayNotListPeople(viewer)))
    throw new Response(null, { status: 404 });
  return { id: id.data, sessionId, isOwn };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, isOwn } = await requireWho(request, params.id);
  const [person, absences, choices] = await Promise.all([
    findPerson(id),
    listAbsences(id),
    listDeputyChoices(id),
  ]);
  if (!person?.isActive) throw new Response(null, { status: 404 });
  const asked = [...new Set(choices.map(({ expertise }) => expertise))].map(
    (expertise) => ({
      expertise,
      field: deputyField(expertise),
      choices: choices.filter((each) => each.expertise === expertise),
    }),
  );
  return { id, name: person.name, isOwn, absences, asked };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { id, sessionId } = await requireWho(request, params.id);
  const performed = await perform(sessionId, id, await request.formData());
  if (!performed.ok) return data(performed, { status: performed.status });
  return redirect(`${paths.person(id)}?done=${performed.done}`, 303);
}

/** The absences that are known, and the form for another. */
export default function AbsenceScreen() {
  const { id, name, isOwn, absences, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  const field = (fieldName: string) => ({
    name: fieldName,
    value: typedText(typed, fieldName),
    error: errorFor(errors, fieldName),
  });
  return (
    <>
      <PageHeading
        above={<a href={paths.person(id)}>{name}</a>}
        title={isOwn ? "When you are away" : "Absence"}
        below={`While ${isOwn ? "you are" : "they are"} away, open and new requests go to ${isOwn ? "your" : "their"} deputy, who is asked by mail.`}
      />
      <ErrorSummary errors={errors} />
      {absences.length > 0 && (
        <Section title="Known absences">
          <ul className="grid gap-3">
            {absences.map((absence) => (
              <li
                key={absence.id}
                className="panel flex flex-wrap items-center gap-3 p-4"
              >
                <span className="min-w-0 flex-1">
                  <DayText day={absence.from} /> to{" "}
                  <DayText day={absence.until} />
                  {absence.deputies.map((deputy) => (
                    <span
                      key={deputy.expertise}
                      className="block text-small text-ink-2"
                    >
                      {needLabel(deputy.expertise)}: {deputy.name}
                    </span>
                  ))}
                  {absence.deputies.length === 0 && (
                    <span className="block text-small text-ink-2">
                      No deputy named
                    </span>
                  )}
                </span>
                <form method="post">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="absenceId" value={absence.id} />
                  <Button isSmall>
                    {absence.isNow ? "End this absence" : "Cancel this absence"}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={absences.length > 0 ? "Another absence" : "Record an absence"}
      >
        <form method="post">
          <input type="hidden" name="intent" value="record" />
          <FormStack>
            <DayField {...field("from")} label="First day away" />
            <DayField {...field("until")} label="Last day away" />
            {asked.map((each) => (
              <Select
                key={each.expertise}
                {...field(each.field)}
                label={`Deputy as ${needLabel(each.expertise).toLowerCase()}`}
                hint="Somebody of the same expertise, with a declaration of interests in force, who wrote none of the text."
                isOptional
                emptyLabel="Nobody: the collection lead is told"
                options={each.choices.map((choice) => ({
                  value: choice.id,
                  label: choice.name,
                }))}
              />
            ))}
            <ButtonRow>
              <Button tone="primary">Record this absence</Button>
              <ButtonLink tone="quiet" href={paths.person(id)}>
                Go back
              </ButtonLink>
            </ButtonRow>
          </FormStack>
        </form>
      </Section>
    </>
  );
}
