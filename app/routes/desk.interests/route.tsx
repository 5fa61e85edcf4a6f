import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { declareInterests } from "~/commands/declare-interests.server";
import { DeclarationForm } from "~/components/interests/declaration-form";
import { DeclaredInterests } from "~/components/interests/declared-interests";
import { DayText } from "~/components/day-text";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { Timeline } from "~/components/timeline";
import { listDeclarations } from "~/data/interest-declarations.server";
import { countRows, typedFormOf } from "~/lib/form-rows";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";
import { readDeclaration } from "./read-declaration";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "My interests · Imprimatur" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const isDone = new URL(request.url).searchParams.has("done");
  return { declarations: await listDeclarations(person.id), isDone };
}

/** Declares one's interests for a year, or gives the form one more row. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requirePerson(request);
  const form = await request.formData();
  if (form.get("intent") === "add_row") {
    const typed = typedFormOf(form);
    return { errors: [], typed, rows: countRows(typed, "entry") + 1 };
  }
  const read = readDeclaration(form);
  const rows = countRows(read.typed, "entry");
  if (!read.ok) {
    const { errors, typed } = read;
    return data({ errors, typed, rows }, { status: 422 });
  }
  const outcome = await declareInterests(sessionId, read.declared);
  if (outcome.ok) return redirect(`${paths.interests()}?done`, 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "entry-0-entity", sentence }];
  return data({ errors, typed: read.typed, rows }, { status });
}

export default function Interests() {
  const { declarations, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const current = declarations.find(({ isInForce }) => isInForce);
  const before = declarations.filter((each) => each !== current);
  return (
    <>
      <PageHeading
        title="My interests"
        below="What could be thought to sway you: payments, shares, patents, funding, unpaid roles. Declared once a year; each page that you write or review asks again for itself."
      />
      <Stack gap="loose">
        {isDone && !answer && (
          <Notice tone="done" title="Your declaration is recorded." isAnswer />
        )}
        {current && (
          <Section title="In force">
            <DeclaredInterests declaration={current} />
            <p className="mt-2 text-small text-ink-2">
              Declared <DayText day={current.declaredOn} />, holds until{" "}
              <DayText day={current.validUntil} />
            </p>
          </Section>
        )}
        <Section
          title={current ? "Declare again" : "Declare your interests"}
          below="It holds for a year from today, and is compared with the makers of the therapies on each page. Readers see one sentence at most, never this list."
        >
          <DeclarationForm current={declarations[0] ?? null} answer={answer} />
        </Section>
        {before.length > 0 && (
          <Section title="Before">
            <Timeline
              entries={before.map((each) => ({
                key: each.id,
                when: <DayText day={each.declaredOn} />,
                title: each.hasNone ? "No interests" : "Interests declared",
                detail: each.hasNone ? undefined : (
                  <DeclaredInterests declaration={each} />
                ),
              }))}
            />
          </Section>
        )}
      </Stack>
    </>
  );
}
