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
import { Button, ButtonRow } from "~/components/button";
import { RadioGroup, Select } from "~/components/choice-fields";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { TextField } from "~/components/text-field";
import { changeSettings } from "~/commands/change-settings.server";
import { getDeskSettings } from "~/data/desk-settings.server";
import { isMailAddress } from "~/lib/mail-address";
import { errorFor, lineOf, parseForm, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusals, wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Settings · Imprimatur" }];

const schema = z.object({
  deskName: lineOf("Give the desk a name.", 80),
  timeZone: lineOf(refusals.unknown_time_zone.sentence, 80),
  dateOrder: z.enum(["day_first", "month_first"], {
    error: "Choose one of the two orders.",
  }),
  senderAddress: lineOf("Give the address that mails come from.", 254).refine(
    isMailAddress,
    { error: "Give a mail address without a name, such as desk@example.org." },
  ),
});

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, "admin");
  const isDone = new URL(request.url).searchParams.has("done");
  const settings = await getDeskSettings();
  const zones = Intl.supportedValuesOf("timeZone");
  const offered = new Set(["UTC", ...zones, settings.timeZone]);
  return { settings, zones: [...offered].sort(), isDone };
}

/** Changes the settings of the desk; the record of acts keeps before and after. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requireRole(request, "admin");
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const outcome = await changeSettings(sessionId, form.values);
  if (outcome.ok) return redirect(`${paths.deskSettings()}?done`, 303);
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "timeZone", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function Settings() {
  const { settings, zones, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? settings;
  const field = (name: keyof typeof settings) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <>
      <PageHeading
        title="Settings"
        below="Of the whole desk. Every change is kept in the audit, with what it was before."
      />
      {isDone && !answer && (
        <div className="mb-6 max-w-form">
          <Notice tone="done" title="The settings are changed." isAnswer />
        </div>
      )}
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <TextField
            {...field("deskName")}
            label="Name of the desk"
            hint="Stands above every page and in every mail."
          />
          <Select
            {...field("timeZone")}
            label="Time zone"
            hint="A day ends at midnight here: review dates pass and pages are withheld by this zone."
            options={withTyped(zones, typedText(typed, "timeZone"))}
          />
          <RadioGroup
            {...field("dateOrder")}
            label="Dates in imported files"
            hint="How 04/05/2022 is read where nothing else on the page tells."
            options={[
              { value: "day_first", label: "Day first: 4 May 2022" },
              { value: "month_first", label: "Month first: 5 April 2022" },
            ]}
          />
          <TextField
            {...field("senderAddress")}
            label="Mails come from"
            type="email"
            hint="Answers go to this address; somebody should read it."
          />
          <ButtonRow>
            <Button tone="primary">Change settings</Button>
          </ButtonRow>
        </FormStack>
      </form>
    </>
  );
}

/** What was sent stays chosen: a list that fell back to its first would change the desk. */
function withTyped(zones: string[], typed: string) {
  const shown = zones.includes(typed) ? zones : [typed, ...zones];
  return shown.map((zone) => ({ value: zone, label: zone }));
}
