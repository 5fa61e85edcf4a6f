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
import { changeNotifications } from "~/commands/change-notifications.server";
import { Button, ButtonRow } from "~/components/button";
import { RadioGroup, Select } from "~/components/choice-fields";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { getNotificationSettings } from "~/data/notification-settings.server";
import { getDeskDay } from "~/data/pages.server";
import { errorFor, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Notifications · Imprimatur" },
];

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const hourOf = (words: string) =>
  z.enum(
    hours.map(({ value }) => value),
    { error: words },
  );
const quietHourOf = (words: string) => hourOf(words).or(z.literal(""));

const schema = z
  .object({
    digest: z.enum(["daily", "none"], { error: "Choose one of the two." }),
    digestHour: hourOf("Choose an hour from the list."),
    quietFrom: quietHourOf("Choose an hour from the list, or none."),
    quietUntil: quietHourOf("Choose an hour from the list, or none."),
  })
  .refine(({ quietFrom: a, quietUntil: b }) => (a === "") === (b === ""), {
    path: ["quietUntil"],
    error: "Give both hours, or neither.",
  })
  .refine(({ quietFrom: a, quietUntil: b }) => a === "" || a !== b, {
    path: ["quietUntil"],
    error: "Quiet hours end at another hour than they begin.",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const isDone = new URL(request.url).searchParams.has("done");
  const [settings, { timeZone }] = await Promise.all([
    getNotificationSettings(person.id),
    getDeskDay(),
  ]);
  return { settings, timeZone, isDone, personId: person.id };
}

/** Keeps when this person gets mail. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requirePerson(request);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const { digest, digestHour, quietFrom, quietUntil } = form.values;
  const outcome = await changeNotifications(person.id, {
    digestHour: Number(digestHour),
    quietFrom: quietFrom === "" ? null : Number(quietFrom),
    quietUntil: quietUntil === "" ? null : Number(quietUntil),
    areDigestsStopped: digest === "none",
  });
  if (outcome.ok) return redirect(`${paths.notifications()}?done`, 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "digestHour", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function Notifications() {
  const { settings, timeZone, isDone, personId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {
    digest: settings.areDigestsStopped ? "none" : "daily",
    digestHour: String(settings.digestHour),
    quietFrom: String(settings.quietFrom ?? ""),
    quietUntil: String(settings.quietUntil ?? ""),
  };
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <>
      <PageHeading
        title="Notifications"
        below={`When the desk writes to you. Hours are those of ${timeZone}.`}
      />
      {isDone && !answer && (
        <div className="mb-6 max-w-form">
          <Notice tone="done" title="Your notifications are set." isAnswer />
        </div>
      )}
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <RadioGroup
            {...field("digest")}
            label="Reviews that fall due"
            hint="Requests, decisions and bounces always come as mails of their own."
            options={[
              { value: "daily", label: "One digest a day, when there is news" },
              { value: "none", label: "No mail: I look at my desk" },
            ]}
          />
          <Select
            {...field("digestHour")}
            label="Hour of the digest"
            options={hours}
          />
          <Select
            {...field("quietFrom")}
            label="Quiet hours begin"
            hint="No mail in these hours, but what cannot wait: a page withdrawn, an approval taken back."
            emptyLabel="No quiet hours"
            isOptional
            options={hours}
          />
          <Select
            {...field("quietUntil")}
            label="Quiet hours end"
            emptyLabel="No quiet hours"
            isOptional
            options={hours}
          />
          <p className="text-small text-ink-2">
            Going away? <a href={paths.absence(personId)}>Record an absence</a>:
            reminders wait for your return, and editors hear of your pages
            meanwhile.
          </p>
          <ButtonRow>
            <Button tone="primary">Set notifications</Button>
          </ButtonRow>
        </FormStack>
      </form>
    </>
  );
}
