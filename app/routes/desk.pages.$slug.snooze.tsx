import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { snooze } from "~/commands/snooze.server";
import { ConfirmForm } from "~/components/confirm-form";
import { AnswerErrors } from "~/components/review/answer-errors";
import { DayField, TextArea } from "~/components/text-field";
import { getDeskDay } from "~/data/pages.server";
import { addDays, isDay } from "~/domain/days";
import { longestSnooze, type NeedKind, needKinds } from "~/domain/needs";
import { errorFor, parseForm, textOf, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { type Answer, answerOf, wrong } from "~/lib/performed";
import { maySnooze } from "~/policy/pages";
import { dayInWords } from "~/wording/days";
import { needWording } from "~/wording/needs";
import { refusals } from "~/wording/refusals";
import { refusedForm } from "~/wording/refused-form";

export const handle = { noScript: true };

const snoozeForm = z.object({
  until: z
    .string({ error: "Give the day on which it comes back." })
    .refine(isDay, { error: refusals.invalid_day.sentence }),
  reason: textOf(refusals.reason_missing.sentence, 1000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { need, page } = await requireNeed(request, params.slug);
  const { today } = await getDeskDay();
  const latest = addDays(today, longestSnooze(need));
  return { need, title: page.title, tomorrow: addDays(today, 1), latest };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { need, page, sessionId } = await requireNeed(request, params.slug);
  const form = parseForm(snoozeForm, await request.formData());
  if (!form.ok) return again(wrong("snooze", 422, form.errors, form.typed));
  const outcome = await snooze(sessionId, {
    pageId: page.id,
    need,
    ...form.values,
  });
  if (outcome.ok) return redirect(`${paths.desk()}?done=snoozed`, 303);
  const { status, errors } = refusedForm(outcome, {}, "until");
  return again(wrong("snooze", status, errors, form.typed));
}

function again(performed: ReturnType<typeof wrong>) {
  const answer: Answer = performed.ok ? null : performed;
  return data(answer, { status: answer?.status ?? 422 });
}

/** About a matter that the desk knows, by whoever may put it away. */
async function requireNeed(request: Request, slug: string | undefined) {
  const asked = await requirePage(request, slug, "write");
  const named = new URL(request.url).searchParams.get("need");
  const need: NeedKind | undefined = needKinds.find((kind) => kind === named);
  if (!need || !maySnooze(asked.person, asked.page, need))
    throw new Response(null, { status: 404 });
  return { ...asked, need };
}

/** Puts one matter of one page away from this person's desk until a day. */
export default function Snooze() {
  const { need, title, tomorrow, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { errors, typed } = answerOf(answer, "snooze");
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  // Unless something else was sent, it stays away as long as it may.
  const until = "until" in typed ? typedText(typed, "until") : latest;
  return (
    <>
      <AnswerErrors errors={errors} />
      <ConfirmForm
        title={`Snooze “${needWording[need].word}”`}
        consequences={[
          `The card about ${title} leaves your desk until the day you choose. Nobody else’s desk changes.`,
          "Reminders and the escalation of an overdue page go on as before.",
        ]}
        act="Snooze"
        cancelHref={paths.desk()}
      >
        <DayField
          {...field("until")}
          value={until}
          label="Back on"
          hint={`From ${dayInWords(tomorrow)} to ${dayInWords(latest)}.`}
          min={tomorrow}
          max={latest}
        />
        <TextArea
          {...field("reason")}
          label="Reason"
          hint="Kept with the act, for the desk."
          rows={3}
        />
      </ConfirmForm>
    </>
  );
}
