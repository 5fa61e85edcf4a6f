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
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { DepartureTable } from "~/components/departure-table";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { listDeputyChoices } from "~/data/absences.server";
import { previewDeparture } from "~/data/departure.server";
import { findPerson, listActivePeople } from "~/data/people.server";
import { paths } from "~/lib/paths";
import { needLabel } from "~/wording/labels";
import { refusedForm } from "~/wording/refused-form";
import { deputiesIn, deputyField } from "../desk.people.$id_.absence/deputies";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `Switch ${known?.name ?? "a person"} off · Imprimatur` },
];

const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]);

/** What was chosen, in the address for the preview or in the form that acts. */
function choicesIn(sent: URLSearchParams | FormData) {
  const heir = optionalId.safeParse(sent.get("handOverTo") ?? "");
  return {
    handOverTo: heir.success ? heir.data : null,
    deputies: deputiesIn(sent.entries()),
  };
}

/** Admins see everything that somebody holds and where it would go. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person: viewer } = await requireRole(request, "admin");
  const id = idOf(params.id);
  const chosen = choicesIn(new URL(request.url).searchParams);
  const [person, others, deputies, held] = await Promise.all([
    findPerson(id),
    listActivePeople(),
    listDeputyChoices(id),
    previewDeparture(id, chosen.handOverTo, chosen.deputies, viewer.id),
  ]);
  if (!person?.isActive) throw new Response(null, { status: 404 });
  const asked = new Set(held.map(({ expertise }) => expertise));
  return {
    id,
    name: person.name,
    chosen,
    held,
    others: others.filter((other) => other.id !== id),
    seats: [...asked]
      .filter((expertise) => expertise !== null)
      .map((expertise) => ({
        expertise,
        field: deputyField(expertise),
        choices: deputies.filter((each) => each.expertise === expertise),
      })),
  };
}

/** Switches the account off with the choices that the preview was made with. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { sessionId } = await requireRole(request, "admin");
  const id = idOf(params.id);
  const { handOverTo, deputies } = choicesIn(await request.formData());
  const outcome = await deactivatePerson(sessionId, id, handOverTo, deputies);
  if (outcome.ok) return redirect(`${paths.person(id)}?done=off`, 303);
  const { status, errors } = refusedForm(outcome, {}, "handOverTo");
  return data({ errors }, { status });
}

/** All that somebody holds, who would get it, and the button that does it. */
export default function Leave() {
  const { id, name, chosen, held, others, seats } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const hasEstate = held.some(
    ({ what }) => what === "page" || what === "collection",
  );
  const deputies: Record<string, string> = chosen.deputies;
  return (
    <>
      <PageHeading
        above={<a href={paths.person(id)}>{name}</a>}
        title={`Switch ${name} off`}
        below="Signed out everywhere, at once. What they have signed stays signed and keeps their name."
        aside={
          <ButtonLink tone="quiet" href={paths.rehearsal({ person: id })}>
            Rehearse it first
          </ButtonLink>
        }
      />
      <ErrorSummary errors={errors} />
      {(hasEstate || seats.length > 0) && (
        <Section title="Who takes over">
          <form method="get">
            <FormStack>
              {hasEstate && (
                <Select
                  name="handOverTo"
                  label="Pages and collections"
                  emptyLabel="Choose a person"
                  isOptional
                  value={chosen.handOverTo ?? ""}
                  error={
                    errors.find((each) => each.name === "handOverTo")?.sentence
                  }
                  options={others.map((other) => ({
                    value: other.id,
                    label: [other.name, other.credentials]
                      .filter(Boolean)
                      .join(", "),
                  }))}
                />
              )}
              {seats.map((seat) => (
                <Select
                  key={seat.expertise}
                  name={seat.field}
                  label={`Reviews as ${needLabel(seat.expertise).toLowerCase()}`}
                  emptyLabel="Their deputy, or the next alternate"
                  isOptional
                  value={deputies[seat.expertise] ?? ""}
                  options={seat.choices.map((choice) => ({
                    value: choice.id,
                    label: choice.name,
                  }))}
                />
              ))}
              <div>
                <Button>Show where everything goes</Button>
              </div>
            </FormStack>
          </form>
        </Section>
      )}
      <Section title="What they hold, and where it goes">
        <DepartureTable held={held} />
        <form method="post" className="mt-6">
          <input
            type="hidden"
            name="handOverTo"
            value={chosen.handOverTo ?? ""}
          />
          {Object.entries(deputies).map(([expertise, deputy]) => (
            <input
              key={expertise}
              type="hidden"
              name={deputyField(expertise)}
              value={deputy}
            />
          ))}
          <ButtonRow>
            <Button tone="danger">Switch off</Button>
            <ButtonLink tone="quiet" href={paths.person(id)}>
              Go back
            </ButtonLink>
          </ButtonRow>
        </form>
      </Section>
    </>
  );
}

function idOf(param: string | undefined): string {
  const id = z.uuid().safeParse(param);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
