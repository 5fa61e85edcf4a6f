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
import { Button, ButtonRow } from "~/components/button";
import { RadioGroup } from "~/components/choice-fields";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack, Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { TextArea } from "~/components/text-field";
import { Timeline } from "~/components/timeline";
import { declareInterests } from "~/commands/declare-interests.server";
import { listDeclarations } from "~/data/interest-declarations.server";
import { errorFor, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusals, wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "My interests · Imprimatur" },
];

const missing = refusals.statement_missing.sentence;
const tooLong = "Use at most 5,000 characters.";

const schema = z
  .object({
    has: z.enum(["none", "some"], {
      error: "Say whether you have any interests to declare.",
    }),
    statement: z.string().trim().max(5000, { error: tooLong }).default(""),
  })
  .refine(({ has, statement }) => has === "none" || statement !== "", {
    error: missing,
    path: ["statement"],
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const isDone = new URL(request.url).searchParams.has("done");
  return { declarations: await listDeclarations(person.id), isDone };
}

/** Declares one's interests for a year. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requirePerson(request);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const { has, statement } = form.values;
  const outcome = await declareInterests(sessionId, {
    hasNone: has === "none",
    statement: has === "none" ? "" : statement,
  });
  if (outcome.ok) return redirect(`${paths.interests()}?done`, 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "statement", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function Interests() {
  const { declarations, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  const current = declarations.find(({ isInForce }) => isInForce);
  const before = declarations.filter((each) => each !== current);
  return (
    <>
      <PageHeading
        title="My interests"
        below="What could be thought to sway you: payments, shares, patents, funding, unpaid roles. Declared once a year; each page that you write or review asks again for itself."
      />
      <div className="max-w-form">
        <Stack gap="loose">
          {isDone && !answer && (
            <Notice
              tone="done"
              title="Your declaration is recorded."
              isAnswer
            />
          )}
          {current && (
            <Section title="In force">
              <p>
                {current.hasNone
                  ? "No interests to declare."
                  : current.statement}
              </p>
              <p className="text-small text-ink-2">
                Declared <DayText day={current.declaredOn} />, holds until{" "}
                <DayText day={current.validUntil} />
              </p>
            </Section>
          )}
          <Section
            title={current ? "Declare again" : "Declare your interests"}
            below="Readers see a public sentence at most, never this text. It holds for a year from today."
          >
            <ErrorSummary errors={errors} />
            <form method="post">
              <FormStack>
                <RadioGroup
                  name="has"
                  label="Have you any interests to declare?"
                  value={typedText(typed, "has")}
                  error={errorFor(errors, "has")}
                  options={[
                    { value: "none", label: "No, none" },
                    { value: "some", label: "Yes" },
                  ]}
                />
                <TextArea
                  name="statement"
                  label="What they are"
                  hint="Who pays or funds, for what, since when. Left out when there are none."
                  isOptional
                  rows={5}
                  value={typedText(typed, "statement")}
                  error={errorFor(errors, "statement")}
                />
                <ButtonRow>
                  <Button tone="primary">Declare interests</Button>
                </ButtonRow>
              </FormStack>
            </form>
          </Section>
          {before.length > 0 && (
            <Section title="Before">
              <Timeline
                entries={before.map((each) => ({
                  key: each.id,
                  when: <DayText day={each.declaredOn} />,
                  title: each.hasNone ? "No interests" : "Interests declared",
                  detail: each.hasNone ? undefined : each.statement,
                }))}
              />
            </Section>
          )}
        </Stack>
      </div>
    </>
  );
}
