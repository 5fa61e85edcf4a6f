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
import { setBacklogInputs } from "~/commands/set-backlog-inputs.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading } from "~/components/page-heading";
import { TextField } from "~/components/text-field";
import { findBacklogEntry } from "~/data/backlog.server";
import { riskClasses } from "~/domain/backlog-order";
import { errorFor, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { riskLabels, statedInWords } from "~/wording/backlog";
import { refusedForm } from "~/wording/refused-form";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `${known?.title ?? "A page"} · Backlog · Imprimatur` },
];

const howMany =
  "Give a whole number of readers in a month, up to 100,000,000, or leave it empty.";
const form = z.object({
  risk: z.enum(riskClasses, { error: "Choose high, medium or low." }),
  readers: z
    .string()
    .default("")
    .transform((typed) => typed.replace(/[\s,]/g, ""))
    .refine((typed) => /^\d{0,9}$/.test(typed), { error: howMany })
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((count) => count === null || count <= 100_000_000, {
      error: howMany,
    }),
});

/** One page of the backlog, for editors; 404 when it is not in it. */
async function requireEntry(request: Request, slug = "") {
  const signedIn = await requireRole(request, "editor", "clinical_lead");
  const entry = await findBacklogEntry(slug, signedIn.person.id);
  if (!entry) throw new Response(null, { status: 404 });
  return { ...signedIn, entry };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { entry } = await requireEntry(request, params.slug);
  return {
    title: entry.title,
    said: statedInWords(entry),
    risk: entry.risk ?? "",
    readers: entry.readersPerMonth?.toString() ?? "",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { entry, sessionId } = await requireEntry(request, params.slug);
  const parsed = parseForm(form, await request.formData());
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { risk, readers: readersPerMonth } = parsed.values;
  const inputs = { risk, readersPerMonth };
  const outcome = await setBacklogInputs(sessionId, entry.id, inputs);
  if (outcome.ok) return redirect(paths.backlog(1, "backlog_set"), 303);
  const { status, errors } = refusedForm(outcome, {}, "risk");
  return data({ ok: false, errors, typed: parsed.typed }, { status });
}

/** Risk and readers of one page published elsewhere. */
export default function BacklogPage() {
  const { title, said, risk, readers } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {
    errors: [],
    typed: { risk, readers },
  };
  return (
    <>
      <PageHeading
        title={title}
        above={<a href={paths.backlog()}>Backlog</a>}
        below={`Its own next review: ${said}.`}
      />
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <Select
            name="risk"
            label="Risk"
            hint="How much harm the page could do while it is out of date."
            emptyLabel="Not set: counts as medium"
            value={typedText(typed, "risk")}
            error={errorFor(errors, "risk")}
            options={riskClasses.map((value) => ({
              value,
              label: riskLabels[value],
            }))}
          />
          <TextField
            name="readers"
            label="Readers in a month"
            hint="Where it is known; a page of which it is not counts as one with some hundreds."
            isOptional
            width="short"
            inputMode="numeric"
            value={typedText(typed, "readers")}
            error={errorFor(errors, "readers")}
          />
          <ButtonRow>
            <Button tone="primary">Save</Button>
            <ButtonLink tone="quiet" href={paths.backlog()}>
              Go back
            </ButtonLink>
          </ButtonRow>
        </FormStack>
      </form>
    </>
  );
}
