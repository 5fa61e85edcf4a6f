import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { requireRole } from "~/auth/require-person.server";
import { raiseWatchItem } from "~/commands/raise-watch-item.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { RadioGroup, Select } from "~/components/choice-fields";
import { PageHeading } from "~/components/page-heading";
import { AnswerErrors } from "~/components/review/answer-errors";
import { DayField, TextArea, TextField } from "~/components/text-field";
import { getDeskDay } from "~/data/pages.server";
import { watchKinds, watchSubjects } from "~/domain/watch-items";
import { errorFor, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusedForm } from "~/wording/refused-form";
import { watchKindLabels, watchSubjectLabels } from "~/wording/watch-items";
import { watchItemForm } from "./forms";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Enter a watch item · Imprimatur" },
];

const roles = ["editor", "clinical_lead", "reviewer", "author"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, ...roles);
  const { today } = await getDeskDay();
  const asked = new URL(request.url).searchParams;
  // From a row of the source register, what it is about is known.
  const about = {
    subjectKind: asked.get("subjectKind") ?? "",
    subject: asked.get("subject") ?? "",
  };
  // Sent twice, the form makes one item.
  return { today, onceKey: randomUUID(), about };
}

/** Keeps the item and shows the pages that it touches. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requireRole(request, ...roles);
  const form = parseForm(watchItemForm, await request.formData());
  if (!form.ok)
    return data({ errors: form.errors, typed: form.typed }, { status: 422 });
  const outcome = await raiseWatchItem(sessionId, form.values);
  if (outcome.ok)
    return redirect(paths.watchItem(outcome.value, "watch_raised"), 303);
  const fields = {
    what_missing: "what",
    day_not_past: "happenedOn",
    address_not_web: "address",
  } as const;
  const { status, errors } = refusedForm(outcome, fields, "subject");
  return data({ errors, typed: form.typed }, { status });
}

export default function NewWatchItem() {
  const { today, onceKey, about } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {
    errors: [],
    typed: about,
  };
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <>
      <PageHeading
        title="Enter a watch item"
        below="Something happened outside the desk that may make a page wrong. The desk finds the pages whose sentences rest on it, and people decide."
      />
      <AnswerErrors errors={errors} />
      <form method="post" className="panel grid max-w-form gap-5 p-5">
        <input
          type="hidden"
          name="onceKey"
          value={typedText(typed, "onceKey") || onceKey}
        />
        <RadioGroup
          {...field("kind")}
          label="What kind of event"
          options={watchKinds.map((kind) => ({
            value: kind,
            label: watchKindLabels[kind],
          }))}
        />
        <Select
          {...field("subjectKind")}
          label="What it is about"
          emptyLabel="Choose"
          options={watchSubjects.map((kind) => ({
            value: kind,
            label: watchSubjectLabels[kind],
          }))}
        />
        <TextField
          {...field("subject")}
          label="Which one"
          hint="Its identifier, symbol or name: 28632866, ROS1, NG122, or the last part of a page’s address."
          maxLength={300}
        />
        <TextArea
          {...field("what")}
          label="What happened"
          hint="In your own words, for whoever decides. Do not name a reader or a patient."
          rows={4}
        />
        <TextField
          {...field("address")}
          label="Where it can be read"
          type="url"
          isOptional
          maxLength={500}
        />
        <DayField
          {...field("happenedOn")}
          label="When it happened"
          isOptional
          max={today}
        />
        <ButtonRow>
          <Button tone="primary">Enter the item</Button>
          <ButtonLink tone="quiet" href={paths.watchItems()}>
            Go back
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
